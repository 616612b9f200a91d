import type { ReactNode } from 'react';
import type { Command } from '../api/use-command.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { WordsField } from '../parts/words-field.tsx';

interface Reasoned {
  readonly reason: string;
}

interface ReasonedActProps<I> {
  readonly act: string;
  /** What the reason is called. */
  readonly label: string;
  readonly offered: boolean;
  readonly command: Command<I, unknown>;
  readonly inputOf: (body: Reasoned) => I;
}

/** An act that ends something and must say why. */
export const ReasonedAct = <I,>({ act, label, offered, command, inputOf }: ReasonedActProps<I>): ReactNode => (
  <CommandDialog<Reasoned, I, unknown> act={act} danger offered={offered} command={command} inputOf={inputOf}>
    <WordsField name={['reason']} label={label} />
  </CommandDialog>
);
