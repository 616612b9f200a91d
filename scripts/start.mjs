/**
 * Runs a program of this repository on a checkout that is made ready first: a TypeScript file
 * (`node scripts/start.mjs scripts/serve.ts [arguments]`) or an installed command (`node scripts/start.mjs vitest run`).
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { pathToFileURL } from 'node:url';
import { ROOT, setUp } from './setup.mjs';

/** In this very process: whoever kills it kills the program, not only something that stands before it. */
const runTypeScript = async (file, rest) => {
  const { register } = await import('tsx/esm/api');
  register();
  process.argv = [process.argv[0], file, ...rest];
  await import(pathToFileURL(file).href);
};

const runCommand = (name, rest) => {
  const child = spawn(`${ROOT}node_modules/.bin/${name}`, rest, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  // Ctrl-C reaches the child by itself.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
};

const [program = 'scripts/serve.ts', ...rest] = process.argv.slice(2);

setUp();
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
if (program.endsWith('.ts')) await runTypeScript(`${ROOT}${program}`, rest);
else runCommand(program, rest);
