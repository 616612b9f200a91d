import type { Setting } from '../../shared/data/change.ts';
import { execute, settingOf } from '../../shared/data/execute.ts';
import { readBack } from '../../shared/data/loaded.ts';
import { IncomingMessageRowSchema, PositionRowSchema } from '../../shared/data/rows.ts';
import type { Item, Key } from '../../shared/data/store.ts';
import { keys } from '../../shared/data/table.ts';
import { agreementList } from '../../shared/domain/agreement/agreement-listings.ts';
import type { Actor } from '../../shared/domain/kernel/actor.ts';
import type { AggregateKind } from '../../shared/domain/kernel/aggregate.ts';
import type { Refusal } from '../../shared/domain/kernel/refusal.ts';
import { conversationAmong, type Incoming, type SomeConversations } from '../../shared/exchange/conversation.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import type { Envelope } from '../../shared/exchange/envelope.ts';
import { MESSAGE_CONTRACTS } from '../../shared/exchange/message-contracts.ts';
import { followUp } from '../follow-ups.ts';
import { type Authority, checkAuthority } from './check-authority.ts';
import { commandOf } from './command-of.ts';
import { heard } from './heard.ts';
import type { InboxCell } from './inbox-cell.ts';
import { fateOf, type Rows } from './message-fate.ts';
import { park, takeParked } from './parking.ts';
import { mayBeEarly, putOff } from './putting-off.ts';
import { quarantine } from './quarantine.ts';
import { readEnvelope } from './read-envelope.ts';
import { repeatReceipt } from './repeat-receipt.ts';
import { settleAnswer } from './settle-answer.ts';

/** What became of a message. */
export type Verdict = 'applied' | 'duplicate' | 'parked' | 'put-off' | 'quarantined';

/**
 * Takes one message off the bus: parses it, checks signature and agreement, recognises repeats, keeps the conversation's
 * order and applies it with its receipt, all in one read and one transaction. What cannot be applied is quarantined.
 * @throws what the store throws: the message comes again.
 */
export const receiveMessage = async (
  cell: InboxCell,
  conversations: SomeConversations,
  detail: unknown,
): Promise<Verdict> => {
  const now = cell.clock.now();
  const read = readEnvelope(detail, cell.city, now);
  if ('refusal' in read) {
    const suspect = { detail, verified: false, isNext: false, refusal: read.refusal };
    await quarantine(cell, suspect, await settingOf(cell, { kind: 'clock', city: cell.city }));
    return 'quarantined';
  }
  const { envelope, type } = read;
  const actor: Actor = { kind: 'city', city: envelope.from, messageId: envelope.id };
  const setting = await settingOf(cell, actor);
  const rows = await readRows(cell, read);
  const agreement = rows.agreement && readBack(rows.agreement, agreementConversation).state;
  const keyInBody = 'key' in read.body && typeof read.body.key === 'object' ? read.body.key : undefined;
  const authority = await checkAuthority(
    { envelope, type, keyInBody, agreement, city: cell.city },
    cell.verifier,
    now,
    (city) => hasAgreementWith(cell, city),
  );
  const incoming = { type, body: read.body, envelope, agreement } as Incoming;
  const verdict = await settle(cell, conversations, { incoming, authority, rows, setting, actor });
  if (authority.verified) await heard(cell, rows.link, incoming);
  return verdict;
};

interface Received {
  readonly incoming: Incoming;
  readonly authority: Authority;
  readonly rows: Rows;
  readonly setting: Setting;
  readonly actor: Actor;
}

/** Carries out what is to become of a message. */
const settle = async (cell: InboxCell, conversations: SomeConversations, received: Received): Promise<Verdict> => {
  const { incoming, rows, setting, actor } = received;
  const { envelope } = incoming;
  const fate = fateOf(incoming, received.authority, rows, cell.city);
  const refuse = async (refusal: Refusal, verified: boolean, isNext: boolean): Promise<Verdict> => {
    if (mayBeEarly(refusal, incoming, rows, setting.circumstances.now)) {
      await putOff(cell, envelope, rows, setting);
      return 'put-off';
    }
    await quarantine(cell, { detail: envelope, envelope, verified, isNext, refusal }, setting);
    if (isNext) await drain(cell, conversations, envelope);
    return 'quarantined';
  };
  switch (fate.kind) {
    case 'refuse':
      return refuse(fate.refusal, fate.verified, fate.isNext);
    case 'settle-answer': {
      const refusal = await settleAnswer(cell, conversations, fate.answer, actor);
      return refusal ? refuse(refusal, false, false) : 'applied';
    }
    case 'repeat-receipt':
      await repeatReceipt(cell, fate.seen);
      return 'duplicate';
    case 'park':
      await park(cell, envelope, fate.place, setting);
      await drainIfOvertaken(cell, conversations, envelope, fate.place);
      return 'parked';
    case 'apply': {
      const refusal = await apply(cell, conversations, received);
      if (refusal) return refuse(refusal, true, true);
      await afterwards(cell, conversations, incoming);
      await drain(cell, conversations, envelope);
      return 'applied';
    }
  }
};

/** Executes the command a message stands for. @returns why not, when it is refused. */
const apply = async (
  cell: InboxCell,
  conversations: SomeConversations,
  { incoming, actor }: Received,
): Promise<Refusal | undefined> => {
  const target = MESSAGE_CONTRACTS[incoming.type].target as AggregateKind;
  const command = commandOf(conversationAmong(conversations, target), incoming);
  if ('refusal' in command) return command.refusal;
  const executed = await execute(cell, conversations, {
    target: { kind: target, id: incoming.envelope.conversation },
    actor,
    command: () => command.command,
    received: incoming.envelope,
  });
  return executed.outcome === 'refused' ? executed.refusal : undefined;
};

/** The message is applied and receipted by now: what fails here is left to the clock. */
const afterwards = async (
  cell: InboxCell,
  conversations: SomeConversations,
  { type, envelope }: Incoming,
): Promise<void> => {
  const { target } = MESSAGE_CONTRACTS[type];
  if (target === 'exchange') return;
  try {
    await followUp(cell, conversations, { kind: target, id: envelope.conversation });
  } catch (error) {
    cell.log.warn('left to the clock', { target, id: envelope.conversation, error: error as Error });
  }
};

/** Takes up the message that follows this one, if it had come before it and is waiting. */
const drain = async (
  cell: InboxCell,
  conversations: SomeConversations,
  envelope: Envelope,
  place = envelope.sequence?.[cell.city] ?? 0,
): Promise<void> => {
  const next = await takeParked(cell, envelope, place + 1);
  if (next) await receiveMessage(cell, conversations, { to: [cell.city], envelope: next });
};

/** What a message waits for may have been applied while it was being parked, and have found nobody waiting. */
const drainIfOvertaken = async (
  cell: InboxCell,
  conversations: SomeConversations,
  envelope: Envelope,
  place: number,
): Promise<void> => {
  const position = await cell.store.get(keys.position(envelope.conversation, envelope.from));
  if (receivedBy(position) === place - 1) await drain(cell, conversations, envelope, place - 1);
};

/** @returns the number of the last message of a conversation that was taken. */
const receivedBy = (position: Item | undefined): number => (position ? PositionRowSchema.parse(position).received : 0);

/** Everything a message's fate depends on besides its target, in one round trip. */
const readRows = async (
  cell: InboxCell,
  { envelope, type }: Extract<ReturnType<typeof readEnvelope>, { envelope: unknown }>,
): Promise<Rows> => {
  const { agreement, conversation, from, id } = envelope;
  const wanted = {
    agreement: agreement === undefined ? undefined : keys.state('agreement', agreement),
    seen: keys.message(MESSAGE_CONTRACTS[type].target, conversation, id),
    position: keys.position(conversation, from),
    link: keys.partnerLink(from),
    putOff: keys.putOff(id),
  };
  const items = await cell.store.getMany(Object.values(wanted).filter((key) => key !== undefined));
  const find = (key: Key | undefined) => items.find(({ pk, sk }) => pk === key?.pk && sk === key.sk);
  const seen = find(wanted.seen);
  const position = find(wanted.position);
  const putOffSince = find(wanted.putOff)?.since;
  return {
    agreement: find(wanted.agreement),
    link: find(wanted.link),
    seen: seen && IncomingMessageRowSchema.parse(seen),
    received: receivedBy(position),
    putOffSince: typeof putOffSince === 'string' ? putOffSince : undefined,
  };
};

const hasAgreementWith = async ({ store }: InboxCell, city: string): Promise<boolean> => {
  const { items } = await store.query({ pk: keys.listing(agreementList({ partner: city }), '').pk, limit: 1 });
  return items.length > 0;
};
