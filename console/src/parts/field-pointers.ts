/** Where a form keeps a field, as Ant Design names it: the steps that lead to it in the body. */
export type FieldName = readonly (string | number)[];

const INDEX = /^\d+$/;

/** @returns the steps of a JSON pointer (RFC 6901) into the body. */
const stepsOf = (pointer: string): FieldName =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((part) => (INDEX.test(part) ? Number(part) : part));

const leadsTo = (steps: FieldName, field: FieldName): boolean =>
  field.length > 0 && field.every((step, at) => steps[at] === step);

/** @returns the field of a form that a pointer leads to or into; `undefined` when the form has none. */
export const fieldAt = (pointer: string, fields: readonly FieldName[]): FieldName | undefined => {
  const steps = stepsOf(pointer);
  return fields.filter((field) => leadsTo(steps, field)).sort((one, other) => other.length - one.length)[0];
};
