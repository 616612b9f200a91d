import * as z from 'zod';
import { DUE_PARTITION, ENTITY, keys } from '../data/table.ts';
import { DAY_MS, InstantSchema, MINUTE_MS, plus } from '../domain/kernel/instant.ts';
import { type NoticeContent, NoticeContentSchema } from '../domain/notification/importance.ts';
import { PersonChannelSchema } from '../domain/notification-settings/way.ts';
import { RingReasonSchema } from '../domain/roster/ring-order.ts';

const KEPT_MS = 180 * DAY_MS;

/** Whom it was put to next, and how; `in-app`: in the service alone, as the person has set no other way. */
export const EscalationStepSchema = z
  .strictObject({
    at: InstantSchema,
    name: z.string(),
    personId: z.string(),
    because: RingReasonSchema,
    channel: z.enum([...PersonChannelSchema.options, 'in-app']),
  })
  .meta({ id: 'EscalationStep' });
export type EscalationStep = z.infer<typeof EscalationStepSchema>;

/** How it ended: somebody of the duty room has seen the notice, or there is nobody left to tell. */
export const EscalationEndSchema = z
  .strictObject({
    at: InstantSchema,
    how: z.enum(['read', 'acknowledged', 'nobody-left']),
    by: z.strictObject({ id: z.string(), name: z.string() }).optional(),
  })
  .meta({ id: 'EscalationEnd' });

/** Who was told of an urgent notice, one after another, until somebody saw it. */
export const EscalationRowSchema = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  duePartition: z.string().optional(),
  dueAt: InstantSchema.optional(),
  entity: z.literal(ENTITY.noticeEscalation),
  version: z.int().positive(),
  notice: NoticeContentSchema,
  afterMinutes: z.int().positive(),
  steps: z.array(EscalationStepSchema),
  end: EscalationEndSchema.optional(),
  expiresAtEpochSeconds: z.int(),
});
export type EscalationRow = z.infer<typeof EscalationRowSchema>;

/** @returns the row of an escalation that begins with its first step. */
export const newEscalation = (
  notice: NoticeContent,
  afterMinutes: number,
  steps: readonly EscalationStep[],
  now: string,
): EscalationRow => ({
  ...keys.noticeEscalation(notice.noticeId),
  entity: ENTITY.noticeEscalation,
  version: 1,
  ...{ notice, afterMinutes, steps: [...steps] },
  duePartition: DUE_PARTITION,
  dueAt: plus(now, afterMinutes * MINUTE_MS),
  expiresAtEpochSeconds: Math.floor(Date.parse(plus(now, KEPT_MS)) / 1000),
});
