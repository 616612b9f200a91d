import * as z from 'zod';
import type { Item, Write } from '../data/store.ts';
import { DUE_PARTITION, ENTITY, keys } from '../data/table.ts';
import { DAY_MS, type Instant, MINUTE_MS, plus } from '../domain/kernel/instant.ts';
import { replacing } from './delivery-row.ts';

/** When the clock looks again at what it has had the notifier look at, milliseconds. */
const AGAIN_AFTER_MS = 5 * MINUTE_MS;
const KEPT_MS = DAY_MS;

/** Rows that the clock has the notifier look at when their time has come: it sends nothing itself, and has no right to any secret. */
export const WOKEN: readonly unknown[] = [ENTITY.delivery, ENTITY.noticeEscalation];

export const WakeRowSchema = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  entity: z.literal(ENTITY.notificationWake),
  of: z.strictObject({ pk: z.string(), sk: z.string() }),
  expiresAtEpochSeconds: z.int(),
});

/** @returns the writes by which the notifier is told that a row's time has come: a new row, which the table's stream tells of. */
export const wakeWrites = (row: Item & { readonly version: number }, now: Instant): readonly Write[] => {
  const wake: z.infer<typeof WakeRowSchema> = {
    ...keys.notificationWake(row, row.version),
    entity: ENTITY.notificationWake,
    of: { pk: row.pk, sk: row.sk },
    expiresAtEpochSeconds: Math.floor(Date.parse(plus(now, KEPT_MS)) / 1000),
  };
  return [
    replacing(row, { ...row, duePartition: DUE_PARTITION, dueAt: plus(now, AGAIN_AFTER_MS) }),
    { kind: 'put', item: wake, condition: { kind: 'absent' } },
  ];
};
