import type { FieldName } from '../parts/field-pointers.ts';

/** @returns the values where a form keeps them that names its fields by their path in the body. */
export const pathedValues = (at: FieldName, values: object): object =>
  at.reduceRight<unknown>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), values) as object;

/** @returns what stands at the path of a form's values; see {@link pathedValues}. */
export const valuesAt = <V>(at: FieldName, values: object): V =>
  at.reduce<unknown>((outer, step) => (outer as Readonly<Record<string | number, unknown>>)[step], values) as V;
