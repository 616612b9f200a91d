import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import type { Named } from './answer.ts';
import { CommitmentSchema, committedOf, RequisitionSchema } from './requisition.ts';

const requisitioned = {
  requisition: RequisitionSchema,
  city: CityCodeSchema,
  agreementId: z.uuid(),
  /** The answer, or the unsolicited offer, that is taken up. */
  precedingMessageId: z.uuid(),
  /** Why this answer was taken. */
  reason: z.string(),
  /** By when the partner is to commit. */
  commitBy: InstantSchema,
};

/** A requisition and what has become of it. */
export const RequisitionRecordSchema = z
  .discriminatedUnion('status', [
    z.strictObject({ status: z.literal('awaiting'), ...requisitioned, overdue: z.boolean() }),
    z.strictObject({ status: z.literal('committed'), ...requisitioned, commitment: CommitmentSchema.options[0] }),
    z.strictObject({ status: z.literal('refused'), ...requisitioned, refusal: CommitmentSchema.options[1] }),
    /** The partner's exchange did not let it in, or it could not be delivered. */
    z.strictObject({ status: z.literal('not-taken'), ...requisitioned, failure: MessageFailureSchema }),
    /** The request was cancelled before the partner had committed. */
    z.strictObject({ status: z.literal('cancelled'), ...requisitioned }),
  ])
  .meta({ id: 'RequisitionRecord' });
export type RequisitionRecord = z.infer<typeof RequisitionRecordSchema>;
export type AwaitingRequisition = Extract<RequisitionRecord, { status: 'awaiting' }>;

/** @returns whether it binds: something is asked for, or promised. */
export const isLive = ({ status }: RequisitionRecord): boolean => status === 'awaiting' || status === 'committed';

/** @returns what it holds for its item: what is asked for until the partner commits, then what is committed; nothing once it failed. */
export const heldBy = (record: RequisitionRecord): Named => {
  if (record.status === 'awaiting') return record.requisition;
  return record.status === 'committed' ? committedOf(record.commitment) : { teams: [] };
};
