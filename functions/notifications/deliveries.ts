import type * as z from 'zod';
import { idempotencyWrite, storedAnswer } from '../../shared/data/idempotency.ts';
import { type Item, TransactionCancelled } from '../../shared/data/store.ts';
import { ENTITY, keys } from '../../shared/data/table.ts';
import { reason } from '../../shared/domain/kernel/refusal.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import { problemOfRefusal, problems } from '../../shared/http/problems.ts';
import { type DeliveriesSchema, deliveryView, escalationView } from '../../shared/http/views/notice-deliveries.ts';
import type { RouteInput, RouteOutput } from '../../shared/lambda/bound-route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import {
  type DeliveryRow,
  DeliveryRowSchema,
  undeliveredKey,
  until,
  withTry,
} from '../../shared/notify/delivery-row.ts';
import { EscalationRowSchema } from '../../shared/notify/escalation-row.ts';
import { wakeWrites } from '../../shared/notify/wake.ts';
import type { NotificationsCell } from './notifications-cell.ts';

type Deliveries = z.infer<typeof DeliveriesSchema>;

const NOTICE: Text = { zh: '提醒', en: 'notice' };
const DELIVERY: Text = { zh: '送达记录', en: 'delivery' };

const NOT_GIVEN_UP = reason('delivery-not-given-up', 'conflict', {
  zh: '该提醒已送达或仍在发送中，无需重新发送。',
  en: 'It has been delivered or is still being tried; it need not be tried again.',
});

const shown = (items: readonly Item[]): Deliveries => {
  const escalation = items.find(({ entity }) => entity === ENTITY.noticeEscalation);
  return {
    deliveries: items
      .filter(({ entity }) => entity === ENTITY.delivery)
      .map((item) => deliveryView(DeliveryRowSchema.parse(item))),
    ...(escalation ? { escalation: escalationView(EscalationRowSchema.parse(escalation)) } : {}),
  };
};

/**
 * What became of a notice on each of its ways: one Query. Nothing of one that nobody had ways for.
 * @throws ProblemError 404
 */
export const listDeliveries = async ({ store }: Pick<Cell, 'store'>, noticeId: string): Promise<Deliveries> => {
  const { items } = await store.query({ pk: keys.delivery(noticeId, '').pk });
  if (items.length === 0 && !(await store.get(keys.notice(noticeId)))) throw problems.notFound(NOTICE, noticeId);
  return shown(items);
};

type Input = RouteInput<{ readonly noticeId: string; readonly deliveryId: string }, unknown, unknown>;

/** @returns the row as it begins anew. */
const anew = (row: DeliveryRow, now: string): DeliveryRow & { readonly version: number } =>
  until({ ...withTry(row, { at: now, outcome: 'asked-again' }), state: 'due', attempts: 0 }, now);

/**
 * Has a delivery that was given up tried again, at once.
 * @throws ProblemError 404, or 409 where it was not given up
 */
export const deliverAgain = async (cell: NotificationsCell, input: Input): Promise<RouteOutput<Deliveries>> => {
  const { params, idempotency } = input;
  const known = idempotency && (await storedAnswer(cell.store, idempotency));
  if (known) return { body: known.body as Deliveries, stored: { status: known.status } };
  const item = await cell.store.get(keys.delivery(params.noticeId, params.deliveryId));
  if (!item) throw problems.notFound(DELIVERY, params.deliveryId);
  const row = DeliveryRowSchema.parse(item);
  if (row.state !== 'quarantined') throw problemOfRefusal({ reason: NOT_GIVEN_UP, parameters: {} });
  const now = cell.clock.now();
  const next = anew(row, now);
  const body = shown([next]);
  try {
    await cell.store.transact(
      [
        ...wakeWrites(next, now),
        { kind: 'delete', key: undeliveredKey(row) },
        ...(idempotency ? [idempotencyWrite(idempotency, { status: 200, body }, now)] : []),
      ],
      cell.newId(),
    );
    return { body };
  } catch (error) {
    if (!(error instanceof TransactionCancelled)) throw error;
    return deliverAgain(cell, input);
  }
};
