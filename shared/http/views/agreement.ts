import * as z from 'zod';
import {
  AgreementStandingSchema,
  type AgreementState,
  AgreementStatusSchema,
  AmendmentSchema,
  type CityKey,
  CityKeySchema,
  DeclarationSchema,
  isSigned,
  OneSidedActSchema,
  RepresentativeSignatureSchema,
  standingOf,
} from '../../domain/agreement/agreement-state.ts';
import { AgreementTermsSchema } from '../../domain/agreement/agreement-terms.ts';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { MessageFailureSchema } from '../../domain/kernel/message-failure.ts';
import { readableFingerprint } from './agreement-fingerprint.ts';

/** A city's public key with its fingerprint as people read it out. */
export const CityKeyViewSchema = CityKeySchema.extend({ fingerprint: z.string() }).meta({ id: 'CityKeyView' });
export type CityKeyView = z.infer<typeof CityKeyViewSchema>;

/** @returns the key as people see it. */
export const cityKeyView = (key: CityKey): CityKeyView => ({ ...key, fingerprint: readableFingerprint(key.keyId) });

/** An agreement as this city holds it. */
export const AgreementViewSchema = z
  .strictObject({
    agreementId: z.uuid(),
    status: AgreementStatusSchema,
    standing: AgreementStandingSchema,
    proposer: CityCodeSchema,
    partner: CityCodeSchema,
    terms: AgreementTermsSchema,
    termsVersion: z.int(),
    signatures: z.array(RepresentativeSignatureSchema),
    /** By city; the partner's is here once it has countersigned. */
    keys: z.partialRecord(CityCodeSchema, CityKeyViewSchema),
    /** Fingerprint of the partner's key as the proposer was told. */
    partnerFingerprint: z.string(),
    exercise: z.boolean(),
    inForceSince: InstantSchema.optional(),
    amendment: AmendmentSchema.optional(),
    suspensions: z.array(OneSidedActSchema),
    declarations: z.array(DeclarationSchema),
    /** Of a proposal that was refused. */
    refusal: z.strictObject({ by: CityCodeSchema, reason: z.string() }).optional(),
    termination: OneSidedActSchema.optional(),
    failures: z.array(MessageFailureSchema),
  })
  .meta({ id: 'Agreement' });
export type AgreementView = z.infer<typeof AgreementViewSchema>;

/** What only a signed agreement has to show. */
const signedPart = (state: AgreementState) => {
  if (!isSigned(state)) return { suspensions: [], declarations: [] };
  const { inForceSince, amendment, suspensions, declarations } = state;
  return { inForceSince, suspensions, declarations, ...(amendment === undefined ? {} : { amendment }) };
};

/** @returns the agreement as it is shown. */
export const agreementView = (state: AgreementState): AgreementView => ({
  agreementId: state.id,
  status: state.status,
  standing: standingOf(state),
  proposer: state.proposer,
  partner: state.partner,
  terms: state.terms,
  termsVersion: state.termsVersion,
  signatures: state.signatures,
  keys: Object.fromEntries(
    Object.entries(state.keys).flatMap(([city, key]) => (key ? [[city, cityKeyView(key)]] : [])),
  ),
  partnerFingerprint: readableFingerprint(state.partnerKeyId),
  exercise: state.exercise,
  failures: state.failures,
  ...signedPart(state),
  ...(state.status === 'refused' ? { refusal: { by: state.refusedBy, reason: state.reason } } : {}),
  ...(state.status === 'terminated' ? { termination: state.termination } : {}),
});
