import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

/** Fewer than this many modules means that the check has gone blind, not that the project is small. */
const FEWEST_MODULES = 100;

const options = await extractOptions('./.dependency-cruiser.mjs');
const { output } = await cruise(['shared', 'functions', 'infra', 'scripts', 'cli', 'console'], options, undefined, {
  tsConfig: extractTsConfig('./tsconfig.json'),
});
if (typeof output === 'string') throw new Error('dependency-cruiser gave text where a result was expected');
const { totalCruised, violations } = output.summary;
const own = output.modules.filter(({ source }) =>
  /^(shared|functions|infra|scripts|cli|console)\//.test(source),
).length;
for (const { rule, from, to } of violations) console.error(`${rule.severity} ${rule.name}: ${from} → ${to}`);
console.log(`structure: ${own} modules of ours among ${totalCruised}, ${violations.length} violations`);
if (own < FEWEST_MODULES) {
  console.error(`only ${own} modules were seen; the check is blind`);
  process.exit(1);
}
process.exit(violations.some(({ rule }) => rule.severity === 'error') ? 1 : 0);
