import { DAY_MS, millisecondsBetween } from '../kernel/instant.ts';
import type { MissionPeriod } from '../team/team-availability.ts';
import { COST_CATEGORIES, type CostCategory, type Costs } from '../vocabulary/costs.ts';

/** The days that the cost of a package is stated for. */
const FORTNIGHT_DAYS = 14;

/** The longest mission that is priced from it, days. */
export const MAXIMUM_MISSION_DAYS = 366;

/** Paid once, there and back, however long the mission. */
const ONCE: readonly CostCategory[] = ['travel'];

/** @returns the days of a mission, each that is begun counted, at least one. */
export const missionDays = ({ from, until }: MissionPeriod): number =>
  Math.max(1, Math.ceil(millisecondsBetween(from, until) / DAY_MS));

/**
 * What a package costs for a mission: a fourteenth of the fortnight's cost for every day, rounded up to whole fen in each
 * category; travel is paid once and stays as it is.
 * @param fortnight cost of 14 days, CNY fen by category.
 */
export const costsFor = (fortnight: Costs, days: number): Costs =>
  perCategory(fortnight, (fen, category) => (ONCE.includes(category) ? fen : Math.ceil((fen * days) / FORTNIGHT_DAYS)));

/**
 * Splits the costs of a package among its teams, evenly: of each category, whole fen that do not divide go to the first teams.
 * @param share which of its teams, counted from 0.
 * @returns what these cost; the shares of all teams together are the whole.
 */
export const shareOf = (costs: Costs, teams: number, share: readonly number[]): Costs =>
  perCategory(costs, (fen) =>
    share.reduce((sum, place) => sum + Math.floor(fen / teams) + (place < fen % teams ? 1 : 0), 0),
  );

const perCategory = (costs: Costs, amount: (fen: number, category: CostCategory) => number): Costs =>
  Object.fromEntries(
    COST_CATEGORIES.flatMap((category) => {
      const fen = costs[category];
      return fen === undefined ? [] : [[category, amount(fen, category)]];
    }),
  );
