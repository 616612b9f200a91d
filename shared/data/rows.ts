import * as z from 'zod';
import { KeptDeadlineSchema } from '../domain/deadline/kept-deadline.ts';
import { CityCodeSchema } from '../domain/kernel/city-code.ts';
import { InstantSchema } from '../domain/kernel/instant.ts';
import { TextSchema } from '../domain/kernel/text.ts';
import type { Audience } from '../domain/notification/audience.ts';
import { EnvelopeSchema } from '../exchange/envelope.ts';
import { LedgerEntrySchema } from './ledger.ts';
import { ENTITY } from './table.ts';

const key = { pk: z.string(), sk: z.string() };
const due = { duePartition: z.string().optional(), dueAt: InstantSchema.optional() };
const AudienceSchema = z.custom<Audience>((value) => typeof value === 'string' && value !== '');
const counters = z.record(CityCodeSchema, z.int().min(0));

/** An aggregate's state with its version, the end of its ledger, and how many messages it has sent to each partner. */
export const StateRowSchema = z.looseObject({
  ...key,
  ...due,
  entity: z.literal(ENTITY.state),
  kind: z.string(),
  id: z.string(),
  version: z.int().positive(),
  /** Entries in the ledger. */
  length: z.int().min(0),
  head: z.string(),
  sent: counters,
  /** What the clock has done about the deadlines that are open. */
  deadlines: z.array(KeptDeadlineSchema).optional(),
  state: z.record(z.string(), z.unknown()),
});
export type StateRow = z.infer<typeof StateRowSchema>;

export const EventRowSchema = z.strictObject({ ...key, entity: z.literal(ENTITY.event), entry: LedgerEntrySchema });

/** A message of ours, kept until every recipient has receipted or refused it, and afterwards as evidence. */
export const OutgoingMessageRowSchema = z.strictObject({
  ...key,
  ...due,
  entity: z.literal(ENTITY.outgoingMessage),
  version: z.int().positive(),
  kind: z.string(),
  envelope: EnvelopeSchema,
  /** Recipients that have neither receipted nor refused it. */
  pending: z.array(CityCodeSchema),
  /** Their signed receipts and refusals, by city. */
  answers: z.record(CityCodeSchema, EnvelopeSchema),
  attempts: z.int().min(0),
  /** What the clock has done about it, once it was late. */
  deadlines: z.array(KeptDeadlineSchema).optional(),
});
export type OutgoingMessageRow = z.infer<typeof OutgoingMessageRowSchema>;

/** A partner's message as it was applied; that it is here is also how a duplicate is known. */
export const IncomingMessageRowSchema = z.strictObject({
  ...key,
  entity: z.literal(ENTITY.incomingMessage),
  digest: z.string(),
  envelope: EnvelopeSchema,
  receivedAt: InstantSchema,
});
export type IncomingMessageRow = z.infer<typeof IncomingMessageRowSchema>;

/** Our signed receipt or refusal of a partner's message; sent on insert, and again whenever the message comes again. */
export const ReceiptRowSchema = z.strictObject({ ...key, entity: z.literal(ENTITY.receipt), envelope: EnvelopeSchema });
export type ReceiptRow = z.infer<typeof ReceiptRowSchema>;

/** How far a conversation has come from one sender: the number of its last message here, applied or refused. */
export const PositionRowSchema = z.strictObject({
  ...key,
  entity: z.literal(ENTITY.position),
  received: z.int().min(1),
});
export type PositionRow = z.infer<typeof PositionRowSchema>;

/** A message that came before its predecessors in the conversation. */
export const ParkedMessageRowSchema = z.strictObject({
  ...key,
  entity: z.literal(ENTITY.parkedMessage),
  envelope: EnvelopeSchema,
  parkedAt: InstantSchema,
  expiresAtEpochSeconds: z.int(),
});
export type ParkedMessageRow = z.infer<typeof ParkedMessageRowSchema>;

/** What was received and not applied: kept with the reason, for people to look at. */
export const QuarantineRowSchema = z.strictObject({
  ...key,
  entity: z.literal(ENTITY.quarantine),
  id: z.uuid(),
  at: InstantSchema,
  code: z.string(),
  reason: TextSchema,
  /** As the message claims; proven only where `verified`. */
  from: z.string().optional(),
  type: z.string().optional(),
  messageId: z.string().optional(),
  verified: z.boolean(),
  /** The beginning of what was received, as text. */
  excerpt: z.string(),
  /** Who last had it come in again, when, and where it is kept once it is taken in. */
  retried: z
    .strictObject({
      by: z.strictObject({ id: z.string(), name: z.string() }),
      at: InstantSchema,
      message: z.strictObject(key),
    })
    .optional(),
  expiresAtEpochSeconds: z.int(),
});
export type QuarantineRow = z.infer<typeof QuarantineRowSchema>;

/** When a partner was last heard of, by a message or receipt that its signature proves; exact to the minute. */
export const PartnerLinkRowSchema = z.strictObject({
  ...key,
  entity: z.literal(ENTITY.partnerLink),
  city: CityCodeSchema,
  heardAt: InstantSchema,
  /** When its last receipt or refusal of a message of ours came. */
  confirmedAt: InstantSchema.optional(),
});
export type PartnerLinkRow = z.infer<typeof PartnerLinkRowSchema>;

/** What a POST with an idempotency key was answered with. */
export const IdempotencyRowSchema = z.strictObject({
  ...key,
  entity: z.literal(ENTITY.idempotency),
  fingerprint: z.string(),
  status: z.int(),
  body: z.unknown(),
  etag: z.string().optional(),
  expiresAtEpochSeconds: z.int(),
});
export type IdempotencyRow = z.infer<typeof IdempotencyRowSchema>;

/** Something people are told: a row for each of its audiences. */
export const NoticeRowSchema = z.strictObject({
  ...key,
  entity: z.enum([ENTITY.notice, ENTITY.noticeCopy]),
  id: z.uuid(),
  at: InstantSchema,
  urgency: z.enum(['routine', 'urgent']),
  text: TextSchema,
  subject: z.strictObject({ kind: z.string(), id: z.string() }),
  /** All its audiences, this row's own among them; rows from before there were any are the duty room's. */
  audiences: z.array(AudienceSchema).optional(),
  exercise: z.literal(true).optional(),
  version: z.int().positive(),
  acknowledgedBy: z.strictObject({ id: z.string(), name: z.string(), at: InstantSchema }).optional(),
});
export type NoticeRow = z.infer<typeof NoticeRowSchema>;

/** What those who follow changes are told of one aggregate in one transaction. */
export const FeedEntrySchema = z.strictObject({
  kind: z.string(),
  id: z.string(),
  /** Types of the events, in order. */
  types: z.array(z.string()),
  /** Version of the aggregate after it; of a notice 1. */
  version: z.int().positive(),
  text: TextSchema,
  exercise: z.literal(true).optional(),
});
export type FeedEntry = z.infer<typeof FeedEntrySchema>;

/** What one audience is told of one transaction. */
export const FeedRowSchema = z.strictObject({
  ...key,
  entity: z.literal(ENTITY.feed),
  at: InstantSchema,
  entries: z.array(FeedEntrySchema),
  expiresAtEpochSeconds: z.int(),
});
export type FeedRow = z.infer<typeof FeedRowSchema>;

/** That a notice has been read, or all up to it. */
export const NoticeReadingRowSchema = z.strictObject({
  ...key,
  entity: z.literal(ENTITY.noticeReading),
  /** Of `UP-TO`: the id of the last notice read with all before it. */
  upTo: z.string().optional(),
  by: z.strictObject({ id: z.string(), name: z.string() }),
  at: InstantSchema,
  expiresAtEpochSeconds: z.int().optional(),
});
export type NoticeReadingRow = z.infer<typeof NoticeReadingRowSchema>;
