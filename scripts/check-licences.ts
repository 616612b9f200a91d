import { promisify } from 'node:util';
import { init } from 'license-checker-rseidelsohn';

/** Licences that what runs in production may have: permissive ones, no obligations beyond attribution. */
const ALLOWED = [
  'MIT',
  'MIT-0',
  'Apache-2.0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Unlicense',
  'CC0-1.0',
  'Python-2.0',
  'BlueOak-1.0.0',
];

const packages = await promisify(init)({ start: process.cwd(), production: true, excludePrivatePackages: true });
const refused = Object.entries(packages).filter(([, { licenses }]) => {
  const named = (Array.isArray(licenses) ? licenses : [licenses ?? 'none']).join(' OR ');
  return !named
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((licence) => ALLOWED.includes(licence.trim().replace(/\*$/, '')));
});
for (const [name, { licenses }] of refused) console.error(`${name}: ${String(licenses)}`);
console.log(`licences: ${Object.keys(packages).length} production packages, ${refused.length} not allowed`);
process.exit(refused.length === 0 ? 0 : 1);
