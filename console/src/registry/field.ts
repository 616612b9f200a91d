import type { ReactElement, ReactNode } from 'react';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import type { FieldName } from '../parts/field-pointers.ts';

/** How a value is asked for in a form, and shown where it is only read. */
export type Control =
  | {
      /** A form hands it `id`, `value` and `onChange`. */
      readonly input: ReactElement;
      /** @returns how the value reads; `undefined` when there is nothing to show. */
      readonly show: (value: unknown) => ReactNode;
    }
  | {
      /** The value is a list; each of its members has these fields. A field without a name is the member itself. */
      readonly rows: readonly Field[];
      /** What one member is called. */
      readonly row: Text;
    };

/** Something an entry of the registry says: asked for, shown and compared by its place in the body. */
export interface Field {
  /** The steps that lead to it in the body, e.g. `['base', 'latitude']`. */
  readonly name: FieldName;
  readonly label: Text;
  readonly control: Control;
  readonly required?: boolean;
  /** What to know besides its label. */
  readonly hint?: Text;
  /** Takes the whole width of a form. */
  readonly wide?: boolean;
  /** Where what is shown stands, if elsewhere than what is asked for. */
  readonly shownAt?: FieldName;
}

/** Fields that belong together, under a title. */
export interface FieldSection {
  readonly title: Text;
  readonly fields: readonly Field[];
}

/** What a field is besides what every field has. */
type Details = Omit<Field, 'name' | 'label' | 'control'>;

const INDEX = /^\d+$/;

const stepsOf = (path: string): FieldName =>
  path === '' ? [] : path.split('.').map((step) => (INDEX.test(step) ? Number(step) : step));

/** @param path in the body, with dots, e.g. `base.latitude`, `shifts.0.from`. */
export const field = (path: string, zh: string, en: string, control: Control, details: Details = {}): Field => ({
  name: stepsOf(path),
  label: { zh, en },
  control,
  ...details,
});

/** A field that an entry cannot be without. */
export const needed = (path: string, zh: string, en: string, control: Control, details: Details = {}): Field =>
  field(path, zh, en, control, { required: true, ...details });

/** @returns the section. */
export const section = (zh: string, en: string, ...fields: readonly Field[]): FieldSection => ({
  title: { zh, en },
  fields,
});
