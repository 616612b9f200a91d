import type { ReactNode } from 'react';
import type { Command } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from './command-dialog.tsx';
import { PARTS } from './part-words.ts';
import { WordsField } from './words-field.tsx';

/** What is entered for an act that needs a reason. */
export interface Reasoned {
  readonly reason: string;
}

interface ReasonedActProps<V extends Reasoned, I, R> {
  readonly act: string;
  readonly command: Command<I, R>;
  readonly inputOf: (values: V) => I;
  readonly initialValues?: Partial<V>;
  readonly danger?: boolean;
  readonly offered?: boolean;
  /** What comes before the reason: what will happen, or further fields. */
  readonly children?: ReactNode;
}

/** An act that is done for a reason. */
export const ReasonedAct = <V extends Reasoned, I, R>(props: ReasonedActProps<V, I, R>): ReactNode => {
  const { children, ...dialog } = props;
  const { say } = useSpeech(PARTS);
  return (
    <CommandDialog<V, I, R> {...dialog}>
      {children}
      <WordsField name={['reason']} label={say('reason')} />
    </CommandDialog>
  );
};
