/**
 * Makes a fresh or changed checkout ready, with nothing but Node: checks its version, and installs the locked dependencies
 * when they are missing or are not those of package-lock.json. `node scripts/setup.mjs` does just this.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** npm's own note of what it installed. */
const INSTALLED = `${ROOT}node_modules/.package-lock.json`;

/** Ends the process with a message in both languages. */
const giveUp = (zh, en) => {
  console.error(`\n${zh}\n${en}\n`);
  process.exit(1);
};

const compare = (a, b) => a.map((part, n) => part - (b[n] ?? 0)).find((difference) => difference !== 0) ?? 0;
const parts = (version) => version.split('.').map(Number);

const checkNode = () => {
  const needed = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).engines.node.replace('>=', '');
  if (compare(parts(needed), parts(process.versions.node)) > 0)
    giveUp(
      `需要 Node.js ${needed} 或更高版本，当前为 ${process.versions.node}。`,
      `Node.js ${needed} or newer is needed; this is ${process.versions.node}.`,
    );
};

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Whether every package of package-lock.json that this system needs is there in that very version. */
const isCurrent = () => {
  if (!existsSync(INSTALLED)) return false;
  const installed = packagesIn(INSTALLED);
  return Object.entries(packagesIn(`${ROOT}package-lock.json`)).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || installed[path]?.version === version || (!installed[path] && (optional || devOptional)),
  );
};

const install = () => {
  console.error('正在安装依赖…… Installing dependencies …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    // Standard output is for what the program itself says.
    stdio: ['ignore', 2, 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) giveUp('安装依赖失败，原因见上。', 'Installing the dependencies failed; see above.');
};

/** Makes the checkout ready; quick when it is. */
export const setUp = () => {
  checkNode();
  if (!isCurrent()) install();
};

if (process.argv[1] === fileURLToPath(import.meta.url)) setUp();
