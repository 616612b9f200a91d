import * as z from 'zod';
import { conditionOf, ExpertConditionSchema } from '../../domain/expert/expert-availability.ts';
import { type ExpertContact, ExpertDetailsSchema, TermSchema } from '../../domain/expert/expert-details.ts';
import { ExpertCardSchema } from '../../domain/expert/expert-listings.ts';
import {
  AppraisalSchema,
  averageGrade,
  type ExpertState,
  ExpertStatusSchema,
  MembershipStepSchema,
} from '../../domain/expert/expert-state.ts';
import { type Instant, InstantSchema } from '../../domain/kernel/instant.ts';
import { AvailabilityPeriodSchema } from '../../domain/vocabulary/availability.ts';
import { maskedTelephone } from './team.ts';
import { type Freshness, upkeepShown, upkeepView } from './upkeep.ts';

/** How to reach an expert, of which only so much is shown that it can be recognised. */
const MaskedExpertContactSchema = z
  .strictObject({ telephone: z.string(), email: z.string().optional() })
  .meta({ id: 'MaskedExpertContact', description: 'e.g. 138****0001, w***@example.com' });

/** @returns the contact as everybody who may see the expert may see it. */
export const maskedExpertContact = ({
  telephone,
  email,
}: ExpertContact): z.infer<typeof MaskedExpertContactSchema> => ({
  telephone: maskedTelephone(telephone),
  ...(email === undefined ? {} : { email: email.replace(/^(.)[^@]*/, '$1***') }),
});

/** What changes with the hour and the service: whether available for a period, load, and mean grade (1 to 5, 5 best). */
const standing = {
  condition: ExpertConditionSchema,
  /** Call-outs that have not ended. */
  openCallOuts: z.int().min(0),
  averageGrade: z.number().min(1).max(5).optional(),
};

/** An expert as a list shows them, with their condition for the period asked about. */
export const ExpertListEntrySchema = ExpertCardSchema.extend({ ...standing, ...upkeepShown }).meta({
  id: 'ExpertListEntry',
});
export type ExpertListEntry = z.infer<typeof ExpertListEntrySchema>;

/** An expert with everything but how to reach them. */
export const ExpertViewSchema = ExpertDetailsSchema.extend({
  expertId: z.uuid(),
  status: ExpertStatusSchema,
  ...standing,
  term: TermSchema,
  contact: MaskedExpertContactSchema,
  periods: z.array(AvailabilityPeriodSchema),
  membership: z.array(MembershipStepSchema),
  leaving: z.strictObject({ at: InstantSchema, reason: z.string() }).optional(),
  appraisals: z.array(AppraisalSchema),
  ...upkeepShown,
}).meta({ id: 'Expert' });
export type ExpertView = z.infer<typeof ExpertViewSchema>;

/** @returns how an expert stands for a period. */
export const standingOf = (expert: ExpertState, period: { readonly from: Instant; readonly until: Instant }) => {
  const grade = averageGrade(expert);
  return {
    condition: conditionOf(expert, period),
    openCallOuts: expert.openCallOuts.length,
    ...(grade === undefined ? {} : { averageGrade: grade }),
  };
};

/** @returns the expert as shown now. */
export const expertView = (expert: ExpertState, at: Freshness): ExpertView => ({
  expertId: expert.id,
  status: expert.status,
  ...standingOf(expert, { from: at.now, until: at.now }),
  ...expert.details,
  term: expert.term,
  contact: maskedExpertContact(expert.contact),
  periods: expert.periods,
  membership: expert.membership,
  ...(expert.status === 'in-pool' && expert.leaving ? { leaving: expert.leaving } : {}),
  appraisals: expert.appraisals,
  ...upkeepView(expert, at, expert.status === 'in-pool'),
});
