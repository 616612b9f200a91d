import type { Decision } from '../domain/kernel/decision.ts';
import { conversationAmong, type SomeConversations } from '../exchange/conversation.ts';
import { type Change, type Setting, unchanged, withEvents } from './change.ts';
import type { ExecutingCell, Execution } from './execute.ts';
import { type LoadedSet, loadSet, nameOf, type Reference } from './loaded.ts';

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
    const decision = conversation.aggregate.decide(change.state, command, setting.circumstances);
    if (!decision.accepted) return decision;
    const changed = withEvents(change, decision.events, setting.outgoing);
    changes.set(nameOf(reference), changed);
    for (const { event, state } of changed.steps.slice(change.steps.length))
      for (const { kind, id, command: consequence } of conversation.aggregate.consequences?.(event, state) ?? [])
        queue.push({ reference: { kind, id }, command: consequence });
  }
  return { accepted: true, events: [...changes.values()] };
};
