#!/usr/bin/env node
/** `npx shouwang`: makes the checkout ready, then runs the command line in this very process. */
process.argv.splice(2, 0, 'cli/main.ts');
await import('../scripts/start.mjs');
