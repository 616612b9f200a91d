import type { SomeConversations } from '../exchange/conversation.ts';
import { decideAll } from './decide-all.ts';
import { type Done, type ExecutingCell, type Execution, type Plan, planOf, settingOf } from './execute.ts';
import type { LoadedSet } from './loaded.ts';
import { MAXIMUM_TRANSACTION_WRITES } from './store.ts';
import { written } from './written.ts';

type Group = { readonly index: number; readonly plan: Plan }[];

/** @returns plans that fit into one transaction each, in order. */
const grouped = (plans: readonly (Plan | undefined)[]): readonly Group[] => {
  const groups: Group[] = [];
  let room = 0;
  for (const [index, plan] of plans.entries()) {
    if (!plan) continue;
    if (plan.writes.length > room) {
      groups.push([]);
      room = MAXIMUM_TRANSACTION_WRITES;
    }
    groups.at(-1)?.push({ index, plan });
    room -= plan.writes.length;
  }
  return groups;
};

/**
 * Executes commands, each on another aggregate, as many of them in one transaction as fit: for large numbers of small changes that
 * have nothing to do with one another. Each needs no read but that of `loaded`.
 * @returns for each command what its aggregate is after it; `undefined` where nothing was done, because it was refused, or because
 * another change of the same transaction was beaten: such commands are to be executed one by one.
 */
export const executeTogether = async (
  cell: ExecutingCell,
  conversations: SomeConversations,
  executions: readonly Execution[],
  loaded: LoadedSet,
): Promise<readonly (Done | undefined)[]> => {
  const planned = async (execution: Execution): Promise<Plan | undefined> => {
    const setting = await settingOf(cell, execution.actor, execution.cause);
    const decided = await decideAll(cell, conversations, execution, loaded, setting);
    return decided.accepted ? planOf(cell, execution, decided.events, setting) : undefined;
  };
  const plans: (Plan | undefined)[] = [];
  for (const execution of executions) plans.push(await planned(execution));
  const done: (Done | undefined)[] = executions.map(() => undefined);
  const write = async (group: Group): Promise<void> => {
    const writes = group.flatMap(({ plan }) => plan.writes);
    if (await written(cell, writes)) for (const { index, plan } of group) done[index] = plan.done;
  };
  await Promise.all(grouped(plans).map(write));
  return done;
};
