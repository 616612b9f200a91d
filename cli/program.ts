import { Command, CommanderError, Option } from 'commander';
import { LANGUAGES, type Text } from '../shared/domain/kernel/text.ts';
import { type Cli, oneOf } from './cli.ts';
import { addDutyCommand } from './commands/duty.ts';
import { addExportCommands } from './commands/export.ts';
import { addImportCommand } from './commands/import.ts';
import { addLedgerCommands } from './commands/ledger.ts';
import { addLookupCommand } from './commands/lookup.ts';
import { addRequestCommands } from './commands/request.ts';
import { addSignInCommands } from './commands/sign-in.ts';
import { addSourcingCommands } from './commands/sourcing.ts';
import { EXIT_CODES, type Exit } from './exit-codes.ts';
import { Ended, shownFailure } from './failure.ts';
import { languageFor } from './settings.ts';
import { speak, usageFault } from './wording.ts';
import type { World } from './world.ts';

const ABOUT: Text = {
  zh: '守望命令行：城市应急互助，为协调员与管理员所用。',
  en: 'Shouwang on the command line, for coordinators and administrators of cities that help one another.',
};

const exitCodeHelp = ({ language }: Cli): string => {
  const title: Text = { zh: '退出码：', en: 'Exit codes:' };
  const lines = Object.values(EXIT_CODES).map(({ code, meaning }) => `  ${code}  ${meaning[language]}`);
  return ['', title[language], ...lines].join('\n');
};

const addGlobalOptions = (program: Command, { language }: Cli): Command => {
  const add = (flags: string, text: Text): Option => new Option(flags, text[language]);
  return program
    .addOption(add('--json', { zh: '以一个JSON文档输出结果', en: 'print the result as one JSON document' }))
    .addOption(
      oneOf(
        add('--lang <language>', { zh: '语言；默认随LANG，否则中文', en: 'language; by LANG, else Chinese' }),
        LANGUAGES,
      ),
    )
    .addOption(add('--city <code>', { zh: '城市代码（SHOUWANG_CITY）', en: 'code of the city (SHOUWANG_CITY)' }))
    .addOption(
      add('--base-url <url>', {
        zh: '服务网址（BASE_URL），城市代码接在其后或代替其中的{city}',
        en: 'where the service is (BASE_URL); the city comes below it, or in the place of {city}',
      }),
    )
    .addOption(
      add('--api-url <url>', {
        zh: '某市接口的完整网址，用于城市各有网址的部署',
        en: "a city's own API, where each has an address of its own",
      }),
    )
    .addOption(add('--as <sign-in>', { zh: '以哪个已登录的人员', en: 'as which of those who are signed in' }));
};

/** @returns the command line with all its commands. */
export const createProgram = (cli: Cli): Command => {
  const program = addGlobalOptions(speak(new Command('shouwang'), cli.language), cli)
    .description(ABOUT[cli.language])
    .exitOverride()
    .configureOutput({ writeOut: cli.world.stdout, writeErr: cli.world.stderr, outputError: () => undefined })
    .addHelpText('after', exitCodeHelp(cli));
  addSignInCommands(cli, program);
  addImportCommand(cli, program);
  addExportCommands(cli, program);
  addLookupCommand(cli, program);
  addRequestCommands(cli, program);
  addSourcingCommands(cli, program);
  addDutyCommand(cli, program);
  addLedgerCommands(cli, program);
  return program;
};

/** Help was asked for, and shown. */
const SHOWN: ReadonlySet<string> = new Set(['commander.helpDisplayed', 'commander.version']);
/** A command was left out; its help was shown in place of a result. */
const COMMAND_MISSING = 'commander.help';

const failed = ({ world, language }: Cli, isJson: boolean, error: unknown): Exit => {
  if (error instanceof Ended) return error.exit;
  if (error instanceof CommanderError && SHOWN.has(error.code)) return 'ok';
  if (error instanceof CommanderError && error.code === COMMAND_MISSING) return 'usage';
  const usage = error instanceof CommanderError ? usageFault(error, language) : undefined;
  const { exit, lines, problem } =
    usage === undefined
      ? shownFailure(error, language)
      : ({ exit: 'usage', lines: [usage], problem: { code: 'usage', detail: usage } } as const);
  if (isJson) world.stdout(`${JSON.stringify({ error: problem }, undefined, 2)}\n`);
  world.stderr(`${lines.join('\n')}\n`);
  return exit;
};

/** The language must be known before the help texts are made. */
const languageAsked = (args: readonly string[]): string | undefined => {
  const index = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  return index < 0 ? undefined : (args[index]?.split('=')[1] ?? args[index + 1]);
};

/**
 * Runs one command.
 * @param args as typed, without the program's own name.
 * @returns its exit code.
 */
export const runCli = async (world: World, args: readonly string[]): Promise<number> => {
  const cli: Cli = { world, language: languageFor(languageAsked(args), world.environment) };
  try {
    await createProgram(cli).parseAsync([...args], { from: 'user' });
    return EXIT_CODES.ok.code;
  } catch (error) {
    return EXIT_CODES[failed(cli, args.includes('--json'), error)].code;
  }
};
