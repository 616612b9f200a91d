import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ALARMS } from '../infra/alarm-catalogue.ts';
import { MESSAGE_CONTRACTS } from '../shared/exchange/message-contracts.ts';

const faults: string[] = [];

const pages = [
  'README.md',
  'README.zh-CN.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

const slug = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[`*]/g, '')
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-');

const headings = (page: string): readonly string[] =>
  [...readFileSync(page, 'utf8').matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => slug(heading));

/** Links to files and headings that are not there. */
for (const page of pages)
  for (const [, target = ''] of readFileSync(page, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^(https?|mailto):|^http/.test(target)) continue;
    const [file = '', anchor] = target.split('#');
    const path = file === '' ? page : join(dirname(page), file);
    if (!existsSync(path)) faults.push(`${page}: ${target} is not there`);
    else if (anchor && path.endsWith('.md') && !headings(path).includes(anchor))
      faults.push(`${page}: ${target} has no such heading`);
  }

for (const { id } of Object.values(ALARMS))
  if (!headings('docs/runbook.md').includes(id)) faults.push(`docs/runbook.md: no section ${id} for its alarm`);
const protocol = readFileSync('docs/protocol.md', 'utf8');
for (const type of Object.keys(MESSAGE_CONTRACTS))
  if (!protocol.includes(`\`${type}\``)) faults.push(`docs/protocol.md: says nothing of ${type}`);
/** Access patterns of the data model without a test of their name, and tests of patterns that it does not have. */
const namesIn = (file: string, name: RegExp): ReadonlySet<string> =>
  new Set([...readFileSync(file, 'utf8').matchAll(name)].map(([, found = '']) => found));
const documented = namesIn('docs/data-model.md', /^\| (AP\d+) \|/gm);
const tested = new Set(
  ['access-patterns', 'lookup-access-patterns', 'figures-access-patterns', 'notification-access-patterns'].flatMap(
    (file) => [...namesIn(`tests/integration/${file}.test.ts`, /^ +it\('(AP\d+) /gm)],
  ),
);
for (const name of documented) if (!tested.has(name)) faults.push(`docs/data-model.md: ${name} has no test`);
for (const name of tested) if (!documented.has(name)) faults.push(`docs/data-model.md: does not have ${name}`);
if (documented.size === 0) faults.push('docs/data-model.md: has no access patterns');

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
for (const page of pages)
  for (const [, script = ''] of readFileSync(page, 'utf8').matchAll(/npm run ([\w:-]+)/g))
    if (!(script in scripts)) faults.push(`${page}: there is no npm run ${script}`);

for (const fault of faults) console.error(fault);
console.log(`docs: ${pages.length} pages, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
