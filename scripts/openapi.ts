import { readFileSync, writeFileSync } from 'node:fs';
import { openApiDocument } from './openapi-document.ts';

/** Where the description lies; the system function serves this very file. */
const FILE = 'docs/openapi.json';

const current = `${JSON.stringify(openApiDocument(), null, 2)}\n`;
if (process.argv.includes('--check')) {
  const committed = readFileSync(FILE, 'utf8');
  if (committed !== current) {
    console.error(`${FILE} is not what the route contracts say: npm run openapi`);
    process.exit(1);
  }
  console.log(`${FILE} is what the route contracts say`);
} else {
  writeFileSync(FILE, current);
  console.log(`${FILE} written`);
}
