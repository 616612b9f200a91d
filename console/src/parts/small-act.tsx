import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import type { Command } from '../api/use-command.ts';

interface SmallActProps<I, R> {
  readonly act: string;
  readonly command: Command<I, R>;
  readonly input: I;
}

/** A command that asks for nothing more, beside what it is about. */
export const SmallAct = <I, R>({ act, command, input }: SmallActProps<I, R>): ReactNode => (
  <Button size="small" disabled={command.isRunning} onClick={() => void command.run(input)}>
    {act}
  </Button>
);
