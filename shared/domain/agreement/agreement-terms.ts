import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { refinement } from '../kernel/issue-sentence.ts';
import { wordsSchema } from '../kernel/words.ts';
import { COST_CATEGORIES } from '../vocabulary/costs.ts';
import { HazardSchema } from '../vocabulary/hazards.ts';
import { CapabilityLevelSchema, ResourceKindSchema } from '../vocabulary/resource-kinds.ts';

/** Minutes within which a neighbour's request is answered unless the agreement says otherwise (Pan-Pearl-River-Delta rules: 2 h). */
export const DEFAULT_REPLY_MINUTES = 120;

/** Who bears a cost category: the side that asked, the side that helped, or half each. */
const PayerSchema = z.enum(['requesting-side', 'assisting-side', 'shared-equally']);

/** Resources that may be promised without asking the duty room, up to a quantity at any one time. */
const PreAuthorisationSchema = z.strictObject({
  kind: ResourceKindSchema,
  /** The lowest level this covers: a request for a better one is decided by people. */
  level: CapabilityLevelSchema,
  quantity: z.int().min(1).max(100),
});

/** What two cities sign in peace time. It binds both the same way, whichever of them asks. */
export const AgreementTermsSchema = z
  .strictObject({
    title: wordsSchema(200),
    validFrom: InstantSchema,
    validUntil: InstantSchema,
    hazards: z.array(HazardSchema).min(1),
    resourceKinds: z.array(ResourceKindSchema).min(1),
    /** Minutes from a request's arrival to the answer. */
    replyWithinMinutes: z
      .int()
      .min(5)
      .max(7 * 24 * 60)
      .default(DEFAULT_REPLY_MINUTES),
    payment: z.record(z.enum(COST_CATEGORIES), PayerSchema),
    liability: wordsSchema(4000),
    preAuthorised: z.array(PreAuthorisationSchema).max(50).default([]),
    /** `always`: usable while in force; `on-declaration`: only between a declaration and its standing down. */
    arming: z.enum(['always', 'on-declaration']).default('always'),
  })
  .refine((terms) => terms.validFrom < terms.validUntil, {
    path: ['validUntil'],
    ...refinement({ zh: '协议终止日期须晚于生效日期', en: 'the agreement must end after it begins' }),
  })
  .meta({ id: 'AgreementTerms' });
export type AgreementTerms = z.infer<typeof AgreementTermsSchema>;
