import { loadMany, nameOf, type Reference } from '../../shared/data/loaded.ts';
import { keys } from '../../shared/data/table.ts';
import { type DrillState, rootsOf } from '../../shared/domain/drill/drill-state.ts';
import { cameOfList, ExerciseCardSchema } from '../../shared/domain/drill/exercise-listings.ts';
import { isWarning } from '../../shared/domain/warning/warning-state.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { warningConversation } from '../../shared/exchange/conversations/warning.ts';
import type { Cell } from '../../shared/lambda/cell.ts';

type ReadingCell = Pick<Cell, 'store'>;

/** A notice about something of an exercise, with those it is before. */
export interface ExerciseNotice {
  readonly notice: string;
  readonly audiences: readonly string[];
}

/** What came of one thing. */
export interface Descendants {
  readonly things: readonly Reference[];
  readonly notices: readonly ExerciseNotice[];
}

/** @returns what came of a thing in an exercise: one Query, or more where there is much. */
export const descendantsOf = async ({ store }: ReadingCell, id: string): Promise<Descendants> => {
  const things: Reference[] = [];
  const notices: ExerciseNotice[] = [];
  const { pk } = keys.listing(cameOfList(id), '');
  let after: string | undefined;
  do {
    const page = await store.query({ pk, ...(after === undefined ? {} : { after }) });
    for (const { card } of page.items) {
      const parsed = ExerciseCardSchema.parse(card);
      if ('notice' in parsed) notices.push(parsed);
      else things.push(parsed);
    }
    after = page.next;
  } while (after !== undefined);
  return { things, notices };
};

/** What a warning had done: it is not known under the warning. */
const madeByWarnings = async (cell: ReadingCell, things: readonly Reference[]): Promise<readonly string[]> => {
  const warnings = things.filter(({ kind }) => kind === 'warning');
  const loaded = await loadMany(cell.store, conversationsOf(warningConversation), warnings);
  return warnings.flatMap(({ id }) => {
    const warning = loaded.state(warningConversation, id);
    return isWarning(warning) ? (warning.acts ?? []).flatMap(({ madeId }) => madeId ?? []) : [];
  });
};

/**
 * @returns everything that belongs to a drill in this city, at most as many as asked for, what came of a thing always before the thing
 * itself: costs a Query for each, whatever else there is.
 */
export const thingsOf = async (cell: ReadingCell, drill: DrillState, most: number): Promise<readonly Reference[]> => {
  const found = new Map<string, Reference>();
  const seen = new Set<string>();
  const isFull = (): boolean => found.size >= most;
  const add = (thing: Reference): void => {
    if (!isFull()) found.set(nameOf(thing), thing);
  };
  const visit = async (id: string): Promise<void> => {
    if (seen.has(id) || isFull()) return;
    seen.add(id);
    const { things } = await descendantsOf(cell, id);
    for (const made of await madeByWarnings(cell, things)) await visit(made);
    for (const thing of things.filter((each) => each.id !== id)) {
      await visit(thing.id);
      add(thing);
    }
    for (const thing of things.filter((each) => each.id === id)) add(thing);
  };
  for (const root of rootsOf(drill)) await visit(root);
  return [...found.values()];
};
