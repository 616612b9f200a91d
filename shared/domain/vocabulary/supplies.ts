import * as z from 'zod';

/**
 * A code of GB/T 38565-2020: seven digits, 1 + 2 + 2 + 2. The first says the class: 1 life support, 2 equipment, 3 engineering
 * materials. What the codes are called is reference data.
 */
export const SupplyCodeSchema = z
  .string()
  .regex(/^[1-3]\d{6}$/)
  .meta({ id: 'SupplyCode' });

/** The beginning of a code that stands for all codes below it: a class, a group of a class, a part of a group, or one code. */
export const SupplyCodePrefixSchema = z
  .string()
  .regex(/^[1-3](\d{2}){0,3}$/)
  .meta({ id: 'SupplyCodePrefix' });

/** @returns every prefix of a code, itself included, the class first: 1 + 2 + 2 + 2 digits. */
export const supplyCodePrefixes = (code: string): readonly string[] =>
  [1, 3, 5, 7].filter((length) => length <= code.length).map((length) => code.slice(0, length));

/** The smallest difference of two quantities, and the largest quantity. */
const STEP = 0.001;
export const MAXIMUM_QUANTITY = 1_000_000_000;

const quantity = z.number().max(MAXIMUM_QUANTITY).multipleOf(STEP);

/** A quantity of goods in their unit, to a thousandth, so that sums are exact. */
export const QuantitySchema = quantity.min(0).meta({ id: 'Quantity' });

/** Any quantity but none. */
export const SomeQuantitySchema = quantity.positive().meta({ id: 'SomeQuantity' });

/** @returns the exact sum of quantities; those to be taken away are negative. */
export const sumOfQuantities = (quantities: readonly number[]): number =>
  quantities.reduce((thousandths, each) => thousandths + Math.round(each / STEP), 0) / (1 / STEP);
