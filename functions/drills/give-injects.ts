import { type ExecutingCell, execute } from '../../shared/data/execute.ts';
import { load } from '../../shared/data/loaded.ts';
import { nextInject } from '../../shared/domain/drill/decide-injects.ts';
import type { DrillCommand } from '../../shared/domain/drill/drill-commands.ts';
import type { DrillInject } from '../../shared/domain/drill/drill-inject.ts';
import { type BegunDrill, endsAt, isBegun } from '../../shared/domain/drill/drill-state.ts';
import { type Refusal, sentenceOf } from '../../shared/domain/kernel/refusal.ts';
import type { SomeConversations } from '../../shared/exchange/conversation.ts';
import { drillConversation } from '../../shared/exchange/conversations/drill.ts';
import { spoken } from '../../shared/reference/spoken.ts';
import { gatherFacts } from './gather-facts.ts';
import { injectWork } from './inject-work.ts';
import { continueRemoval } from './remove-data.ts';

const failed = (refusal: Refusal) => ({ code: refusal.reason.code, text: spoken(sentenceOf(refusal)) });

/** Gives an inject and notes it in the same transaction; where it is refused, notes that. */
const give = async (
  cell: ExecutingCell,
  conversations: SomeConversations,
  drill: BegunDrill,
  inject: DrillInject,
): Promise<void> => {
  const work = await injectWork(cell, drill, inject);
  const note = (outcome: Pick<Extract<DrillCommand, { type: 'note-inject' }>, 'made' | 'failure'>): DrillCommand => ({
    ...{ type: 'note-inject', key: inject.key },
    ...outcome,
  });
  const base = {
    target: { kind: 'drill', id: drill.id },
    actor: { kind: 'clock', city: cell.city },
  } as const;
  const given = await execute(cell, conversations, {
    ...base,
    command: () => note(work ? { made: work.on } : {}),
    ...(work && {
      alsoLoad: [work.on, ...work.reads],
      alongside: (others) => [{ reference: work.on, command: work.command(others) }],
    }),
  });
  if (given.outcome !== 'refused') return;
  await execute(cell, conversations, { ...base, command: () => note({ failure: failed(given.refusal) }) });
};

const current = async (cell: ExecutingCell, id: string) => (await load(cell.store, drillConversation, id))?.state;

/**
 * Does what is due of a drill: injects, one transaction each and in their order, however late; its end, with what it came to; and goes
 * on with the removal of its data. Costs a GetItem where nothing is due.
 */
export const performDrill = async (
  cell: ExecutingCell,
  conversations: SomeConversations,
  id: string,
): Promise<void> => {
  let drill = await current(cell, id);
  for (let left = drill && isBegun(drill) ? drill.script.injects.length : 0; left > 0; left -= 1) {
    const inject = drill && nextInject(drill, cell.clock.now());
    if (!drill || !isBegun(drill) || !inject) break;
    await give(cell, conversations, drill, inject);
    drill = await current(cell, id);
  }
  if (drill?.status === 'running' && endsAt(drill) <= cell.clock.now()) await endByItself(cell, conversations, drill);
  if (drill) await continueRemoval(cell, conversations, drill);
};

const endByItself = async (cell: ExecutingCell, conversations: SomeConversations, drill: BegunDrill): Promise<void> => {
  const facts = await gatherFacts(cell, drill);
  await execute(cell, conversations, {
    target: { kind: 'drill', id: drill.id },
    actor: { kind: 'clock', city: cell.city },
    command: (): DrillCommand => ({ type: 'end', facts }),
  });
};
