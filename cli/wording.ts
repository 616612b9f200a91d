import type { Command, CommanderError, Help, Option } from 'commander';
import stringWidth from 'string-width';
import type { Language, Text } from '../shared/domain/kernel/text.ts';

/** Headings of the help, as commander has them. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Global Options:': '通用选项：',
};

const INVALID = 'commander.invalidArgument';

/** What commander finds wrong, before whatever it quotes. */
const FAULTS: Readonly<Record<string, string>> = {
  'commander.missingArgument': '缺少参数',
  'commander.optionMissingArgument': '选项缺少取值',
  'commander.missingMandatoryOptionValue': '缺少必要选项',
  'commander.conflictingOption': '选项不能同时使用',
  'commander.unknownOption': '没有这个选项',
  'commander.excessArguments': '参数过多',
  'commander.unknownCommand': '没有这个命令',
  [INVALID]: '取值无效',
};

const HELP: Text = { zh: '显示帮助', en: 'show help' };
const CHOICES: Text = { zh: '可选', en: 'one of' };

const describe = (
  { description, argChoices }: Pick<Option, 'description' | 'argChoices'>,
  language: Language,
): string => (argChoices ? `${description} (${CHOICES[language]}: ${argChoices.join(', ')})` : description);

/** Has commander speak the language: before commands are added to the program, which take it over. */
export const speak = (program: Command, language: Language): Command =>
  program
    .configureHelp({
      showGlobalOptions: true,
      displayWidth: stringWidth,
      styleTitle: (title) => (language === 'zh' ? (TITLES[title] ?? title) : title),
      optionDescription: (option) => describe(option, language),
      argumentDescription: (argument) => describe(argument, language),
    } satisfies Partial<Help>)
    .helpOption('-h, --help', HELP[language])
    .helpCommand(false);

/** What commander says after its first sentence: the choices there are, or how a value is written. */
const remainder = (said: string): string => {
  const [, ...rest] = said.split('. ');
  return rest.length === 0 ? '' : `。${rest.join('. ').replace('Allowed choices are ', '可选：')}`;
};

/** @returns what is wrong with the usage, in the language. */
export const usageFault = ({ code, message }: CommanderError, language: Language): string => {
  const said = message.replace(/^error: /, '');
  const zh = FAULTS[code];
  if (language === 'en' || zh === undefined) return said;
  const [sentence = ''] = said.split('. ');
  const quoted = [...sentence.matchAll(/'([^']+)'/g)].map(([, words]) => words);
  return `${zh}：${quoted.join('，') || sentence}${code === INVALID ? remainder(said) : ''}`;
};
