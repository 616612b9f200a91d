import * as z from 'zod';
import { AmendmentSchema, CityKeySchema, RepresentativeSignatureSchema } from '../domain/agreement/agreement-state.ts';
import { AgreementTermsSchema } from '../domain/agreement/agreement-terms.ts';
import { AwarenessNoticeSchema } from '../domain/awareness/awareness-notice.ts';
import { DrillAnnouncementSchema, DrillNewsSchema } from '../domain/drill/drill-events.ts';
import { IncidentSummarySchema } from '../domain/incident/incident-summary.ts';
import { wordsSchema } from '../domain/kernel/words.ts';
import { EntryReferenceSchema } from '../domain/listing-share/listing-share-events.ts';
import { SharedIncidentSchema } from '../domain/partner-incident/shared-incident.ts';
import { PartnerEntrySchema } from '../domain/registry/partner-entry.ts';
import { ReportVersionSchema } from '../domain/situation-report/report-version.ts';
import { UnsignedEnvelopeSchema } from './envelope.ts';

/** A receipt: this very message reached the city it was for, was applied, and the receiver's ledger then ended so. */
export const ReceiptBodySchema = z.strictObject({
  messageId: z.uuid(),
  messageType: UnsignedEnvelopeSchema.shape.type,
  /** SHA-256 of the whole signed message as a compact JWS, base64url. */
  digest: z.string().min(1),
  ledger: z.strictObject({ kind: z.string(), id: z.uuid(), sequence: z.int().min(0), head: z.string() }),
  /** The receiver's key, while the sender cannot have it yet: on receipts of a proposal. */
  key: CityKeySchema.optional(),
});

/** A sentence of the receiver's; what it quotes of a message is cut. */
const reasonText = z.string().min(1).max(4000);

/** A refusal: the message reached the city but was not applied, and why. It will not be answered otherwise; sending it again is of no use. */
export const RefusalBodySchema = z.strictObject({
  messageId: z.uuid(),
  messageType: UnsignedEnvelopeSchema.shape.type,
  digest: z.string().min(1),
  code: z.string().min(1).max(100),
  reason: z.strictObject({ zh: reasonText, en: reasonText }),
  key: CityKeySchema.optional(),
});

/** Entries of a registry that one message tells of, at most: each is a row in its transaction, at either end. */
export const ENTRIES_PER_MESSAGE = 60;

const reasonOnly = { reason: wordsSchema(2000) };
const number = wordsSchema(100);

/** Bodies of the messages that EDXL-RM has no name for: agreements, declined offers, receipts. */
export const ownMessageSchemas = {
  AgreementProposed: z.strictObject({
    terms: AgreementTermsSchema,
    key: CityKeySchema,
    /** The receiver's key as the proposer was told of it by telephone. */
    partnerKeyId: z.string().min(1),
    signature: RepresentativeSignatureSchema,
  }),
  AgreementCountersigned: z.strictObject({ key: CityKeySchema, signature: RepresentativeSignatureSchema }),
  AgreementRefused: z.strictObject({ ...reasonOnly, key: CityKeySchema }),
  AgreementAmendmentProposed: z.strictObject({ amendment: AmendmentSchema }),
  AgreementAmendmentSigned: z.strictObject({ amendmentId: z.uuid(), signature: RepresentativeSignatureSchema }),
  AgreementAmendmentRefused: z.strictObject({ amendmentId: z.uuid(), ...reasonOnly }),
  AgreementSuspended: z.strictObject(reasonOnly),
  AgreementResumed: z.strictObject(reasonOnly),
  AgreementTerminated: z.strictObject(reasonOnly),
  AgreementActivated: z.strictObject({ number, ...reasonOnly }),
  /** `declarationId` is the id of the AgreementActivated that is over. */
  AgreementStoodDown: z.strictObject({ declarationId: z.uuid(), ...reasonOnly }),
  /** The answer to a request will not be taken up; its teams are free to go elsewhere. */
  AnswerDeclined: z.strictObject(reasonOnly),
  /** An unsolicited offer will not be taken up. */
  OfferDeclined: z.strictObject(reasonOnly),
  /** Everything that is shared under the agreement is wanted, from the beginning. */
  ListingsRequested: z.strictObject({}),
  /** These entries are new or have changed, those are no longer shared. */
  ListingsShared: z.strictObject({
    /** Id of the ListingsRequested that it answers, now or long after. */
    round: z.uuid(),
    upserts: z.array(PartnerEntrySchema).max(ENTRIES_PER_MESSAGE),
    withdrawals: z.array(EntryReferenceSchema).max(ENTRIES_PER_MESSAGE),
    /** With this, everything has been said. */
    complete: z.boolean(),
  }),
  /** What the city fears; nothing is asked for yet. Number, moment, agreement and drill are the envelope's. */
  AwarenessNotified: AwarenessNoticeSchema.omit({ messageId: true, agreementId: true, toldAt: true, exercise: true }),
  /** It is feared no more. */
  AwarenessStoodDown: z.strictObject(reasonOnly),
  /** An incident of the sender's, told of for the first time. */
  IncidentShared: z.strictObject({ incident: SharedIncidentSchema }),
  /** How an incident that was shared stands now, whole. */
  IncidentUpdated: z.strictObject({ incident: SharedIncidentSchema }),
  /** A version of the sender's reports on an incident, signed by itself besides; a correction names the version it corrects. */
  SituationReported: z.strictObject({ incident: IncidentSummarySchema, version: ReportVersionSchema }),
  /** A drill in which the receiver takes part is planned. */
  DrillAnnounced: DrillAnnouncementSchema,
  /** A drill has begun, stands still, goes on or is over. */
  DrillNews: z.strictObject({ news: DrillNewsSchema, reason: wordsSchema(2000).optional() }),
  /** The city signs with another key from now on; signed with the old one. */
  KeyRotated: z.strictObject({ key: CityKeySchema }),
  Receipt: ReceiptBodySchema,
  Refusal: RefusalBodySchema,
} as const satisfies Record<string, z.ZodType>;
