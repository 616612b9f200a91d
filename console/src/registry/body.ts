import type { FieldName } from '../parts/field-pointers.ts';
import type { FieldSection } from './field.ts';

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @returns what stands at a path, if anything does. */
export const valueAt = (whole: unknown, path: FieldName): unknown =>
  path.reduce<unknown>(
    (value, step) => (isMembers(value) || Array.isArray(value) ? (value as Members)[step] : undefined),
    whole,
  );

/** @returns a copy in which the value stands at the path. */
const withValueAt = (whole: Members, [step, ...rest]: FieldName, value: unknown): Members => {
  if (step === undefined) return whole;
  const below = whole[step];
  return { ...whole, [step]: rest.length === 0 ? value : withValueAt(isMembers(below) ? below : {}, rest, value) };
};

/** @returns of what is known of an entry as much as the fields ask for, as a form begins with it. */
export const formValues = (sections: readonly FieldSection[], whole: unknown): Members =>
  sections
    .flatMap(({ fields }) => fields)
    .reduce<Members>((values, { name }) => {
      const value = valueAt(whole, name);
      return value === undefined ? values : withValueAt(values, name, value);
    }, {});

/**
 * @returns what was entered without what was left empty: a text without letters, a group of which nothing was entered. Lists stay, for
 * an empty one says that there are none.
 */
export const withoutEmpty = (value: unknown): unknown => {
  if (value === null) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (Array.isArray(value)) return value.map(withoutEmpty).filter((each) => each !== undefined);
  if (!isMembers(value)) return value;
  const members = Object.entries(value)
    .map(([name, each]) => [name, withoutEmpty(each)] as const)
    .filter(([, each]) => each !== undefined);
  return members.length === 0 ? undefined : Object.fromEntries(members);
};

/** @returns what is sent, of what was entered: {@link withoutEmpty}, always an object. */
export const bodyOf = (values: object): object => (withoutEmpty(values) as object | undefined) ?? {};
