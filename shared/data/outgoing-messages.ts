import { HOUR_MS, plus } from '../domain/kernel/instant.ts';
import type { Outgoing } from '../exchange/conversation.ts';
import { ENVELOPE_VERSION, type Envelope, type UnsignedEnvelope } from '../exchange/envelope.ts';
import { MESSAGE_CONTRACTS } from '../exchange/message-contracts.ts';
import type { Signer } from '../exchange/ports.ts';
import { nextResend } from '../exchange/resend.ts';
import { messageDigest, sealEnvelope } from '../exchange/signature.ts';
import type { Change, Setting } from './change.ts';
import type { LedgerEntry } from './ledger.ts';
import type { OutgoingMessageRow } from './rows.ts';
import type { Write } from './store.ts';
import { DUE_PARTITION, ENTITY, keys } from './table.ts';

/** The messages of a change, signed and numbered, by the step that asked for them; and the counters after them. */
export interface SealedMessages {
  readonly byStep: readonly (readonly Envelope[])[];
  readonly sent: Readonly<Record<string, number>>;
}

const envelopeOf = (
  outgoing: Outgoing,
  sequence: Readonly<Record<string, number>>,
  change: Change,
  { circumstances }: Setting,
): UnsignedEnvelope => ({
  id: outgoing.id,
  type: outgoing.type,
  version: ENVELOPE_VERSION,
  from: circumstances.city,
  to: [...outgoing.to],
  ...(outgoing.agreement === undefined ? {} : { agreement: outgoing.agreement }),
  conversation: change.reference.id,
  sequence: { ...sequence },
  exercise: change.conversation.aggregate.isExercise(change.state),
  issuedAt: circumstances.now,
  expiresAt: plus(circumstances.now, MESSAGE_CONTRACTS[outgoing.type].validHours * HOUR_MS),
  // What a body leaves undefined is left out of JSON, and must be left out of what is signed.
  body: JSON.parse(JSON.stringify(outgoing.body)) as Record<string, unknown>,
});

/**
 * Numbers (per recipient, in the conversation's order) and signs the messages of a change.
 * @throws EnvelopeTooLarge
 */
export const sealMessages = async (change: Change, setting: Setting, signer: Signer): Promise<SealedMessages> => {
  const sent: Record<string, number> = { ...change.before?.row.sent };
  const numbered = change.steps.map(({ outgoing }) =>
    outgoing.map((message) => {
      const sequence: Record<string, number> = {};
      for (const city of message.to) sequence[city] = sent[city] = (sent[city] ?? 0) + 1;
      return envelopeOf(message, sequence, change, setting);
    }),
  );
  const byStep = await Promise.all(
    numbered.map((envelopes) => Promise.all(envelopes.map((envelope) => sealEnvelope(envelope, signer)))),
  );
  return { byStep, sent };
};

/** @returns the ledger's reference to a message. */
export const referenceTo = (envelope: Envelope, direction: 'sent' | 'received'): LedgerEntry['messages'][number] => ({
  id: envelope.id,
  direction,
  type: envelope.type,
  digest: messageDigest(envelope),
});

/** Names, in a list of its own, of messages that some recipient has not confirmed: the duty room watches it. */
export const UNCONFIRMED_LIST = 'unconfirmed';

/** @returns the writes that keep a message until every recipient has answered for it. */
export const outgoingMessageWrites = (kind: string, envelope: Envelope): readonly Write[] => {
  const dueAt = nextResend(envelope.issuedAt, envelope.issuedAt, 1);
  const row: OutgoingMessageRow = {
    ...keys.message(kind, envelope.conversation, envelope.id),
    entity: ENTITY.outgoingMessage,
    version: 1,
    kind,
    envelope,
    pending: envelope.to,
    answers: {},
    attempts: 1,
    ...(dueAt === undefined ? {} : { duePartition: DUE_PARTITION, dueAt }),
  };
  return [
    { kind: 'put', item: row, condition: { kind: 'absent' } },
    { kind: 'put', item: unconfirmedListing(row) },
  ];
};

/** @returns the row by which a message without all its receipts is found. */
export const unconfirmedListing = ({
  kind,
  envelope,
  pending,
}: Pick<OutgoingMessageRow, 'kind' | 'envelope' | 'pending'>) => ({
  ...keys.listing(UNCONFIRMED_LIST, `${envelope.issuedAt}#${envelope.id}`),
  entity: ENTITY.listing,
  card: {
    messageId: envelope.id,
    type: envelope.type,
    kind,
    conversation: envelope.conversation,
    issuedAt: envelope.issuedAt,
    pending,
    exercise: envelope.exercise,
  },
});
