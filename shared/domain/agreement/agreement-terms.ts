import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { refinement } from '../kernel/issue-sentence.ts';
import type { Text } from '../kernel/text.ts';
import { wordsSchema } from '../kernel/words.ts';
import { REGISTRY_ENTRY_KINDS, RegistryEntryKindSchema } from '../registry/registry-entry.ts';
import { COST_CATEGORIES } from '../vocabulary/costs.ts';
import { HazardSchema } from '../vocabulary/hazards.ts';
import { CapabilityLevelSchema, ResourceKindSchema, TeamKindSchema } from '../vocabulary/resource-kinds.ts';

/** Minutes within which a neighbour's request is answered unless the agreement says otherwise (Pan-Pearl-River-Delta rules: 2 h). */
export const DEFAULT_REPLY_MINUTES = 120;

/** Who bears a cost category: the side that asked, the side that helped, or half each. */
export const PAYERS = {
  'requesting-side': { zh: '请求方承担', en: 'borne by the requesting side' },
  'assisting-side': { zh: '支援方承担', en: 'borne by the assisting side' },
  'shared-equally': { zh: '双方各半', en: 'shared equally' },
} as const satisfies Record<string, Text>;
export type Payer = keyof typeof PAYERS;
const PayerSchema = z.enum(Object.keys(PAYERS) as [Payer, ...Payer[]]);

/** Teams that may be promised without asking the duty room, up to a quantity at any one time. */
const PreAuthorisationSchema = z.strictObject({
  kind: TeamKindSchema,
  /** The lowest level this covers: a request for a better one is decided by people. */
  level: CapabilityLevelSchema,
  quantity: z.int().min(1).max(100),
});

/** Whose entries of either registry the other city may keep: by kind of entry. */
const ListingsSchema = z.record(RegistryEntryKindSchema, z.boolean());

/**
 * What is shared where the terms say nothing: what could be asked for under them anyway. Agencies have agreements of their own, experts are
 * persons, and what is in stock is what a city falls back on: sharing these needs a word in the terms.
 */
const USUAL_LISTINGS: z.infer<typeof ListingsSchema> = {
  team: true,
  package: true,
  agency: false,
  expert: false,
  stock: false,
};

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
    /** Which entries of the registries are shared; {@link listingsUnder}. No default: what was signed without stays as it was signed. */
    listings: ListingsSchema.optional(),
  })
  .refine((terms) => terms.validFrom < terms.validUntil, {
    path: ['validUntil'],
    ...refinement({ zh: '协议终止日期须晚于生效日期', en: 'the agreement must end after it begins' }),
  })
  .meta({ id: 'AgreementTerms' });
export type AgreementTerms = z.infer<typeof AgreementTermsSchema>;

/** @returns which kinds of registry entries each city shares with the other under these terms. */
export const kindsListedUnder = ({ listings = USUAL_LISTINGS }: Pick<AgreementTerms, 'listings'>) =>
  REGISTRY_ENTRY_KINDS.filter((kind) => listings[kind]);
