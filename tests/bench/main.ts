import { cpus, loadavg } from 'node:os';
import { benchDeadlines } from './deadlines.ts';
import { startService } from './embedded-service.ts';
import { benchExchange } from './exchange-latency.ts';
import { benchOverhead } from './handler-overhead.ts';
import { benchInit } from './init-time.ts';
import { benchLookup } from './lookup.ts';
import { benchRoundTrips } from './round-trips.ts';
import { rounded } from './statistics.ts';
import { benchThroughput } from './throughput.ts';

/** What is measured, by name. */
const PARTS = {
  roundTrips: benchRoundTrips,
  handlerOverhead: benchOverhead,
  init: benchInit,
  lookup: benchLookup,
  deadlines: benchDeadlines,
  embedded: async () => {
    const service = await startService();
    try {
      return { xiningToLanzhou: await benchExchange(service), drafting: await benchThroughput(service) };
    } finally {
      await service.stop();
    }
  },
};
type Part = keyof typeof PARTS;

const isPart = (name: string): name is Part => Object.hasOwn(PARTS, name);

/** Figures are as good as the machine was quiet: how many others wanted its processors, over the last minute. */
const machine = () => ({
  processors: cpus().length,
  model: cpus()[0]?.model.trim() ?? '',
  node: process.version,
  load: rounded(loadavg()[0] ?? 0, 1),
});

const chosen = (names: readonly string[]): readonly Part[] => {
  const unknown = names.filter((name) => !isPart(name));
  if (unknown.length > 0)
    throw new RangeError(`there is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  return names.length === 0 ? (Object.keys(PARTS) as Part[]) : names.filter(isPart);
};

/** What a part found that must never be, whatever the machine. */
const brokenIn = (found: object): readonly string[] =>
  'broken' in found && Array.isArray(found.broken) ? found.broken.map(String) : [];

/**
 * `npm run bench [part …]`: all parts unless some are named. Figures as JSON on standard output, everything else beside it. Exits
 * with 1 when a promise is broken that does not depend on the machine.
 */
const main = async (): Promise<void> => {
  const figures: Record<string, unknown> = { before: machine() };
  for (const part of chosen(process.argv.slice(2))) {
    const start = performance.now();
    const found = await PARTS[part]();
    figures[part] = found;
    for (const promise of brokenIn(found)) {
      console.error(promise);
      process.exitCode = 1;
    }
    console.error(`${part}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
  console.log(JSON.stringify({ ...figures, after: machine() }, undefined, 2));
};

await main();
