import * as z from 'zod';

/** The cost categories of the binding paper of mutual aid (EMAC REQ-A, section II). */
export const COST_CATEGORIES = ['personnel', 'travel', 'equipment', 'commodities', 'other'] as const;
export type CostCategory = (typeof COST_CATEGORIES)[number];

/** An amount of money: CNY in whole fen (1/100 yuan), so that sums are exact. */
export const FenSchema = z.int().min(0).max(1_000_000_000_000).meta({ id: 'Fen', description: 'CNY, 1/100 yuan' });

/** A price by category, CNY fen; a category left out costs nothing. */
export const CostsSchema = z.partialRecord(z.enum(COST_CATEGORIES), FenSchema).meta({ id: 'Costs' });
export type Costs = z.infer<typeof CostsSchema>;

/** @returns an amount in yuan as it is written, e.g. `12500.00`. `fen` is 1/100 yuan. */
export const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** @returns the sum over all categories, CNY fen. */
export const totalCost = (costs: Costs): number =>
  COST_CATEGORIES.reduce((sum, category) => sum + (costs[category] ?? 0), 0);
