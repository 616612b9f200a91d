import * as z from 'zod';
import { ExpiryNoticeSchema } from '../kernel/expiry-notice.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { upkept } from '../registry/upkeep.ts';
import { AvailabilityPeriodSchema } from '../vocabulary/availability.ts';
import { ExpertContactSchema, ExpertDetailsSchema, TermSchema } from './expert-details.ts';

/** How an expert served at one call-out, 5 best; said by whoever coordinated it. */
export const AppraisalSchema = z
  .strictObject({
    callOutId: z.uuid(),
    grade: z.int().min(1).max(5),
    words: z.string(),
    by: z.strictObject({ id: z.string(), name: z.string() }),
    at: InstantSchema,
  })
  .meta({ id: 'ExpertAppraisal' });
export type Appraisal = z.infer<typeof AppraisalSchema>;

/** A coming into the pool, a renewal or a leaving, each with its date and reason. */
export const MembershipStepSchema = z
  .strictObject({
    step: z.enum(['appointed', 'renewed', 'left']),
    at: InstantSchema,
    reason: z.string(),
  })
  .meta({ id: 'ExpertMembershipStep' });

const base = {
  id: z.uuid(),
  details: ExpertDetailsSchema,
  contact: ExpertContactSchema,
  term: TermSchema,
  /** In order of time; none overlaps another. */
  periods: z.array(AvailabilityPeriodSchema),
  /** In order of time. */
  membership: z.array(MembershipStepSchema).min(1),
  appraisals: z.array(AppraisalSchema),
  /** Call-outs that the expert is invited to, or advises, and that have not ended. */
  openCallOuts: z.array(z.uuid()),
  ...upkept,
};

/** An expert of this city's pool. */
export const ExpertStateSchema = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('in-pool'),
    ...base,
    /** What the duty room has been told of the end of the term. */
    termNotice: ExpiryNoticeSchema,
    /** A leaving that was arranged for a day to come. */
    leaving: z.strictObject({ at: InstantSchema, reason: z.string() }).optional(),
  }),
  z.strictObject({ status: z.literal('left'), ...base }),
]);
export type ExpertState = z.infer<typeof ExpertStateSchema>;
export type PoolExpert = Extract<ExpertState, { status: 'in-pool' }>;

export const ExpertStatusSchema = z
  .enum(ExpertStateSchema.options.map(({ shape }) => shape.status.value))
  .meta({ id: 'ExpertStatus' });

/** @returns the mean of the grades, to a hundredth; `undefined` before the first. */
export const averageGrade = ({ appraisals }: ExpertState): number | undefined =>
  appraisals.length === 0
    ? undefined
    : Math.round((appraisals.reduce((sum, { grade }) => sum + grade, 0) / appraisals.length) * 100) / 100;
