import Checkbox from 'antd/es/checkbox';
import type { ReactNode } from 'react';
import type { Text } from '../../../../shared/domain/kernel/text.ts';
import { useSpeech } from '../../i18n/language.ts';
import { Choice } from '../../parts/choice.tsx';
import type { Control } from '../field.ts';
import { REGISTRY } from '../registry-words.ts';

/** What can be chosen, and what it is called. */
export type Choices<C extends string | number> = readonly (readonly [value: C, name: Text])[];

/** @returns the codes of a vocabulary as what can be chosen. */
export const choicesOf = <C extends string>(vocabulary: Readonly<Record<C, Text>>): Choices<C> =>
  Object.entries(vocabulary) as unknown as Choices<C>;

/** @returns values that are their own names. */
export const bare = <C extends string | number>(values: readonly C[]): Choices<C> =>
  values.map((value) => [value, { zh: String(value), en: String(value) }] as const);

interface ChoiceInputProps {
  readonly id?: string;
  readonly choices: Choices<string | number>;
  /** Said where nothing is chosen. */
  readonly none?: string;
  readonly value?: string | number | undefined;
  readonly onChange?: (value: string | number | undefined) => void;
}

/** One of a few, which may be numbers. */
export const ChoiceInput = ({ choices, value, onChange, ...rest }: ChoiceInputProps): ReactNode => {
  const { read } = useSpeech(REGISTRY);
  return (
    <Choice
      {...rest}
      options={choices.map(([each, name]) => [String(each), read(name)] as const)}
      {...(value === undefined ? {} : { value: String(value) })}
      onChange={(chosen) => onChange?.(choices.find(([each]) => String(each) === chosen)?.[0])}
    />
  );
};

interface ChosenProps {
  readonly choices: Choices<string | number>;
  readonly values: readonly (string | number)[];
  readonly none?: Text;
}

/** What was chosen, by its names. */
export const Chosen = ({ choices, values, none }: ChosenProps): ReactNode => {
  const { say, read } = useSpeech(REGISTRY);
  const nameOf = (value: string | number): string => {
    const name = choices.find(([each]) => each === value)?.[1];
    return name ? read(name) : String(value);
  };
  if (values.length === 0) return none ? read(none) : say('none');
  return values.map(nameOf).join(say('and'));
};

/** One of what can be chosen. */
export const choice = (choices: Choices<string | number>): Control => ({
  input: <ChoiceInput choices={choices} />,
  show: (value) => (value === undefined ? undefined : <Chosen choices={choices} values={[value as string | number]} />),
});

interface ChoicesInputProps {
  readonly id?: string;
  readonly choices: Choices<string>;
  readonly value?: string[];
  readonly onChange?: (value: string[]) => void;
}

const ChoicesInput = ({ id, choices, value = [], onChange }: ChoicesInputProps): ReactNode => {
  const { read } = useSpeech(REGISTRY);
  return (
    <div {...(id === undefined ? {} : { id })} tabIndex={-1}>
      <Checkbox.Group
        value={value}
        options={choices.map(([each, name]) => ({ value: each, label: read(name) }))}
        onChange={(chosen) => onChange?.(chosen as string[])}
      />
    </div>
  );
};

/** @param none what it means when none is chosen. */
export const choices = (of: Choices<string>, none?: Text): Control => ({
  input: <ChoicesInput choices={of} />,
  show: (value) =>
    value === undefined ? undefined : (
      <Chosen choices={of} values={value as string[]} {...(none === undefined ? {} : { none })} />
    ),
});
