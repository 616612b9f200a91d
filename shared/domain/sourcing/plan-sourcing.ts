import type { CityCode } from '../kernel/city-code.ts';
import { MINUTE_MS, millisecondsBetween, plus } from '../kernel/instant.ts';
import { type Refusal, sentenceOf } from '../kernel/refusal.ts';
import { quantitiesOf } from '../request/bookkeeping.ts';
import type { RequestItem } from '../request/request-item.ts';
import { isEngaged, NO_ENGAGEMENTS } from '../request/request-state.ts';
import type { CapabilityLevel } from '../vocabulary/resource-kinds.ts';
import { type Fear, gravestOf, putBackMinutes } from '../warning/feared.ts';
import { type Candidate, candidateKey, type Source, type SourceName } from './candidate.ts';
import { choose, type Option, type Solver, type Taken } from './choose.ts';
import { eligibility, type Setting } from './eligibility.ts';
import { arrivalMinutes, type CostRates, costYuan, type PackageRates } from './estimate.ts';
import { reasonsFor, whyNot, whyUnfilled } from './explain.ts';
import { riskOf, riskOfColour } from './giver-risk.ts';
import type { Choice, NotChosen, PlannedItem, PlanOptions, SourcingPlan } from './sourcing-plan.ts';

/** Everything a plan is made from; all of it has been read. */
export interface PlanSetting extends Setting {
  readonly options: PlanOptions;
  /** Who might be sent for each item, by its id: teams and agencies of the item's kind, stock of its code. */
  readonly candidates: ReadonlyMap<string, readonly Candidate[]>;
  readonly rates: CostRates;
  readonly packageRates: PackageRates;
  readonly solver: Solver;
}

/** A candidate that could be sent for an item, measured. */
export interface Eligible extends Option {
  readonly of: Candidate;
  readonly source: Source;
  readonly level: CapabilityLevel;
  /** What is estimated for all that is taken of it: goods cost their transport, however many they are. */
  readonly totalYuan: number;
  /** What its city is warned of, the gravest. */
  readonly fear?: Fear;
}

interface Judged {
  readonly item: RequestItem;
  readonly open: number;
  readonly eligible: readonly Eligible[];
  readonly excluded: readonly { readonly of: Candidate; readonly refusal: Refusal }[];
}

const FEN_PER_YUAN = 100;

/** What is known of a partner's own trouble: what it has on its hands, and what it is warned of. */
const giverOf = (giver: CityCode, { city, awareness, feared }: PlanSetting) => {
  if (giver === city) return { risk: 0 };
  const fears = feared?.get(giver);
  const fear = gravestOf(fears);
  const risk = Math.max(riskOf(awareness.get(giver) ?? []), fear === undefined ? 0 : riskOfColour(fear.colour));
  const minutes = putBackMinutes(fears);
  return { risk, ...(fear && { fear }), ...(minutes > 0 && { putBackMinutes: minutes }) };
};

const measured = (of: Candidate, item: RequestItem, source: Source, setting: PlanSetting): Eligible => {
  const { entry } = of;
  const { itemId, kind, level, reportingPoint, neededUntil: until } = item;
  const mission = { kind, reportingPoint, from: setting.now, until };
  const totalYuan = costYuan(entry, mission, setting.rates, setting.packageRates);
  return {
    of,
    source,
    level: entry.capabilities.find((capability) => capability.kind === kind)?.level ?? level,
    itemId,
    candidate: candidateKey(of),
    units: kind === 'supplies' ? Math.floor(entry.supply?.free ?? 0) : 1,
    arrivalMinutes: arrivalMinutes(entry, reportingPoint),
    costYuan: kind === 'supplies' ? 0 : totalYuan,
    totalYuan,
    ...giverOf(entry.city, setting),
  };
};

/** The source an entry would be drawn from, whether or not it can be. */
const sourceName = ({ entry }: Candidate, { city }: PlanSetting): SourceName => {
  if (entry.city !== city) return 'partners';
  if (entry.kind === 'stock') return 'stock';
  return entry.kind === 'team' ? 'own' : 'agencies';
};

const judge = (item: RequestItem, setting: PlanSetting): Judged => {
  const { request, options, candidates } = setting;
  const eligible: Eligible[] = [];
  const excluded: { of: Candidate; refusal: Refusal }[] = [];
  for (const of of candidates.get(item.itemId) ?? []) {
    if (!options.from.includes(sourceName(of, setting))) continue;
    const source = eligibility(of, item, setting);
    if ('reason' in source) excluded.push({ of, refusal: source });
    else eligible.push(measured(of, item, source, setting));
  }
  const { open } = quantitiesOf(isEngaged(request) ? request : NO_ENGAGEMENTS, item);
  return { item, open, eligible, excluded };
};

const amountOf = (taken: readonly Taken[]): number => taken.reduce((sum, { amount }) => sum + amount, 0);

const choiceOf = (
  { option: taken, amount: quantity }: Taken<Eligible>,
  { item }: Judged,
  { now }: PlanSetting,
): Choice => {
  const { kind, id, city, name } = taken.of.entry;
  const estimatedArrival = plus(now, taken.arrivalMinutes * MINUTE_MS);
  return {
    ...{ kind, id, city, name, source: taken.source, quantity, level: taken.level, estimatedArrival },
    arrivalMinutes: taken.arrivalMinutes,
    minutesLate: Math.ceil(millisecondsBetween(item.neededBy, estimatedArrival) / MINUTE_MS),
    estimatedCost: taken.totalYuan * FEN_PER_YUAN,
    risk: taken.risk,
    reasons: reasonsFor(taken, item, estimatedArrival),
  };
};

const notChosen = ({ entry: { kind, id, city, name } }: Candidate, refusal: Refusal): NotChosen => ({
  ...{ kind, id, city, name, code: refusal.reason.code, reason: sentenceOf(refusal) },
});

const plannedItem = (
  judged: Judged,
  taken: readonly Taken<Eligible>[],
  kindOf: ReadonlyMap<string, string>,
  setting: PlanSetting,
): PlannedItem => {
  const { item, open, eligible, excluded } = judged;
  const ofItem = taken.filter(({ option }) => option.itemId === item.itemId);
  const options = ofItem.map(({ option }) => option);
  const chosen = ofItem
    .map((each) => choiceOf(each, judged, setting))
    .toSorted((one, other) => one.arrivalMinutes - other.arrivalMinutes || (one.id < other.id ? -1 : 1));
  const left = eligible
    .filter((each) => !options.includes(each))
    .toSorted((one, other) => one.arrivalMinutes - other.arrivalMinutes)
    .map((each) => {
      const elsewhere = taken.find(({ option }) => option.candidate === each.candidate)?.option.itemId;
      const refusal = whyNot(
        each,
        options,
        elsewhere === undefined ? undefined : kindOf.get(elsewhere),
        setting.options,
      );
      return notChosen(each.of, refusal);
    });
  const no = excluded.map(({ of, refusal }) => notChosen(of, refusal));
  const missing = open - amountOf(ofItem);
  return {
    ...{ itemId: item.itemId, kind: item.kind, level: item.level, open, chosen },
    ...(item.kind === 'supplies' ? { supply: item.supply } : {}),
    unfilled: { quantity: missing, reasons: whyUnfilled(missing, left, no) },
    notChosen: [...left, ...no],
  };
};

/**
 * Plans who sends what for what is still open of a request, exactly: as much as possible is filled, then as the options prefer; each
 * candidate is told why it was chosen or not. Pure: no price is asked, nobody is reserved.
 */
export const planSourcing = (setting: PlanSetting): SourcingPlan => {
  const { request, now, options, solver } = setting;
  const judged = request.items.map((item) => judge(item, setting));
  const eligible = judged.flatMap((each) => each.eligible);
  const wanted = new Map(judged.map(({ item, open }) => [item.itemId, open]));
  const taken = choose(eligible, wanted, options.prefer, solver);
  const kindOf = new Map(request.items.map(({ itemId, kind }) => [itemId, kind]));
  const items = judged.map((each) => plannedItem(each, taken, kindOf, setting));
  const open = judged.reduce((sum, each) => sum + each.open, 0);
  const filled = amountOf(taken);
  return {
    ...{ requestId: request.id, plannedAt: now, options, items },
    totals: {
      ...{ open, filled, unfilled: open - filled },
      ...(taken.length === 0
        ? {}
        : { latestArrivalMinutes: Math.max(...taken.map(({ option }) => option.arrivalMinutes)) }),
      estimatedCost: taken.reduce((sum, { option }) => sum + option.totalYuan * FEN_PER_YUAN, 0),
    },
  };
};
