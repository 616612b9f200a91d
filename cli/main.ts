import { runCli } from './program.ts';
import { realWorld } from './world.ts';

process.exitCode = await runCli(realWorld(), process.argv.slice(2));
