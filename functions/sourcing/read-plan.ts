import { LoadedSet, loadSet, nameOf, type Reference } from '../../shared/data/loaded.ts';
import { type LookupCell, lookUp } from '../../shared/data/lookup/look-up.ts';
import { stockForDrill, teamForDrill } from '../../shared/domain/drill/entry-for-drill.ts';
import { refuse } from '../../shared/domain/kernel/decision.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import type { LookupHit, LookupQuery } from '../../shared/domain/lookup/lookup-query.ts';
import {
  ReceivedRequestCardSchema,
  receivedRequestList,
} from '../../shared/domain/received-request/received-request-listings.ts';
import type { RegistryEntry } from '../../shared/domain/registry/registry-entry.ts';
import type { RequestItem } from '../../shared/domain/request/request-item.ts';
import { REQUEST_REFUSALS } from '../../shared/domain/request/request-refusals.ts';
import type { RequestState } from '../../shared/domain/request/request-state.ts';
import { type Candidate, candidateKey } from '../../shared/domain/sourcing/candidate.ts';
import { packageRates } from '../../shared/domain/sourcing/estimate.ts';
import type { Awareness, Trouble } from '../../shared/domain/sourcing/giver-risk.ts';
import { planSourcing } from '../../shared/domain/sourcing/plan-sourcing.ts';
import { essence, type PlanOptions, type SourcingPlan } from '../../shared/domain/sourcing/sourcing-plan.ts';
import type { StockState } from '../../shared/domain/stock/stock-state.ts';
import type { TeamState } from '../../shared/domain/team/team-state.ts';
import { digestOf } from '../../shared/exchange/canonical.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { agencyConversation } from '../../shared/exchange/conversations/agency.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import { requestAtHome } from '../../shared/exchange/conversations/request-at-home.ts';
import { stockConversation } from '../../shared/exchange/conversations/stock.ts';
import { teamConversation } from '../../shared/exchange/conversations/team.ts';
import { problemOfRefusal } from '../../shared/http/problems.ts';
import { listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { whatIsFearedWhere } from '../../shared/lambda/what-is-feared-where.ts';
import { COST_ESTIMATES } from '../../shared/reference/cost-estimates.ts';
import { linearSolver } from '../../shared/sourcing/linear-solver.ts';

const CONVERSATIONS = conversationsOf(agreementConversation, teamConversation, agencyConversation, stockConversation);

export type PlanningCell = LookupCell & Pick<Cell, 'store' | 'city' | 'clock'>;

/** Entries that one lookup gives, the nearest and fittest. */
const LOOKED_AT = 100;
/** Requests of partners that are looked at for what they have on their hands. */
const TROUBLES = 200;

type Hits = readonly LookupHit[];

const queriesFor = (item: RequestItem): readonly LookupQuery[] => {
  const { kind: resourceKind, level, reportingPoint } = item;
  const { latitude, longitude } = reportingPoint;
  const near = { latitude, longitude };
  if (item.kind === 'supplies') return [{ kinds: ['stock'], supplyCode: item.supply.code, near, limit: LOOKED_AT }];
  const of = { resourceKind, near, limit: LOOKED_AT };
  return [
    { ...of, kinds: ['team'], level },
    { ...of, kinds: ['agency'], level },
    /** Those of too low a level, to say so. */
    ...(level === 3 ? [] : [{ ...of, kinds: ['team', 'agency'] } satisfies LookupQuery]),
    { ...of, kinds: ['package'] },
  ];
};

/** @returns a lookup that asks each question once. */
const askingOnce = (cell: PlanningCell, now: Instant) => {
  const asked = new Map<string, Promise<Hits>>();
  return (query: LookupQuery): Promise<Hits> => {
    const name = JSON.stringify(query);
    const hits = asked.get(name) ?? lookUp(cell, query, now).then((answer) => answer.hits);
    asked.set(name, hits);
    return hits;
  };
};

/** Who is found for each item, by its id. */
const hitsByItem = async (
  cell: PlanningCell,
  items: readonly RequestItem[],
  now: Instant,
): Promise<ReadonlyMap<string, Hits>> => {
  const ask = askingOnce(cell, now);
  const found = await Promise.all(
    items.map(async (item): Promise<[string, Hits]> => {
      const hits = await Promise.all(queriesFor(item).map(ask));
      return [item.itemId, hits.flat()];
    }),
  );
  return new Map(found);
};

/** What partners that ask this city for help have on their hands; of drills only in a drill. */
const awarenessOf = async (cell: PlanningCell, { exercise }: RequestState): Promise<Awareness> => {
  const { items } = await listCards(cell, receivedRequestList(), { limit: TROUBLES }, ReceivedRequestCardSchema);
  const troubles = new Map<string, Trouble[]>();
  for (const card of items) {
    if (card.exercise && !exercise) continue;
    const { hazard, responseLevel: level } = card.incident;
    if (level === undefined) continue;
    troubles.set(card.from, [...(troubles.get(card.from) ?? []), { hazard, level }]);
  }
  return troubles;
};

/** What can be sent, each with what knows it. */
const SENDABLE = { team: teamConversation, agency: agencyConversation, stock: stockConversation } as const;

const isSendable = (kind: string): kind is keyof typeof SENDABLE => Object.hasOwn(SENDABLE, kind);

/** What of the hits is read besides: the agreements of partners, and own entries as they are now and not when they were indexed. */
const readFor = (hits: Hits, city: string): readonly Reference[] =>
  hits
    .filter(({ entry: { kind } }) => isSendable(kind))
    .flatMap(({ entry: { kind, id, city: of }, agreements }): Reference[] =>
      of === city ? [{ kind, id }] : agreements.map((agreement) => ({ kind: 'agreement', id: agreement })),
    );

/** What a drill must know besides of an own entry. */
const forDrill = (current: RegistryEntry, state: unknown): RegistryEntry => {
  if (current.kind === 'team') return teamForDrill(current, state as TeamState);
  return current.kind === 'stock' ? stockForDrill(current, state as StockState) : current;
};

const candidateOf = (
  { entry, agreements }: LookupHit,
  loaded: LoadedSet,
  { city, isExercise }: { readonly city: string; readonly isExercise: boolean },
): Candidate | undefined => {
  if (entry.city !== city)
    return { entry, agreements: agreements.flatMap((id) => loaded.state(agreementConversation, id) ?? []) };
  if (!isSendable(entry.kind)) return undefined;
  const { aggregate } = SENDABLE[entry.kind];
  const state = loaded.get({ kind: entry.kind, id: entry.id })?.state;
  const current = state === undefined ? undefined : aggregate.registryEntry?.(state as never, city);
  return current && { entry: isExercise ? forDrill(current, state) : current, agreements: [] };
};

const candidatesOf = (
  hits: Hits,
  loaded: LoadedSet,
  where: { readonly city: string; readonly isExercise: boolean },
): readonly Candidate[] => {
  const candidates = hits
    .filter(({ entry: { kind } }) => isSendable(kind))
    .flatMap((hit) => candidateOf(hit, loaded, where) ?? []);
  return [...new Map(candidates.map((candidate) => [candidateKey(candidate), candidate])).values()];
};

/** As many as one BatchGetItem reads. */
const AT_ONCE = 100;

const loadAll = async (cell: PlanningCell, references: readonly Reference[]): Promise<LoadedSet> => {
  const unique = [...new Map(references.map((reference) => [nameOf(reference), reference])).values()];
  const slices = Array.from({ length: Math.ceil(unique.length / AT_ONCE) }, (_, index) =>
    unique.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
  const sets = await Promise.all(slices.map((slice) => loadSet(cell.store, CONVERSATIONS, slice)));
  return sets.reduce((all, set) => all.with(set), new LoadedSet(new Map(), new Set()));
};

/** A plan, the version under which it is placed, and the request as it was read for it. */
export interface ReadPlan {
  readonly plan: SourcingPlan;
  readonly planVersion: string;
  readonly request: RequestState;
}

/**
 * Plans who sends what for a request, from what this city holds: no other city is asked.
 * @throws ProblemError 404, and 409 when the request is over.
 */
export const readPlan = async (cell: PlanningCell, requestId: string, options: PlanOptions): Promise<ReadPlan> => {
  const { state: request } = await loadOr404(cell, requestAtHome, requestId);
  const { status, items } = request;
  if (status === 'closed' || status === 'cancelled')
    throw problemOfRefusal(refuse(REQUEST_REFUSALS.wrongStatus, { status }).refusal);
  const now = cell.clock.now();
  const [hits, awareness, feared] = await Promise.all([
    hitsByItem(cell, items, now),
    awarenessOf(cell, request),
    whatIsFearedWhere(cell, now, request.exercise),
  ]);
  const all = [...hits.values()].flat();
  const loaded = await loadAll(cell, readFor(all, cell.city));
  const where = { city: cell.city, isExercise: request.exercise };
  const plan = planSourcing({
    ...{ request, city: cell.city, now, awareness, feared, options },
    candidates: new Map([...hits].map(([itemId, found]) => [itemId, candidatesOf(found, loaded, where)])),
    rates: COST_ESTIMATES,
    packageRates: packageRates(all.map(({ entry }) => entry)),
    solver: linearSolver,
  });
  return { plan, planVersion: digestOf({ options, plan: essence(plan) }), request };
};
