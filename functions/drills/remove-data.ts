import { type ExecutingCell, execute } from '../../shared/data/execute.ts';
import { refigure } from '../../shared/data/figures/refigure.ts';
import { load, type Reference } from '../../shared/data/loaded.ts';
import { StateRowSchema } from '../../shared/data/rows.ts';
import { keys } from '../../shared/data/table.ts';
import { removalUnderWay } from '../../shared/domain/drill/decide-removal.ts';
import type { DrillCommand } from '../../shared/domain/drill/drill-commands.ts';
import type { DrillRemoval, DrillState, RemovedThing } from '../../shared/domain/drill/drill-state.ts';
import { digestOf } from '../../shared/exchange/canonical.ts';
import type { SomeConversations } from '../../shared/exchange/conversation.ts';
import { drillConversation } from '../../shared/exchange/conversations/drill.ts';
import { thingsOf } from './drill-things.ts';
import { removeNotices, removeThing } from './remove-thing.ts';

/** Things removed before the drill's ledger says so. */
const BATCH = 10;

/** Batches in one look of the clock. */
const BATCHES_AT_ONCE = 10;

/** What the drill's ledger keeps of things: where each one's ledger ended. */
const headsOf = async ({ store }: ExecutingCell, things: readonly Reference[]): Promise<readonly RemovedThing[]> => {
  const rows = await store.getMany(things.map(({ kind, id }) => keys.state(kind, id)));
  return things.map(({ kind, id }) => {
    const item = rows.find(({ pk }) => pk === keys.aggregate(kind, id));
    const { length, head } = item ? StateRowSchema.parse(item) : { length: 0, head: '' };
    return { kind, id, length, head };
  });
};

/** @returns what is to be written next: a batch that is to be removed, or that nothing is left. */
const nextStep = async (cell: ExecutingCell, drill: DrillState, { digest }: DrillRemoval): Promise<DrillCommand> => {
  const things = await thingsOf(cell, drill, BATCH);
  if (things.length === 0) return { type: 'finish-removal' };
  const batch = await headsOf(cell, things);
  return { type: 'plan-removal', batch, digest: digestOf({ before: digest, batch }) };
};

/** Goes on with the removal by one step. @returns whether there is more to do. */
const step = async (cell: ExecutingCell, conversations: SomeConversations, drill: DrillState): Promise<boolean> => {
  const removal = removalUnderWay(drill);
  if (!removal) return false;
  const on = (command: DrillCommand) =>
    execute(cell, conversations, {
      target: { kind: 'drill', id: drill.id },
      actor: { kind: 'clock', city: cell.city },
      command: () => command,
    });
  if (removal.batch.length > 0) {
    for (const { kind, id } of removal.batch) {
      await removeThing(cell, conversations, { kind, id });
      await refigure(cell, { reference: { kind, id } });
    }
    return (await on({ type: 'note-removal' })).outcome === 'done';
  }
  const next = await nextStep(cell, drill, removal);
  if (next.type === 'finish-removal') await removeNotices(cell, drill.id);
  return (await on(next)).outcome === 'done' && next.type !== 'finish-removal';
};

/**
 * Removes what belongs to a drill that is over, piece after piece: what is to go is written into the drill's ledger before it goes, so
 * that whoever dies in between is taken up where they were. Does nothing where no removal was ordered.
 */
export const continueRemoval = async (
  cell: ExecutingCell,
  conversations: SomeConversations,
  drill: DrillState,
): Promise<void> => {
  let current: DrillState | undefined = drill;
  for (let left = 2 * BATCHES_AT_ONCE; left > 0; left -= 1) {
    if (!current || !(await step(cell, conversations, current))) return;
    current = (await load(cell.store, drillConversation, drill.id))?.state;
  }
};
