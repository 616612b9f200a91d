import { DEADLINE_ACTED, DeadlineActedSchema } from '../../domain/deadline/deadline-acted.ts';
import type { FigureParts } from '../../domain/figures/figure-cell.ts';
import { type Figured, figuresOf, isFigured } from '../../domain/figures/figures-of.ts';
import { figuresOfMissedClock, isOfMissedClock } from '../../domain/figures/figures-of-missed-clock.ts';
import type { ResourceKind } from '../../domain/vocabulary/resource-kinds.ts';
import { deploymentConversation } from '../../exchange/conversations/deployment.ts';
import { CONVERSATIONS } from '../../exchange/conversations/index.ts';
import { receivedRequestConversation } from '../../exchange/conversations/received-request.ts';
import { requestConversation } from '../../exchange/conversations/request.ts';
import { taskConversation } from '../../exchange/conversations/task.ts';
import type { LedgerEntry } from '../ledger.ts';
import { type Loaded, loadSet, nameOf, type Reference, readBack } from '../loaded.ts';
import { EventRowSchema, StateRowSchema } from '../rows.ts';
import { type Item, type Store, TransactionCancelled, type Write } from '../store.ts';
import { keys, RANGE } from '../table.ts';
import { type FigurePartRow, FigurePartRowSchema } from './figure-rows.ts';
import { type FigureCity, writePart } from './write-part.ts';

/** How often somebody else may be quicker, and how long to wait before trying again, milliseconds, doubling. */
const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 10;

const allOf = async (store: Pick<Store, 'query'>, query: Parameters<Store['query']>[0]): Promise<readonly Item[]> => {
  const { items, next } = await store.query(query);
  return next === undefined ? items : [...items, ...(await allOf(store, { ...query, after: next }))];
};

/** What has been added on behalf of an aggregate, by part: one Query. */
const partsOf = async ({ store }: FigureCity, { kind, id }: Reference): Promise<ReadonlyMap<string, FigurePartRow>> => {
  const items = await allOf(store, { pk: keys.figurePart(kind, id, '').pk });
  return new Map(items.map((item) => [item.sk, FigurePartRowSchema.parse(item)]));
};

/** The kind of resource that a mission was asked for as: by the request, or the partner's request, it is for. */
const kindAskedFor = async (
  { store }: FigureCity,
  { requestId, itemId }: { readonly requestId: string; readonly itemId: string },
): Promise<ResourceKind | undefined> => {
  const references: readonly Reference[] = [
    { kind: 'request', id: requestId },
    { kind: 'received-request', id: requestId },
  ];
  const loaded = await loadSet(store, CONVERSATIONS, references);
  const items = [
    ...(loaded.state(requestConversation, requestId)?.items ?? []),
    ...(loaded.state(receivedRequestConversation, requestId)?.placed.items ?? []),
  ];
  return items.find((item) => item.itemId === itemId)?.kind;
};

const figuredFrom = async (city: FigureCity, { kind }: Reference, row: Item): Promise<Figured | undefined> => {
  if (!isFigured(kind)) return undefined;
  switch (kind) {
    case 'request':
      return { kind, state: readBack(row, requestConversation).state };
    case 'received-request':
      return { kind, state: readBack(row, receivedRequestConversation).state };
    case 'task':
      return { kind, state: readBack(row, taskConversation).state };
    case 'deployment': {
      const { state } = readBack(row, deploymentConversation);
      return { kind, state, kindAsked: await kindAskedFor(city, state.mission) };
    }
  }
};

/** @returns what the acts of the clock among these entries add. */
const missedAmong = (entries: readonly LedgerEntry[], { state }: Loaded<unknown>, { kind }: Reference): FigureParts => {
  const isExercise = CONVERSATIONS[kind].aggregate.isExercise(state);
  const acts = entries.filter(({ type }) => type === DEADLINE_ACTED);
  return new Map(
    acts.flatMap(({ type, data }) => [
      ...figuresOfMissedClock(DeadlineActedSchema.parse({ ...data, type }), isExercise),
    ]),
  );
};

/** What is known when an aggregate is counted. */
interface Counting {
  /** Entries of its ledger that may be acts of the clock. */
  readonly entries: readonly LedgerEntry[];
  /** Whether they are all there are: then nothing else is missed. */
  readonly areAll: boolean;
}

/** Each of an aggregate's parts as it should be; one that should not be is empty. */
const wantedParts = async (
  city: FigureCity,
  reference: Reference,
  { entries, areAll }: Counting,
  row: Item | undefined,
  before: ReadonlyMap<string, FigurePartRow>,
): Promise<FigureParts> => {
  if (!row) return new Map([...before.keys()].map((part) => [part, []]));
  const figured = await figuredFrom(city, reference, row);
  const loaded = readBack(row, CONVERSATIONS[reference.kind]);
  const stale = [...before.keys()].filter((part) => areAll || !isOfMissedClock(part));
  return new Map([
    ...stale.map((part) => [part, []] as const),
    ...(figured ? figuresOf(figured) : []),
    ...missedAmong(entries, loaded, reference),
  ]);
};

const isOfDrill = ({ kind }: Reference, row: Item): boolean => {
  const conversation = CONVERSATIONS[kind];
  return conversation.aggregate.isExercise(readBack(row, conversation).state);
};

/**
 * Counted anew, an aggregate may be told of at the same time; one of a drill may be removed. Else its notes come one after the other, and a command
 * must not be held up by somebody who looks.
 */
const asRead = (row: Item): Write => {
  const { version } = StateRowSchema.parse(row);
  const { pk, sk } = row;
  return { kind: 'check', key: { pk, sk }, condition: { kind: 'equals', attribute: 'version', value: version } };
};

const countOnce = async (city: FigureCity, reference: Reference, counting: Counting): Promise<void> => {
  const key = keys.state(reference.kind, reference.id);
  const [before, row] = await Promise.all([partsOf(city, reference), city.store.get(key)]);
  const guards = row && (counting.areAll || isOfDrill(reference, row)) ? [asRead(row)] : [];
  for (const [part, lines] of await wantedParts(city, reference, counting, row, before))
    await writePart(city, keys.figurePart(reference.kind, reference.id, part), before.get(part), lines, guards);
};

const count = async (city: FigureCity, reference: Reference, counting: Counting): Promise<void> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await countOnce(city, reference, counting);
    } catch (error) {
      if (!(error instanceof TransactionCancelled) || attempt === ATTEMPTS) throw error;
      await city.pause(FIRST_PAUSE_MS * 2 ** attempt);
    }
  }
};

/**
 * Has the figures hold what an aggregate is now, whatever they held of it before; of one that is gone, nothing. Costs a Query of its parts, a GetItem, and
 * for each part that changed a transaction.
 * @param entries of its ledger, that were told of: a deadline that passed follows from them, and not from the state.
 */
export const refigure = (city: FigureCity, reference: Reference, entries: readonly LedgerEntry[] = []): Promise<void> =>
  count(city, reference, { entries, areAll: false });

/** The same from all of its ledger, when a rule has changed by which things are counted. */
export const refigureFromLedger = async (city: FigureCity, reference: Reference): Promise<void> => {
  const items = await allOf(city.store, { pk: nameOf(reference), between: RANGE.events });
  await count(city, reference, { entries: items.map((item) => EventRowSchema.parse(item).entry), areAll: true });
};
