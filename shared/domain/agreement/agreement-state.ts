import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { AgreementTermsSchema } from './agreement-terms.ts';

/** A representative's signature under terms: who signed, for which city, when, and the digest of the very terms signed. */
export const RepresentativeSignatureSchema = z.strictObject({
  city: CityCodeSchema,
  representative: z.strictObject({ id: z.string(), name: z.string() }),
  signedAt: InstantSchema,
});
export type RepresentativeSignature = z.infer<typeof RepresentativeSignatureSchema>;

/** The public key a city signs its messages with, as both representatives saw it. */
export const CityKeySchema = z.strictObject({
  keyId: z.string().min(1),
  algorithm: z.string().min(1),
  jwk: z.record(z.string(), z.string()),
});
export type CityKey = z.infer<typeof CityKeySchema>;

/** Terms proposed to replace those in force, until both sides have signed them. */
export const AmendmentSchema = z.strictObject({
  amendmentId: z.uuid(),
  terms: AgreementTermsSchema,
  proposedBy: RepresentativeSignatureSchema,
});
export type Amendment = z.infer<typeof AmendmentSchema>;

const base = {
  id: z.uuid(),
  proposer: CityCodeSchema,
  partner: CityCodeSchema,
  terms: AgreementTermsSchema,
  signatures: z.array(RepresentativeSignatureSchema),
  /** Version of the terms: 1 as first signed, one more with each amendment. */
  termsVersion: z.int().min(1),
  /** Public keys, by city. The proposer's comes with the proposal, the partner's with its countersignature. */
  keys: z.partialRecord(CityCodeSchema, CityKeySchema),
  /** Fingerprint (RFC 7638 thumbprint) of the partner's key, as the proposer was told by telephone: no other key is accepted. */
  partnerKeyId: z.string().min(1),
  exercise: z.boolean(),
};

/** A signed agreement that may be used, now or again. */
const signed = {
  ...base,
  inForceSince: InstantSchema,
  amendment: AmendmentSchema.optional(),
  /** Set between a declaration and its standing down, for agreements armed on declaration. */
  declaration: z
    .strictObject({ number: z.string(), reason: z.string(), declaredBy: CityCodeSchema, declaredAt: InstantSchema })
    .optional(),
};

/** An agreement as one city holds it; the other holds the same under the same id. */
export const AgreementStateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('proposed'), ...base }),
  z.strictObject({ status: z.literal('refused'), ...base, reason: z.string(), refusedBy: CityCodeSchema }),
  z.strictObject({ status: z.literal('in-force'), ...signed }),
  z.strictObject({ status: z.literal('suspended'), ...signed, reason: z.string(), suspendedBy: CityCodeSchema }),
  z.strictObject({
    status: z.literal('terminated'),
    ...signed,
    reason: z.string(),
    terminatedBy: CityCodeSchema,
    terminatedAt: InstantSchema,
  }),
  z.strictObject({ status: z.literal('expired'), ...signed, expiredAt: InstantSchema }),
]);
export type AgreementState = z.infer<typeof AgreementStateSchema>;

/**
 * Whether messages may travel under an agreement now, in one word: what transactions of other aggregates check.
 * `usable` needs signature, validity (from and until), no suspension, and a declaration where the terms ask for one.
 */
export type AgreementStanding = 'usable' | 'not-armed' | 'not-usable';

/** @returns the standing of an agreement; validity dates are turned into status by the clock. */
export const standingOf = (agreement: AgreementState): AgreementStanding => {
  if (agreement.status !== 'in-force') return 'not-usable';
  return agreement.terms.arming === 'always' || agreement.declaration !== undefined ? 'usable' : 'not-armed';
};

/** @returns the other party, seen from `city`. */
export const partnerOf = (agreement: AgreementState, city: string): string =>
  agreement.proposer === city ? agreement.partner : agreement.proposer;
