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
import { type Loaded, loadSet, nameOf, type Reference, readBack, stateOf } from '../loaded.ts';
import { EventRowSchema } from '../rows.ts';
import { type Item, type Store, TransactionCancelled, type Write } from '../store.ts';
import { keys, RANGE } from '../table.ts';
import { type FigurePartRow, FigurePartRowSchema } from './figure-rows.ts';
import { type FigureCity, type PartChange, writeParts } from './write-parts.ts';

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

const figuredFrom = async (
  city: FigureCity,
  { kind }: Reference,
  loaded: Loaded<unknown>,
): Promise<Figured | undefined> => {
  if (!isFigured(kind)) return undefined;
  switch (kind) {
    case 'request':
      return { kind, state: stateOf(loaded, requestConversation) };
    case 'received-request':
      return { kind, state: stateOf(loaded, receivedRequestConversation) };
    case 'task':
      return { kind, state: stateOf(loaded, taskConversation) };
    case 'deployment': {
      const state = stateOf(loaded, deploymentConversation);
      return { kind, state, kindAsked: await kindAskedFor(city, state.mission) };
    }
  }
};

/** @returns what the acts of the clock among these entries add. */
const missedAmong = (entries: readonly LedgerEntry[], isExercise: boolean): FigureParts => {
  const acts = entries.filter(({ type }) => type === DEADLINE_ACTED);
  return new Map(
    acts.flatMap(({ type, data }) => [
      ...figuresOfMissedClock(DeadlineActedSchema.parse({ ...data, type }), isExercise),
    ]),
  );
};

/** An aggregate that is to be counted, and what is known of it. */
interface Counting {
  readonly reference: Reference;
  /** Entries of its ledger that may be acts of the clock. */
  readonly entries: readonly LedgerEntry[];
  /** Whether they are all there are: then nothing else is missed. */
  readonly areAll: boolean;
}

const isOfDrill = ({ kind }: Reference, { state }: Loaded<unknown>): boolean =>
  CONVERSATIONS[kind].aggregate.isExercise(state);

/** Each of an aggregate's parts as it should be; one that should not be is empty. */
const wantedParts = async (
  city: FigureCity,
  { reference, entries, areAll }: Counting,
  loaded: Loaded<unknown> | undefined,
  before: ReadonlyMap<string, FigurePartRow>,
): Promise<FigureParts> => {
  if (!loaded) return new Map([...before.keys()].map((part) => [part, []]));
  const figured = await figuredFrom(city, reference, loaded);
  const stale = [...before.keys()].filter((part) => areAll || !isOfMissedClock(part));
  return new Map([
    ...stale.map((part) => [part, []] as const),
    ...(figured ? figuresOf(figured) : []),
    ...missedAmong(entries, isOfDrill(reference, loaded)),
  ]);
};

/**
 * Counted anew, an aggregate may be told of at the same time; one of a drill may be removed. Else its notes come one after the other, and a command
 * must not be held up by somebody who looks.
 */
const asRead = ({ row: { pk, sk, version } }: Loaded<unknown>): Write => {
  return { kind: 'check', key: { pk, sk }, condition: { kind: 'equals', attribute: 'version', value: version } };
};

/** @returns what each part of an aggregate is to add, whether it changes or not. */
const changesOf = async (
  city: FigureCity,
  counting: Counting,
  before: ReadonlyMap<string, FigurePartRow>,
  row: Item | undefined,
): Promise<readonly PartChange[]> => {
  const { reference, areAll } = counting;
  const loaded = row && readBack(row, CONVERSATIONS[reference.kind]);
  const guards = loaded && (areAll || isOfDrill(reference, loaded)) ? [asRead(loaded)] : [];
  const wanted = await wantedParts(city, counting, loaded, before);
  return [...wanted].map(([part, lines]) => {
    const key = keys.figurePart(reference.kind, reference.id, part);
    return { key, before: before.get(part), lines, guards };
  });
};

/** States are read last: whoever has seen an older one and is slower finds the parts changed. */
const countOnce = async (city: FigureCity, countings: readonly Counting[]): Promise<void> => {
  const parts = await Promise.all(countings.map(({ reference }) => partsOf(city, reference)));
  const places = countings.map(({ reference: { kind, id } }) => keys.state(kind, id));
  const rows = new Map((await city.store.getMany(places)).map((item) => [item.pk, item]));
  const changes = await Promise.all(
    countings.map((counting, n) =>
      changesOf(city, counting, parts[n] ?? new Map(), rows.get(nameOf(counting.reference))),
    ),
  );
  await writeParts(city, changes.flat());
};

const count = async (city: FigureCity, countings: readonly Counting[]): Promise<void> => {
  if (countings.length === 0) return;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await countOnce(city, countings);
    } catch (error) {
      if (!(error instanceof TransactionCancelled) || attempt === ATTEMPTS) throw error;
      await city.pause(FIRST_PAUSE_MS * 2 ** attempt);
    }
  }
};

/** An aggregate, and entries of its ledger that were told of: a deadline that passed follows from them, and not from the state. */
export interface Refigured {
  readonly reference: Reference;
  readonly entries?: readonly LedgerEntry[];
}

/**
 * Has the figures hold what aggregates, each named once, are now, whatever they held of them before; of one that is gone, nothing. Costs a BatchGetItem of
 * them all, a Query of the parts of each, and for the parts that changed, as many together as fit, a BatchGetItem and a transaction.
 */
export const refigure = (city: FigureCity, ...aggregates: readonly Refigured[]): Promise<void> =>
  count(
    city,
    aggregates.map(({ reference, entries = [] }) => ({ reference, entries, areAll: false })),
  );

/** The same from all of its ledger, when a rule has changed by which things are counted. */
export const refigureFromLedger = async (city: FigureCity, reference: Reference): Promise<void> => {
  const items = await allOf(city.store, { pk: nameOf(reference), between: RANGE.events });
  const entries = items.map((item) => EventRowSchema.parse(item).entry);
  await count(city, [{ reference, entries, areAll: true }]);
};
