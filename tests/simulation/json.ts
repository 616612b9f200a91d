/** Reads values that came as JSON without believing anything of their shape. */
export type Fields = Readonly<Record<string, unknown>>;

/** @returns the fields of what should be an object; none when it is something else. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** @returns the elements of what should be a list; none when it is something else. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** @returns what should be a list of objects. */
export const objectsOf = (value: unknown): readonly Fields[] => listOf(value).map(fieldsOf);

/** @returns what should be text; empty when it is something else. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
