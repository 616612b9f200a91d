import { freshConsole } from './fresh-console.ts';

console.log(await freshConsole());
