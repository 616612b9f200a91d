import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import { PartnerEntrySchema } from '../registry/partner-entry.ts';
import { RegistryEntrySchema } from '../registry/registry-entry.ts';
import { FootingSchema, PassSchema } from './listing-share-state.ts';

/** Names an entry of a registry. */
export const EntryReferenceSchema = RegistryEntrySchema.pick({ kind: true, id: true }).meta({ id: 'EntryReference' });
export type EntryReference = z.infer<typeof EntryReferenceSchema>;

const at = InstantSchema;

/** What became of entries: new or changed, and no longer shared. */
const changes = { upserts: z.array(PartnerEntrySchema), withdrawals: z.array(EntryReferenceSchema) };

/** Everything that can happen to what two cities share; who asks at one end is asked at the other. */
export const ListingShareEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('shareOpened'),
    id: z.uuid(),
    agreementId: z.uuid(),
    partner: CityCodeSchema,
    exercise: z.boolean(),
    footing: FootingSchema,
  }),
  z.strictObject({ type: z.literal('footingChanged'), footing: FootingSchema, at }),
  /** What is held is to be dropped and asked for again: it did not all come, or somebody doubts it. */
  z.strictObject({ type: z.literal('renewalBegan'), at }),
  /** This city asks the partner for all it shares; the message's id names the round. */
  z.strictObject({ type: z.literal('listingsAskedFor'), round: z.uuid(), at }),
  /** The partner asks. */
  z.strictObject({ type: z.literal('listingsWanted'), round: z.uuid(), at }),
  z.strictObject({
    type: z.literal('listingsShared'),
    messageId: z.uuid(),
    round: z.uuid(),
    ...changes,
    /** With this, everything has been said. */
    complete: z.boolean(),
    at,
  }),
  /** Where the pass has come to; without a place it is at its end. */
  z.strictObject({ type: z.literal('passMoved'), pass: PassSchema.optional(), at }),
  z.strictObject({
    type: z.literal('listingsReceived'),
    round: z.uuid(),
    ...changes,
    complete: z.boolean(),
    at,
  }),
  /** It answers an earlier round, or came after the agreement's end: nothing is kept of it. */
  z.strictObject({ type: z.literal('listingsPassedOver'), round: z.uuid(), at }),
  /** Rows of what is held (`theirs`), or of what has been shared (`ours`), are deleted; `finished`: none is left. */
  z.strictObject({
    type: z.literal('listingsDropped'),
    side: z.enum(['ours', 'theirs']),
    entries: z.array(EntryReferenceSchema),
    finished: z.boolean(),
    at,
  }),
  z.strictObject({ type: z.literal('messageFailed'), failure: MessageFailureSchema }),
]);
export type ListingShareEvent = z.infer<typeof ListingShareEventSchema>;
