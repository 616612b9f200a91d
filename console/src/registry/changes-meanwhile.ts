import { valueAt } from './body.ts';
import type { Field, FieldSection } from './field.ts';

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * @param begun what the form began with.
 * @param latest what there is now.
 * @returns the fields of the form whose value is another by now.
 */
export const changedMeanwhile = (
  sections: readonly FieldSection[],
  begun: unknown,
  latest: unknown,
): readonly Field[] =>
  sections.flatMap(({ fields }) => fields).filter(({ name }) => !isSame(valueAt(begun, name), valueAt(latest, name)));
