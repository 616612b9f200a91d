import type { Argument, Command, Option } from 'commander';
import type { Language, Text } from '../shared/domain/kernel/text.ts';
import { createRun, type Run } from './run.ts';
import type { GlobalOptions } from './settings.ts';
import type { World } from './world.ts';

/** What commands are made with. */
export interface Cli {
  /** Of the help texts. */
  readonly language: Language;
  readonly world: World;
}

/** @returns a command below `parent`, described in the language of the help texts. */
export const addCommand = ({ language }: Cli, parent: Command, usage: string, description: Text): Command =>
  parent.command(usage).description(description[language]).helpCommand(false);

/** @returns what commander calls: the work with a {@link Run} before the arguments and options. */
export const action =
  <A extends readonly unknown[]>({ world, language }: Cli, work: (run: Run, ...given: A) => Promise<void> | void) =>
  async (...given: readonly [...A, Command]): Promise<void> => {
    const command = given.at(-1) as Command;
    await work(
      createRun(world, command.optsWithGlobals<GlobalOptions>(), language),
      ...(given.slice(0, -1) as unknown as A),
    );
  };

/** @returns the option or argument, of which only these values are taken. */
export const oneOf = <T extends Option | Argument>(option: T, values: readonly string[]): T => {
  option.choices(values);
  return option;
};
