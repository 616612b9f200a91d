import type { AgreementState } from '../domain/agreement/agreement-state.ts';
import type { Aggregate, DomainEvent } from '../domain/kernel/aggregate.ts';
import type { CityCode } from '../domain/kernel/city-code.ts';
import type { Envelope } from './envelope.ts';
import type { MessageBody, MessageType } from './message-contracts.ts';
import type { PublicKey } from './ports.ts';
import type { DutyRoom } from './duty-room.ts';

/** A message that an event asks for, before it has its number, times and signature. */
export type Outgoing = {
  readonly [T in MessageType]: {
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
  readonly messageId: string;
  readonly sentAt: string;
  /** This city's public key, which proposals and signatures of agreements carry. */
  readonly publicKey: PublicKey;
}

/** A received message with everything its interpretation may need. */
export interface Incoming<T extends MessageType> {
  readonly envelope: Envelope;
  readonly body: MessageBody<T>;
  /** The agreement named by the envelope, as this city holds it. */
  readonly agreement: AgreementState | undefined;
}

/**
 * An aggregate that talks with other cities: which of its events become messages, and which messages become its commands.
 * Both ways are pure.
 */
export interface Conversation<S, C, E extends DomainEvent> {
  readonly aggregate: Aggregate<S, C, E>;
  /** By event type; events without an entry stay at home. `state` is the state after the event. */
  readonly outgoing: {
    readonly [K in E['type']]?: (
      event: Extract<E, { type: K }>,
      state: S,
      context: OutgoingContext,
    ) => readonly Outgoing[];
  };
  /** By message type; a type without an entry is not for this aggregate. */
  readonly incoming: { readonly [T in MessageType]?: (incoming: Incoming<T>) => C };
}
