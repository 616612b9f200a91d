import type { Text } from '../shared/domain/kernel/text.ts';
import { CannotRedrive } from './redrive/cannot-redrive.ts';
import { redriveEmbedded } from './redrive/embedded.ts';
import { awsClients, redriveOnAws } from './redrive/on-aws.ts';
import { type RedriveOptions, readOptions } from './redrive/options.ts';

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const fail = (text: Text): never => {
  console.error(`${text.zh}\n${text.en}`);
  process.exit(1);
};

const options = (): RedriveOptions => {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    return fail({ zh: `参数有误：${said(error)}`, en: `The options are wrong: ${said(error)}` });
  }
};

/** Puts back what was given up, once its cause is mended; docs/runbook.md says when. */
const redrive = (asked: RedriveOptions): Promise<Text> =>
  asked.url === undefined
    ? redriveOnAws(awsClients(asked), asked)
    : redriveEmbedded(asked.url, asked.city, asked.queue);

try {
  const { zh, en } = await redrive(options());
  console.log(`${zh}\n${en}`);
} catch (error) {
  fail(
    error instanceof CannotRedrive
      ? error.text
      : { zh: `未能移回：${said(error)}`, en: `Nothing was put back: ${said(error)}` },
  );
}
