import { load } from '../../shared/data/loaded.ts';
import { readInDutyRoom } from '../../shared/data/notice-readings.ts';
import { NoticeRowSchema } from '../../shared/data/rows.ts';
import type { Item, Write } from '../../shared/data/store.ts';
import { DUE_PARTITION, keys } from '../../shared/data/table.ts';
import { written } from '../../shared/data/written.ts';
import { type Instant, MINUTE_MS, plus } from '../../shared/domain/kernel/instant.ts';
import type { NoticeContent } from '../../shared/domain/notification/importance.ts';
import type { Subscriber } from '../../shared/domain/notification-settings/notification-settings.ts';
import type { PersonWay } from '../../shared/domain/notification-settings/way.ts';
import { shiftAt } from '../../shared/domain/roster/duty-time.ts';
import { ringOrder } from '../../shared/domain/roster/ring-order.ts';
import { dutyRoomOffice } from '../../shared/domain/roster/roster-state.ts';
import { rosterConversation } from '../../shared/exchange/conversations/roster.ts';
import { replacing } from '../../shared/notify/delivery-row.ts';
import {
  type EscalationRow,
  EscalationRowSchema,
  type EscalationStep,
  newEscalation,
} from '../../shared/notify/escalation-row.ts';
import { insertDelivery, personDelivery, waysFor } from './new-deliveries.ts';
import type { NotifierCell } from './notifier-cell.ts';
import { subscribersOf } from './settings.ts';

/** Somebody on the duty roster of whom the service knows as whom they sign in. */
type OnRing = Pick<EscalationStep, 'name' | 'personId' | 'because'>;

/** A step that can be taken, and the way to the person if they have one. */
interface Candidate {
  readonly step: Omit<EscalationStep, 'at'>;
  readonly subscriber?: Subscriber;
  readonly way?: PersonWay;
}

/** @returns who is to be told at this moment, in the order in which they are rung: one GetItem. */
export const ringNow = async ({ city, store, clock }: NotifierCell): Promise<readonly OnRing[]> => {
  const loaded = await load(store, rosterConversation, dutyRoomOffice(city));
  if (loaded?.state.status !== 'kept') return [];
  const { shifts, office } = loaded.state;
  return ringOrder(shiftAt(shifts, clock.now()), office.escalation).flatMap(({ name, personId, because }) =>
    personId === undefined ? [] : [{ name, personId, because }],
  );
};

/** Every step there is: of each person in turn, each of the person's ways in turn. */
const candidatesFor = async (cell: NotifierCell, notice: NoticeContent): Promise<readonly Candidate[]> => {
  const ring = await ringNow(cell);
  const known = await subscribersOf(
    cell,
    ring.map(({ personId }) => `person/${personId}` as const),
  );
  return ring.flatMap((person): readonly Candidate[] => {
    const subscriber = known.find(({ personId }) => personId === person.personId);
    const ways = subscriber ? waysFor(subscriber, notice) : [];
    if (!subscriber || ways.length === 0) return [{ step: { ...person, channel: 'in-app' } }];
    return ways.map((way) => ({ step: { ...person, channel: way.channel }, subscriber, way }));
  });
};

const isSame = (left: Omit<EscalationStep, 'at'>, right: Omit<EscalationStep, 'at'>): boolean =>
  left.personId === right.personId && left.channel === right.channel;

/** @returns the write that begins the delivery by which a step is taken; none for those who are told in the service alone. */
const deliveryOf = ({ subscriber, way }: Candidate, notice: NoticeContent, now: Instant): readonly Write[] =>
  subscriber && way ? [insertDelivery(personDelivery(subscriber, way, notice, now))] : [];

/** Keeps a step and begins its delivery; where the person is being told on that way already, keeps the step. */
const take = async (cell: NotifierCell, step: Write, delivery: readonly Write[]): Promise<void> => {
  if (!(await written(cell, [step, ...delivery])) && delivery.length > 0) await written(cell, [step]);
};

/** Tells the first of the duty roster of an urgent notice, and has the clock look whether anybody reads it. */
export const beginEscalation = async (
  cell: NotifierCell,
  notice: NoticeContent,
  afterMinutes: number,
): Promise<void> => {
  const now = cell.clock.now();
  const [first] = await candidatesFor(cell, notice);
  if (!first) return;
  const row = newEscalation(notice, afterMinutes, [{ ...first.step, at: now }], now);
  await take(cell, { kind: 'put', item: row, condition: { kind: 'absent' } }, deliveryOf(first, notice, now));
};

/** @returns how the notice was seen, if it was. */
const seen = async (
  { store }: NotifierCell,
  { notice: { noticeId } }: EscalationRow,
): Promise<Pick<NonNullable<EscalationRow['end']>, 'how' | 'by'> | undefined> => {
  const [item, by] = await Promise.all([store.get(keys.notice(noticeId)), readInDutyRoom(store, noticeId)]);
  const acknowledged = item && NoticeRowSchema.parse(item).acknowledgedBy;
  if (acknowledged) return { how: 'acknowledged', by: { id: acknowledged.id, name: acknowledged.name } };
  return by ? { how: 'read', by } : undefined;
};

/** @returns the row after its end. */
const endedBy = (
  { duePartition: _partition, dueAt: _due, ...row }: EscalationRow,
  end: NonNullable<EscalationRow['end']>,
): EscalationRow => ({ ...row, end });

/** @returns the row after another step, at which the clock looks again when its time is up. */
const steppedTo = (row: EscalationRow, step: EscalationStep): EscalationRow => ({
  ...row,
  steps: [...row.steps, step],
  duePartition: DUE_PARTITION,
  dueAt: plus(step.at, row.afterMinutes * MINUTE_MS),
});

/** @returns whether the last step has had its time: it may be told of twice that it has. */
const isTime = ({ steps, afterMinutes }: EscalationRow, now: Instant): boolean =>
  plus(steps.at(-1)?.at ?? now, afterMinutes * MINUTE_MS) <= now;

/**
 * Looks whether anybody of the duty room has seen an urgent notice; if not, tells the next: on the next way of the same person, then the
 * next person as the roster is now. Each step is kept, in the transaction that begins its delivery.
 */
export const escalate = async (cell: NotifierCell, item: Item): Promise<void> => {
  const row = EscalationRowSchema.parse(item);
  const now = cell.clock.now();
  if (row.end || !isTime(row, now)) return;
  const end = await seen(cell, row);
  const candidates = end ? [] : await candidatesFor(cell, row.notice);
  const next = candidates.find(({ step }) => !row.steps.some((taken) => isSame(taken, step)));
  if (!next) {
    await written(cell, [replacing(row, endedBy(row, { at: now, ...(end ?? { how: 'nobody-left' }) }))]);
    return;
  }
  const after = steppedTo(row, { ...next.step, at: now });
  await take(cell, replacing(row, after), deliveryOf(next, row.notice, now));
};
