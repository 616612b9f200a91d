import { MINUTE_MS, millisecondsBetween, plus } from '../kernel/instant.ts';
import { type Refusal, sentenceOf } from '../kernel/refusal.ts';
import { quantitiesOf } from '../request/bookkeeping.ts';
import type { RequestItem } from '../request/request-item.ts';
import { isEngaged, NO_ENGAGEMENTS } from '../request/request-state.ts';
import type { CapabilityLevel } from '../vocabulary/resource-kinds.ts';
import { type Candidate, candidateKey, type Source } from './candidate.ts';
import { choose, type Option, type Solver } from './choose.ts';
import { eligibility, type Setting } from './eligibility.ts';
import { arrivalMinutes, type CostRates, costYuan, type PackageRates } from './estimate.ts';
import { reasonsFor, whyNot, whyUnfilled } from './explain.ts';
import { riskOf } from './giver-risk.ts';
import type { Choice, NotChosen, PlannedItem, PlanOptions, SourcingPlan } from './sourcing-plan.ts';

/** Everything a plan is made from; all of it has been read. */
export interface PlanSetting extends Setting {
  readonly options: PlanOptions;
  /** Who might be sent for each item, by its id: teams and agencies of the item's kind. */
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
}

interface Judged {
  readonly item: RequestItem;
  readonly open: number;
  readonly eligible: readonly Eligible[];
  readonly excluded: readonly { readonly of: Candidate; readonly refusal: Refusal }[];
}

const FEN_PER_YUAN = 100;

const measured = (of: Candidate, item: RequestItem, source: Source, setting: PlanSetting): Eligible => {
  const { entry } = of;
  const { itemId, kind, level, reportingPoint, neededUntil: until } = item;
  const mission = { kind, reportingPoint, from: setting.now, until };
  return {
    of,
    source,
    level: entry.capabilities.find((capability) => capability.kind === kind)?.level ?? level,
    itemId,
    candidate: candidateKey(of),
    arrivalMinutes: arrivalMinutes(entry, reportingPoint),
    costYuan: costYuan(entry, mission, setting.rates, setting.packageRates),
    risk: entry.city === setting.city ? 0 : riskOf(setting.awareness.get(entry.city) ?? []),
  };
};

const SOURCE_NAMES = { own: 'own', agency: 'agencies', partner: 'partners' } as const;

/** The source an entry would be drawn from, whether or not it can be. */
const sourceName = ({ entry }: Candidate, { city }: PlanSetting) => {
  if (entry.city !== city) return SOURCE_NAMES.partner;
  return entry.kind === 'team' ? SOURCE_NAMES.own : SOURCE_NAMES.agency;
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

const choiceOf = (taken: Eligible, { item }: Judged, { now }: PlanSetting): Choice => {
  const { kind, id, city, name } = taken.of.entry;
  const estimatedArrival = plus(now, taken.arrivalMinutes * MINUTE_MS);
  return {
    ...{ kind, id, city, name, source: taken.source, level: taken.level, estimatedArrival },
    arrivalMinutes: taken.arrivalMinutes,
    minutesLate: Math.ceil(millisecondsBetween(item.neededBy, estimatedArrival) / MINUTE_MS),
    estimatedCost: taken.costYuan * FEN_PER_YUAN,
    risk: taken.risk,
    reasons: reasonsFor(taken, item, estimatedArrival),
  };
};

const notChosen = ({ entry: { kind, id, city, name } }: Candidate, refusal: Refusal): NotChosen => ({
  ...{ kind, id, city, name, code: refusal.reason.code, reason: sentenceOf(refusal) },
});

const plannedItem = (
  judged: Judged,
  taken: readonly Eligible[],
  kindOf: ReadonlyMap<string, string>,
  setting: PlanSetting,
): PlannedItem => {
  const { item, open, eligible, excluded } = judged;
  const ofItem = taken.filter(({ itemId }) => itemId === item.itemId);
  const chosen = ofItem
    .map((each) => choiceOf(each, judged, setting))
    .toSorted((one, other) => one.arrivalMinutes - other.arrivalMinutes || (one.id < other.id ? -1 : 1));
  const left = eligible
    .filter((each) => !ofItem.includes(each))
    .toSorted((one, other) => one.arrivalMinutes - other.arrivalMinutes)
    .map((each) => {
      const elsewhere = taken.find(({ candidate }) => candidate === each.candidate)?.itemId;
      const refusal = whyNot(
        each,
        ofItem,
        elsewhere === undefined ? undefined : kindOf.get(elsewhere),
        setting.options,
      );
      return notChosen(each.of, refusal);
    });
  const no = excluded.map(({ of, refusal }) => notChosen(of, refusal));
  return {
    ...{ itemId: item.itemId, kind: item.kind, level: item.level, open, chosen },
    unfilled: { quantity: open - chosen.length, reasons: whyUnfilled(open - chosen.length, left, no) },
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
  const chosen = new Set<Option>(choose(eligible, wanted, options.prefer, solver));
  const taken = eligible.filter((each) => chosen.has(each));
  const kindOf = new Map(request.items.map(({ itemId, kind }) => [itemId, kind]));
  const items = judged.map((each) => plannedItem(each, taken, kindOf, setting));
  const open = judged.reduce((sum, each) => sum + each.open, 0);
  return {
    ...{ requestId: request.id, plannedAt: now, options, items },
    totals: {
      ...{ open, filled: taken.length, unfilled: open - taken.length },
      ...(taken.length === 0 ? {} : { latestArrivalMinutes: Math.max(...taken.map((each) => each.arrivalMinutes)) }),
      estimatedCost: taken.reduce((sum, each) => sum + each.costYuan * FEN_PER_YUAN, 0),
    },
  };
};
