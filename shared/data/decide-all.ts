import type { ClockRanOut, MessageUnconfirmed } from '../domain/kernel/aggregate.ts';
import { accept, type Decision } from '../domain/kernel/decision.ts';
import { isEitherRealOrDrill, mixedRefusal } from '../domain/kernel/realm.ts';
import type { Refusal } from '../domain/kernel/refusal.ts';
import { conversationAmong, type SomeConversations } from '../exchange/conversation.ts';
import type { Envelope } from '../exchange/envelope.ts';
import { type Change, ownSteps, type Setting, unchanged, withEvents } from './change.ts';
import { withActs, withUnconfirmed } from './deadlines.ts';
import type { ExecutingCell, Execution } from './execute.ts';
import { type LoadedSet, loadSet, nameOf, type Reference } from './loaded.ts';

/** Whatever is changed together, and the message that asks for it, belongs to a drill, or none of it does. */
const mixed = (changes: readonly Change[], received: Envelope | undefined): Refusal | undefined => {
  const realms = changes
    .filter(({ reference, steps }) => steps.length > 0 && isEitherRealOrDrill(reference.kind))
    .map(({ conversation, state }) => conversation.aggregate.isExercise(state));
  const [first] = realms;
  if (first === undefined) return undefined;
  return [...realms, received?.exercise ?? first]
    .map((other) => mixedRefusal(first, other))
    .find((refusal) => refusal !== undefined);
};

const isOf = (type: string, command: unknown): boolean =>
  typeof command === 'object' && command !== null && 'type' in command && command.type === type;

const isClock = (command: unknown): command is ClockRanOut => isOf('clock-ran-out', command);
const isUnconfirmed = (command: unknown): command is MessageUnconfirmed => isOf('message-unconfirmed', command);

/** @returns the change with what a command comes to, and with what the clock does about deadlines if it is the clock's. */
const afterCommand = (change: Change, command: unknown, setting: Setting): Decision<Change> => {
  if (isUnconfirmed(command)) return accept(withUnconfirmed(change, command));
  const decision = change.conversation.aggregate.decide(change.state, command, setting.circumstances);
  if (!decision.accepted) return decision;
  const evolved = withEvents(change, decision.events, setting.outgoing);
  return accept(isClock(command) ? withActs(evolved, change, command, setting) : evolved);
};

/** Decides the command, those alongside it and, breadth first, every consequence of its events. All are accepted, or the first refusal stands. */
export const decideAll = async (
  cell: ExecutingCell,
  conversations: SomeConversations,
  execution: Execution,
  first: LoadedSet,
  setting: Setting,
): Promise<Decision<Change>> => {
  let loaded = first;
  const changes = new Map<string, Change>();
  const queue: { reference: Reference; command: unknown }[] = [
    { reference: execution.target, command: execution.command(loaded) },
    ...(execution.alongside?.(loaded) ?? []),
  ];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { reference, command } = next;
    if (!loaded.has(reference)) loaded = loaded.with(await loadSet(cell.store, conversations, [reference]));
    const conversation = conversationAmong(conversations, reference.kind);
    const change = changes.get(nameOf(reference)) ?? unchanged(reference, conversation, loaded.get(reference));
    const decision = afterCommand(change, command, setting);
    if (!decision.accepted) return decision;
    const [changed = change] = decision.events;
    changes.set(nameOf(reference), changed);
    for (const { event, state } of ownSteps(changed).slice(ownSteps(change).length))
      for (const { kind, id, command: consequence } of conversation.aggregate.consequences?.(event, state) ?? [])
        queue.push({ reference: { kind, id }, command: consequence });
  }
  const refusal = mixed([...changes.values()], execution.received);
  return refusal ? { accepted: false, refusal } : { accepted: true, events: [...changes.values()] };
};
