import type { CapabilityLevel, ResourceKind } from '../../domain/vocabulary/resource-kinds.ts';
import type { Quantity } from '../edxl/quantity.ts';
import type { ValueList } from '../edxl/value-list.ts';
import { present, readValue, VALUE_LISTS } from './common.ts';

/** @returns a number of teams as an EDXL quantity. */
export const countOf = (count: number): Quantity => ({ MeasuredQuantity: { Amount: count } });

/** @returns the number that {@link countOf} wrote; throws `UnreadableBody`. */
export const readCount = (quantity: Quantity | undefined): number =>
  present(
    quantity && 'MeasuredQuantity' in quantity ? quantity.MeasuredQuantity.Amount : undefined,
    'MeasuredQuantity',
  );

/** @returns a price as EDXL has it: in yuan, ISO 4217. `fen` is CNY 1/100. The exact costs by category travel in TypeInfo. */
export const priceOf = (fen: number): Quantity => ({
  MeasuredQuantity: { Amount: fen / 100, UnitOfMeasure: { ValueListURN: VALUE_LISTS.currency, Value: ['CNY'] } },
});

/** @returns a resource kind as TypeStructure. */
export const kindOf = (kind: ResourceKind): ValueList => ({ ValueListURN: VALUE_LISTS.resourceKind, Value: [kind] });

/** @returns the kind that a TypeStructure names, unchecked; throws `UnreadableBody`. */
export const readKind = (typeStructure: ValueList | undefined): string =>
  readValue(typeStructure && [typeStructure], VALUE_LISTS.resourceKind);

/** @returns a capability level as a Keyword. */
export const levelOf = (level: CapabilityLevel): ValueList => ({
  ValueListURN: VALUE_LISTS.capabilityLevel,
  Value: [String(level)],
});

/** @returns the level among the Keywords of a resource, unchecked; throws `UnreadableBody`. */
export const readLevel = (keywords: readonly ValueList[] | undefined): number =>
  Number(readValue(keywords, VALUE_LISTS.capabilityLevel));
