import { isDeadlineActed } from '../domain/deadline/deadline-acted.ts';
import type { DomainEvent, NoticeDraft } from '../domain/kernel/aggregate.ts';
import type { Circumstances } from '../domain/kernel/decision.ts';
import type { AnyConversation, Outgoing, OutgoingContext } from '../exchange/conversation.ts';
import type { Loaded, Reference } from './loaded.ts';

/** An event with the messages that tell of it, and the state after it. */
export interface Step {
  readonly event: DomainEvent;
  readonly outgoing: readonly Outgoing[];
  readonly state: unknown;
  /** What people are told of an act of the clock; of an event its aggregate says so. */
  readonly notices?: readonly NoticeDraft[];
}

/** What has happened to one aggregate inside a transaction that is being put together. */
export interface Change {
  readonly reference: Reference;
  readonly conversation: AnyConversation;
  readonly before: Loaded<unknown> | undefined;
  readonly state: unknown;
  /** Events in order, each with the messages that tell of it. */
  readonly steps: readonly Step[];
}

/** Starts a change of an aggregate as it was read (`undefined`: it does not exist yet). */
export const unchanged = (
  reference: Reference,
  conversation: AnyConversation,
  before: Loaded<unknown> | undefined,
): Change => ({ reference, conversation, before, state: before?.state, steps: [] });

/** @returns the change with these events applied, and the messages they ask for. */
export const withEvents = (change: Change, events: readonly DomainEvent[], context: OutgoingContext): Change => {
  const { aggregate } = change.conversation;
  let { state } = change;
  const steps = [...change.steps];
  for (const event of events) {
    state = aggregate.evolve(state, event);
    steps.push({ event, state, outgoing: change.conversation.outgoing(event, state, context) });
  }
  return { ...change, state, steps };
};

/** @returns the steps that are events of the aggregate's own: the clock's acts about its deadlines are none. */
export const ownSteps = ({ steps }: Change): readonly Step[] => steps.filter(({ event }) => !isDeadlineActed(event));

/** What a decision is taken in, seen from a cell. */
export interface Setting {
  readonly circumstances: Circumstances;
  readonly outgoing: OutgoingContext;
  /** What the ledger names as what brought it about besides. */
  readonly cause?: Reference;
}
