import type { CostRates } from '../domain/sourcing/estimate.ts';

/**
 * What teams are reckoned to cost while no price has been quoted: CNY yuan, whole. Orders of magnitude for a team of a dozen with its
 * vehicles, set for this service and taken from no tariff: they rank candidates, and every figure made from them is marked as an estimate.
 * A giver's own packages take their place where it has any.
 */
export const COST_ESTIMATES: CostRates = {
  teamDay: {
    'general-rescue': 6_000,
    'collapsed-building-rescue': 9_000,
    'mountain-rescue': 6_500,
    'water-rescue': 7_500,
    'diving-rescue': 9_500,
    'medical-rescue': 8_000,
    firefighting: 8_500,
    'chemical-rescue': 12_000,
    'mine-rescue': 11_000,
    'engineering-rescue': 18_000,
    'power-restoration': 10_000,
    communications: 7_000,
  },
  roadHour: 600,
};
