import * as z from 'zod';

/** How often an element occurs, as EDXL-RM writes it; `none`: the element is not in the message at all. */
export type Occurrence = '0..1' | '1..1' | '0..*' | '1..*' | 'none';

type Occurring<S extends z.ZodType, O> = O extends '1..1'
  ? S
  : O extends '0..1'
    ? z.ZodOptional<S>
    : O extends '1..*'
      ? z.ZodArray<S>
      : z.ZodOptional<z.ZodArray<S>>;

/** The elements of `E` as often as `R` says, those that occur at all, in the order of `R`. */
type Shape<E extends Record<string, z.ZodType>, R extends Record<string, Occurrence>> = {
  -readonly [K in keyof E & keyof R as R[K] extends 'none' ? never : K]: Occurring<E[K], R[K]>;
};

const occurring = (schema: z.ZodType, occurrence: Exclude<Occurrence, 'none'>): z.ZodType => {
  const content = {
    '1..1': () => schema,
    '0..1': () => schema.optional(),
    '1..*': () => z.array(schema).min(1),
    '0..*': () => z.array(schema).optional(),
  };
  return content[occurrence]();
};

/** @returns a strict schema of the elements that occur, repeated ones as arrays. */
export const containerOf = <E extends Record<string, z.ZodType>, const R extends Record<keyof E, Occurrence>>(
  elements: E,
  occurrences: R,
) => {
  const shape: Record<string, z.ZodType> = {};
  for (const [name, occurrence] of Object.entries<Occurrence>(occurrences)) {
    const schema = elements[name];
    if (schema !== undefined && occurrence !== 'none') shape[name] = occurring(schema, occurrence);
  }
  return z.strictObject(shape as Shape<E, R>);
};
