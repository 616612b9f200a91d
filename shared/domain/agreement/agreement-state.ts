import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { type Instant, InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import { AgreementTermsSchema } from './agreement-terms.ts';

/** A representative's signature under terms: who signed, for which city, when, and the digest of the very terms signed. */
export const RepresentativeSignatureSchema = z
  .strictObject({
    city: CityCodeSchema,
    representative: PersonReferenceSchema,
    signedAt: InstantSchema,
    /** SHA-256 of the RFC 8785 form of the terms signed, base64url. */
    termsDigest: z.string().min(1),
    /** The message that carries it to the partner: its city's signature covers this one. */
    messageId: z.uuid(),
  })
  .meta({ id: 'RepresentativeSignature' });
export type RepresentativeSignature = z.infer<typeof RepresentativeSignatureSchema>;

/** The public key a city signs its messages with, as both representatives saw it. */
export const CityKeySchema = z
  .strictObject({
    /** RFC 7638 thumbprint: SHA-256, base64url. */
    keyId: z.string().min(1),
    algorithm: z.string().min(1),
    jwk: z.record(z.string(), z.string()),
  })
  .meta({ id: 'CityKey' });
export type CityKey = z.infer<typeof CityKeySchema>;

/** Terms proposed to replace those in force, until both sides have signed them. */
export const AmendmentSchema = z
  .strictObject({
    amendmentId: z.uuid(),
    terms: AgreementTermsSchema,
    /** Version the terms will have: one more than those they replace. */
    termsVersion: z.int().min(2),
    proposedBy: RepresentativeSignatureSchema,
  })
  .meta({ id: 'Amendment' });
export type Amendment = z.infer<typeof AmendmentSchema>;

/** Something one of the two cities did to the agreement by itself: who, why and when. */
export const OneSidedActSchema = z
  .strictObject({ by: CityCodeSchema, reason: z.string(), at: InstantSchema })
  .meta({ id: 'OneSidedAct' });
export type OneSidedAct = z.infer<typeof OneSidedActSchema>;

/** What arms an agreement that works only on declaration; each city may declare. */
export const DeclarationSchema = z
  .strictObject({
    /** Of the message that told the other city: a number may be used again after it was stood down. */
    declarationId: z.uuid(),
    number: z.string(),
    reason: z.string(),
    declaredBy: CityCodeSchema,
    declaredAt: InstantSchema,
  })
  .meta({ id: 'Declaration' });

const base = {
  id: z.uuid(),
  proposer: CityCodeSchema,
  partner: CityCodeSchema,
  terms: AgreementTermsSchema,
  /** Under the terms as they stand: the proposer's first. */
  signatures: z.array(RepresentativeSignatureSchema),
  /** Version of the terms: 1 as first signed, one more with each amendment. */
  termsVersion: z.int().min(1),
  /** Public keys, by city. The proposer's comes with the proposal, the partner's with its countersignature. */
  keys: z.partialRecord(CityCodeSchema, CityKeySchema),
  /** Fingerprint (RFC 7638 thumbprint) of the partner's key, as the proposer was told by telephone: no other key is accepted. */
  partnerKeyId: z.string().min(1),
  exercise: z.boolean(),
  /** Messages about this agreement that the partner refused or that could not be delivered. */
  failures: z.array(MessageFailureSchema),
};

/** What both cities know of an agreement once both have signed, whatever became of it. */
const signed = {
  ...base,
  /** When it comes or came into force: both signatures made and the validity begun. */
  inForceSince: InstantSchema,
  amendment: AmendmentSchema.optional(),
  /** By which cities it is suspended now, at most once each, in the order of their codes. */
  suspensions: z.array(OneSidedActSchema).max(2),
  /** Declarations in effect, earliest first. */
  declarations: z.array(DeclarationSchema),
  /** Keys replaced by rotation: messages signed before may still be under way, and ledgers are verified for ever. */
  formerKeys: z.array(z.strictObject({ city: CityCodeSchema, key: CityKeySchema, acceptedUntil: InstantSchema })),
};

/**
 * An agreement as one city holds it; the other holds the same under the same id.
 * `signed` waits for its validity to begin; `lapsed` is a proposal nobody signed in its time.
 */
export const AgreementStateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('proposed'), ...base }),
  z.strictObject({ status: z.literal('refused'), ...base, reason: z.string(), refusedBy: CityCodeSchema }),
  z.strictObject({ status: z.literal('lapsed'), ...base }),
  z.strictObject({ status: z.literal('signed'), ...signed }),
  z.strictObject({ status: z.literal('in-force'), ...signed }),
  z.strictObject({ status: z.literal('suspended'), ...signed }),
  z.strictObject({ status: z.literal('expired'), ...signed }),
  z.strictObject({ status: z.literal('terminated'), ...signed, termination: OneSidedActSchema }),
]);
export type AgreementState = z.infer<typeof AgreementStateSchema>;

export const AgreementStatusSchema = z
  .enum(AgreementStateSchema.options.map(({ shape }) => shape.status.value))
  .meta({ id: 'AgreementStatus' });
export type AgreementStatus = z.infer<typeof AgreementStatusSchema>;

/** An agreement that both cities have signed. */
export type SignedAgreement = Extract<AgreementState, { readonly inForceSince: Instant }>;

/** @returns whether both cities have signed it. */
export const isSigned = (agreement: AgreementState): agreement is SignedAgreement => 'inForceSince' in agreement;

/**
 * Whether messages may travel under an agreement now, in one word: what transactions of other aggregates check.
 * `usable` needs signature, validity (from and until), no suspension, and a declaration where the terms ask for one.
 */
export const AgreementStandingSchema = z.enum(['usable', 'not-armed', 'not-usable']).meta({ id: 'AgreementStanding' });
export type AgreementStanding = z.infer<typeof AgreementStandingSchema>;

/** @returns the standing of an agreement; validity dates are turned into status by the clock. */
export const standingOf = (agreement: AgreementState): AgreementStanding => {
  if (agreement.status !== 'in-force') return 'not-usable';
  return agreement.terms.arming === 'always' || agreement.declarations.length > 0 ? 'usable' : 'not-armed';
};

/** @returns the other party, seen from `city`. */
export const partnerOf = (agreement: AgreementState, city: string): string =>
  agreement.proposer === city ? agreement.partner : agreement.proposer;
