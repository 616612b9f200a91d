import type { ReactNode } from 'react';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import { useSpeech } from '../i18n/language.ts';
import { PARTS } from './part-words.ts';

interface ChoiceProps<V extends string> {
  readonly id?: string;
  readonly options: readonly (readonly [value: V, name: string])[];
  readonly value?: V | undefined;
  readonly onChange?: (value: V | undefined) => void;
  /** What choosing nothing is called; left out: that one must choose. */
  readonly none?: string;
  readonly 'aria-label'?: string;
}

/** One of a few: the browser's own control, which every keyboard, phone and screen reader knows. */
export const Choice = <V extends string>({ options, value, onChange, none, ...rest }: ChoiceProps<V>): ReactNode => {
  const { say } = useSpeech(PARTS);
  return (
    <select
      {...rest}
      className="choice"
      value={value ?? ''}
      onChange={({ target }) => onChange?.(options.find(([one]) => one === target.value)?.[0])}
    >
      <option value="">{none ?? say('choose.one')}</option>
      {options.map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </select>
  );
};

/** @returns what there is to choose of words of the domain, in their order. */
export const choicesOf = <V extends string>(
  names: Readonly<Record<V, Text>>,
  read: (name: Text) => string,
): readonly (readonly [V, string])[] =>
  Object.entries<Text>(names).map(([value, name]) => [value as V, read(name)] as const);
