/**
 * Runs a program of this repository on a checkout that is made ready first:
 * `node scripts/start.mjs infra/local/main.ts [arguments]`, or `node scripts/start.mjs vitest run`: a TypeScript file, or an
 * installed command.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT, setUp } from './setup.mjs';

const [program = 'infra/local/main.ts', ...rest] = process.argv.slice(2);

setUp();

const command = program.endsWith('.ts')
  ? [process.execPath, ['--import', 'tsx', `${ROOT}${program}`, ...rest]]
  : [`${ROOT}node_modules/.bin/${program}`, rest];

const child = spawn(...command, {
  stdio: 'inherit',
  env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', ...process.env },
  shell: process.platform === 'win32',
});

// Ctrl-C reaches the child by itself; whoever signals this process alone means the child as well.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
