import { resolve } from 'node:path';
import * as z from 'zod';
import { freshConsole } from '../console/build/fresh-console.ts';
import { DEMO_PASSWORD } from '../infra/local/demo-people.ts';
import { type Runtime, startRuntime } from '../infra/local/runtime.ts';
import { StartupError } from '../infra/local/startup-error.ts';
import { cityName } from '../shared/reference/cities.ts';
import { seedOnce } from './seed/seed.ts';

/** What the runtime reads from the environment; docs: README. */
const EnvironmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8630),
  SHOUWANG_DATA_DIR: z.string().min(1).default('.data'),
  /** Seconds between runs of scheduled functions, instead of the catalogue's minutes. */
  SHOUWANG_CLOCK_SECONDS: z.coerce.number().positive().optional(),
  /** People may be told by plain HTTP and at private addresses; for development. */
  SHOUWANG_PRIVATE_CHANNELS: z.literal('allow').optional(),
  /** Origins, with commas between them, whose pages may call the APIs besides the console that is served here. */
  SHOUWANG_CONSOLE_ORIGINS: z
    .string()
    .regex(/^https?:\/\/[^\s,/]+(,https?:\/\/[^\s,/]+)*$/, 'origins such as http://localhost:5173')
    .transform((origins) => origins.split(','))
    .optional(),
});

const fail = (text: StartupError['text']): never => {
  console.error(`\n${text.zh}\n${text.en}\n`);
  process.exit(1);
};

const readEnvironment = () => {
  const { data, error } = EnvironmentSchema.safeParse(process.env);
  if (data) return data;
  const where = z.prettifyError(error);
  return fail({ zh: `环境变量有误：\n${where}`, en: `The environment is wrong:\n${where}` });
};

const greeting = ({ url, logFile, cities }: Runtime, directory: string): string => {
  const lines = [...cities.keys()].map((code) => {
    const { zh, en } = cityName(code);
    return `  ${url}/${code}  ${zh} ${en}`;
  });
  const [code = ''] = cities.keys();
  return [
    '',
    `守望已启动 Shouwang is up: ${url}`,
    '',
    ...lines,
    '',
    `演示账号 Demo sign-ins: <role>@<city>, ${code === '' ? '' : `e.g. coordinator@${code}; `}密码 password: ${DEMO_PASSWORD}`,
    `数据 Data: ${directory}   日志 Log: ${logFile}`,
    '按 Ctrl-C 停止。 Press Ctrl-C to stop.',
    '',
  ].join('\n');
};

/** How often to look whether npm is still there, milliseconds. */
const LOOK_MS = 200;

/** Stops on Ctrl-C and SIGTERM; and when the npm that started this is gone, which `kill -9` of it would not tell us. */
const stopWhenAsked = (runtime: Runtime): { readonly isStopping: () => boolean } => {
  let stopping = false;
  const stop = async (): Promise<void> => {
    // A second Ctrl-C does not wait.
    if (stopping) process.exit(1);
    stopping = true;
    await runtime.stop();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  const { ppid: npm } = process;
  if (process.env.npm_lifecycle_event !== undefined)
    setInterval(() => {
      if (process.ppid !== npm && !stopping) void stop();
    }, LOOK_MS).unref();
  return { isStopping: () => stopping };
};

/** Fills the demo cities; a start that is stopped in the middle goes on the next time. */
const seed = async ({ url }: Runtime, directory: string, isStopping: () => boolean): Promise<void> => {
  try {
    const began = await seedOnce(url, directory, () =>
      console.log('正在导入演示数据，约需数秒…… Bringing in the demo data; it takes some seconds …'),
    );
    if (began) console.log('演示数据已导入。 The demo data is in.');
  } catch (error) {
    if (!isStopping()) throw error;
  }
};

const main = async (): Promise<void> => {
  const { PORT, SHOUWANG_DATA_DIR, SHOUWANG_CLOCK_SECONDS, SHOUWANG_PRIVATE_CHANNELS, SHOUWANG_CONSOLE_ORIGINS } =
    readEnvironment();
  const dataDirectory = resolve(SHOUWANG_DATA_DIR);
  const consoleFiles = await freshConsole(() => console.log('正在构建页面…… Building the page …'));
  const runtime = await startRuntime({
    port: PORT,
    consoleFiles,
    dataDirectory,
    ...(SHOUWANG_CLOCK_SECONDS !== undefined && { scheduleSeconds: SHOUWANG_CLOCK_SECONDS }),
    privateChannels: SHOUWANG_PRIVATE_CHANNELS === 'allow',
    ...(SHOUWANG_CONSOLE_ORIGINS && { consoleOrigins: SHOUWANG_CONSOLE_ORIGINS }),
    onEngineDeath: (reason) =>
      fail({
        zh: `数据库引擎意外退出，已停止。数据未丢失，请重新启动。${reason}`,
        en: `The database engine ended unexpectedly, so this stops. Nothing is lost; start again. ${reason}`,
      }),
  });
  const { isStopping } = stopWhenAsked(runtime);
  console.log(greeting(runtime, dataDirectory));
  await seed(runtime, dataDirectory, isStopping);
};

await main().catch((error: unknown) => {
  if (error instanceof StartupError) return fail(error.text);
  throw error;
});
