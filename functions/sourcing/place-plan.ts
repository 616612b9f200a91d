import type * as z from 'zod';
import type { ExecutingCell } from '../../shared/data/execute.ts';
import { type IdempotencyRequest, storedAnswer } from '../../shared/data/idempotency.ts';
import type { Actor } from '../../shared/domain/kernel/actor.ts';
import { type Refusal, sentenceOf } from '../../shared/domain/kernel/refusal.ts';
import { isEngaged, type RequestState } from '../../shared/domain/request/request-state.ts';
import { type PlacementPart, partsOf, transactionsOf } from '../../shared/domain/sourcing/placement-parts.ts';
import { requestConversation } from '../../shared/exchange/conversations/request.ts';
import { problemOfRefusal } from '../../shared/http/problems.ts';
import type { sourcingRoutes } from '../../shared/http/routes/sourcing.ts';
import { type PlacedPart, type PlanPlacement, PlanPlacementSchema } from '../../shared/http/views/sourcing.ts';
import { loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { spoken } from '../../shared/reference/spoken.ts';
import { carryOut } from './carry-out.ts';
import { nothingToPlace, notInPlan, planChanged } from './placement-problems.ts';
import { type PlanningCell, readPlan } from './read-plan.ts';

export type PlacingCell = PlanningCell & ExecutingCell;

/** Who places a plan, and the key of the call. */
export interface Placing {
  readonly requestId: string;
  readonly actor: Actor;
  readonly idempotency: IdempotencyRequest;
}

type Wanted = z.infer<NonNullable<typeof sourcingRoutes.placeSourcingPlan.body>>;

const isDone = (request: RequestState, part: PlacementPart): boolean => {
  if (!isEngaged(request)) return false;
  if (part.type === 'partner') return request.placements.some(({ agreementId }) => agreementId === part.agreementId);
  return part.type === 'own' || part.type === 'stock'
    ? request.ownHelp.dispatches.some(({ deploymentId }) => deploymentId === part.deploymentId)
    : request.ownHelp.tasks.some(({ taskId }) => taskId === part.taskId);
};

const refusedPart = (part: PlacementPart, refusal: Refusal): PlacedPart => ({
  ...{ part, outcome: 'refused', code: refusal.reason.code, reason: spoken(sentenceOf(refusal)) },
});

/** The parts of the plan as it was seen, which is the plan as it is now. @throws ProblemError 409, 422 */
const agreedParts = async (
  cell: PlacingCell,
  requestId: string,
  { planVersion, only, from, prefer }: Wanted,
): Promise<readonly PlacementPart[]> => {
  const { plan, planVersion: current } = await readPlan(cell, requestId, { from, prefer });
  if (current !== planVersion) throw planChanged(plan, current, only);
  const stranger = notInPlan(plan, only);
  if (stranger) throw stranger;
  const parts = partsOf(plan, only, cell.newId);
  if (parts.length === 0) throw nothingToPlace();
  return parts;
};

/**
 * Does what fits into the first transaction, and keeps with the key of the call what all of the plan's parts are: a repeat finds
 * them and goes on, whatever a plan made then would say.
 */
const begin = async (cell: PlacingCell, placing: Placing, wanted: Wanted): Promise<PlanPlacement> => {
  const { requestId, actor, idempotency } = placing;
  const parts = await agreedParts(cell, requestId, wanted);
  const [first = []] = transactionsOf(parts);
  const begun: PlanPlacement = {
    ...{ requestId, planVersion: wanted.planVersion, complete: first.length === parts.length },
    parts: parts.map((part) => ({ part, outcome: first.includes(part) ? 'done' : 'left' })),
  };
  const answer = () => ({ status: 200, body: begun });
  const executed = await carryOut(cell, requestId, first, { actor, idempotency, answer });
  if (executed.outcome === 'refused') throw problemOfRefusal(executed.refusal);
  return executed.outcome === 'repeated' ? PlanPlacementSchema.parse(executed.answer.body) : begun;
};

/** Does parts together or, if something is in the way of one, each by itself. */
const doParts = async (
  cell: PlacingCell,
  placing: Placing,
  parts: readonly PlacementPart[],
): Promise<readonly PlacedPart[]> => {
  const executed = await carryOut(cell, placing.requestId, parts, { actor: placing.actor });
  if (executed.outcome !== 'refused') return parts.map((part) => ({ part, outcome: 'done' }));
  const [only, ...others] = parts;
  if (only && others.length === 0) return [refusedPart(only, executed.refusal)];
  const outcomes: PlacedPart[] = [];
  for (const part of parts) outcomes.push(...(await doParts(cell, placing, [part])));
  return outcomes;
};

/** Does what is left, one transaction after the other. */
const goOn = async (cell: PlacingCell, placing: Placing, begun: PlanPlacement): Promise<PlanPlacement> => {
  const { state } = await loadOr404(cell, requestConversation, placing.requestId);
  const left = begun.parts.map(({ part }) => part).filter((part) => !isDone(state, part));
  const outcomes: PlacedPart[] = [];
  for (const group of transactionsOf(left)) outcomes.push(...(await doParts(cell, placing, group)));
  const parts = begun.parts.map(
    ({ part }): PlacedPart => outcomes.find((each) => each.part === part) ?? { part, outcome: 'done' },
  );
  return { ...begun, parts, complete: parts.every(({ outcome }) => outcome === 'done') };
};

/**
 * Places a plan: in one transaction where it fits, else in several, each whole. Whoever repeats the call gets the rest done, and is told
 * of every part what became of it.
 * @throws ProblemError 409 when the plan is not what it was, or the first transaction is refused; then nothing is done.
 */
export const placePlan = async (cell: PlacingCell, placing: Placing, wanted: Wanted): Promise<PlanPlacement> => {
  const stored = await storedAnswer(cell.store, placing.idempotency);
  const begun = stored ? PlanPlacementSchema.parse(stored.body) : await begin(cell, placing, wanted);
  return begun.complete ? begun : goOn(cell, placing, begun);
};
