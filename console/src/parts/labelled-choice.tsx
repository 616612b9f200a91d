import { type ReactNode, useId } from 'react';
import { Choice } from './choice.tsx';

interface LabelledChoiceProps<V extends string> {
  readonly label: string;
  readonly options: readonly (readonly [value: V, name: string])[];
  readonly value: V | undefined;
  readonly onChange: (value: V | undefined) => void;
  /** What choosing nothing is called; left out: that one must choose. */
  readonly none?: string;
}

/** One of a few, with its label, outside of a form: how a list is looked at, what comes next. */
export const LabelledChoice = <V extends string>({ label, ...choice }: LabelledChoiceProps<V>): ReactNode => {
  const id = useId();
  return (
    <div className="labelled-choice">
      <label htmlFor={id}>{label}</label>
      <Choice id={id} {...choice} />
    </div>
  );
};
