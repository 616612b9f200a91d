import type { AgreementState } from '../domain/agreement/agreement-state.ts';
import type { Aggregate, AggregateKind, DomainEvent } from '../domain/kernel/aggregate.ts';
import type { CityCode } from '../domain/kernel/city-code.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { DutyRoom } from './duty-room.ts';
import type { Envelope } from './envelope.ts';
import type { MessageBody, MessageType } from './message-schemas.ts';
import type { PublicKey } from './ports.ts';

/** A message that an event asks for, before it has its numbers, times and signature. */
export type Outgoing = {
  readonly [T in MessageType]: {
    /** uuid v7 that the decision drew, so that the state can name the message it sent. */
    readonly id: string;
    readonly type: T;
    readonly to: readonly CityCode[];
    readonly agreement?: string;
    readonly body: MessageBody<T>;
  };
}[MessageType];

/** What putting an event into words for the partners may need besides the event and the state. */
export interface OutgoingContext {
  readonly city: CityCode;
  readonly dutyRoom: DutyRoom;
  readonly sentAt: Instant;
  /** This city's public key, which proposals and signatures of agreements carry. */
  readonly publicKey: PublicKey;
}

/** A received message with everything its interpretation may need; `switch (incoming.type)` narrows its body. */
export type Incoming = {
  readonly [T in MessageType]: {
    readonly type: T;
    readonly body: MessageBody<T>;
    readonly envelope: Envelope;
    /** The agreement named by the envelope, as this city holds it. */
    readonly agreement: AgreementState | undefined;
  };
}[MessageType];

/**
 * An aggregate that talks with other cities: which of its events become messages, and which messages become its commands.
 * Both ways are pure.
 */
export interface Conversation<S, C, E extends DomainEvent> {
  readonly aggregate: Aggregate<S, C, E>;
  /** Messages that tell the partners of an event; `state` is the state after it. None: the event stays at home. */
  outgoing(event: E, state: S, context: OutgoingContext): readonly Outgoing[];
  /** The command a message stands for, or `undefined` when this aggregate does not take such messages. */
  incoming(incoming: Incoming): C | undefined;
}

/** A conversation of whatever aggregate. */
export type AnyConversation = Conversation<unknown, unknown, DomainEvent>;

/** The conversation of every kind of aggregate a cell keeps. */
export type Conversations = Readonly<Record<AggregateKind, AnyConversation>>;

/** Those a function needs: of the aggregates that its commands look at or change, themselves or by their consequences. */
export type SomeConversations = Partial<Conversations>;

/** @returns these conversations by the kind of their aggregate. */
export const conversationsOf = (...conversations: readonly AnyConversation[]): SomeConversations =>
  Object.fromEntries(conversations.map((conversation) => [conversation.aggregate.kind, conversation]));

/** @throws RangeError when a function was not given a conversation that it needs. */
export const conversationAmong = (conversations: SomeConversations, kind: AggregateKind): AnyConversation => {
  const conversation = conversations[kind];
  if (!conversation) throw new RangeError(`this function was given no conversation of a ${kind}`);
  return conversation;
};
