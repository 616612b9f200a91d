import { parseArgs } from 'node:util';
import * as z from 'zod';
import { LANGUAGES, type Language, type Text } from '../shared/domain/kernel/text.ts';
import { NobodyAnswers } from './walkthrough/patient-fetch.ts';
import { type Outcome, play } from './walkthrough/play.ts';
import { createStage } from './walkthrough/stage.ts';

/** `npm run walkthrough [-- --lang zh|en]`: plays the main job against the running service at BASE_URL and tells it line by line. */
const DEFAULT_URL = 'http://127.0.0.1:8630';

const OptionsSchema = z.object({
  url: z.url().transform((url) => url.replace(/\/$/, '')),
  languages: z.array(z.enum(LANGUAGES)),
});

const fail = (languages: readonly Language[], text: Text): never => {
  console.error(`\n${languages.map((language) => text[language]).join('\n')}`);
  process.exit(1);
};

const readOptions = () => {
  const { values } = parseArgs({ options: { lang: { type: 'string' } } });
  const languages = values.lang === undefined ? LANGUAGES : [values.lang];
  return OptionsSchema.parse({ url: process.env.BASE_URL || DEFAULT_URL, languages });
};

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const options = () => {
  try {
    return readOptions();
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : said(error);
    return fail(LANGUAGES, { zh: `参数有误：${why}`, en: `The options are wrong: ${why}` });
  }
};

const TITLE: Text = {
  zh: '演示：西宁发生洪水，兰州派队支援并平安归建。每行：时间、城市、人员、消息 → 收件城市（人名与数字均为虚构）。\n',
  en: 'A flood in Xining; a team comes from Lanzhou and goes home. Each line: time, city, person, message → receiver (all of it made up).\n',
};

const summary = ({ lines, messages, types, files }: Outcome): Text => ({
  zh: `完成：${lines}行时间线，${messages}条签名消息共${types}种，含EDXL-RM全部16种；台账在两市核验无误，文件在 ${files.join('、')}。接口说明：${url}/630100/docs`,
  en: `Done: ${lines} lines, ${messages} signed messages of ${types} types, all sixteen of EDXL-RM among them; the ledgers hold at both ends, their files are ${files.join(' and ')}. The API: ${url}/630100/docs`,
});

const failure = (error: unknown): Text =>
  error instanceof NobodyAnswers
    ? { zh: `${url} 没有应答，请先运行 npm start。`, en: `Nothing answers at ${url}; run npm start first.` }
    : { zh: `演示未能如期完成：${said(error)}`, en: `The story did not go as it should: ${said(error)}` };

const { url, languages } = options();
const print = (text: Text): void => console.log(languages.map((language) => text[language]).join('\n'));
try {
  print(TITLE);
  const outcome = await play(createStage({ url, languages, print: (text) => console.log(text) }));
  console.log();
  print(summary(outcome));
} catch (error) {
  fail(languages, failure(error));
}
