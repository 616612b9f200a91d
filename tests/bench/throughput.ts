import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import * as z from 'zod';
import { aFlood, anItem } from '../../scripts/walkthrough/payloads.ts';
import { openIncident } from '../../scripts/walkthrough/steps/request.ts';
import { requestRoutes } from '../../shared/http/routes/requests.ts';
import type { EmbeddedService } from './embedded-service.ts';
import { rounded } from './statistics.ts';

const CITY = '630100';
const WARM_UP_SECONDS = 3;
const SECONDS = 6;
const ROUNDS = 3;
/** Followers of the table are done with what was drafted by then, milliseconds. */
const SETTLED_MS = 2000;

/** Requests a second that a service of Express and PostgreSQL with idempotency and outbox created on a machine of two cores. */
export const THROUGHPUT_GOALS = [
  { concurrency: 1, goal: 301 },
  { concurrency: 8, goal: 693 },
] as const;

const ReportSchema = z.object({
  '2xx': z.number(),
  non2xx: z.number(),
  errors: z.number(),
  duration: z.number(),
  latency: z.object({ p50: z.number(), p99: z.number() }),
});
type Report = z.infer<typeof ReportSchema>;

interface Load {
  readonly url: string;
  readonly token: string;
  readonly body: unknown;
}

/** The load comes from a process of its own; `[<id>]` is another text in every request, but must not end an argument. */
const fire = async ({ url, token, body }: Load, connections: number, seconds: number): Promise<Report> => {
  const { stdout } = await promisify(execFile)('node_modules/.bin/autocannon', [
    ...['--json', '--no-progress', '--idReplacement', '--method', 'POST'],
    ...['--connections', String(connections), '--duration', String(seconds)],
    ...['--headers', `authorization=Bearer ${token}`, '--headers', 'content-type=application/json'],
    ...['--headers', 'idempotency-key=[<id>].', '--body', JSON.stringify(body), url],
  ]);
  const report = ReportSchema.parse(JSON.parse(stdout));
  if (report.non2xx + report.errors > 0)
    throw new Error(`${report.non2xx} requests were refused and ${report.errors} failed`);
  return report;
};

/**
 * Requests drafted a second over HTTP on the embedded runtime, each with an Idempotency-Key of its own, and how long one takes,
 * milliseconds; the best of a few rounds, as others may be at work on the machine. And the processor time of one, with all that follows
 * from it, which says more in that case.
 */
export const benchThroughput = async ({ deployment, desk, processorTime }: EmbeddedService) => {
  const now = new Date().toISOString();
  const incidentId = await openIncident(desk, CITY, aFlood(CITY, now));
  const load: Load = {
    url: `${deployment.baseUrl(CITY)}${requestRoutes.draftRequest.path}`,
    token: await deployment.token('coordinator', CITY),
    body: { incidentId, items: [anItem(CITY, now)] },
  };
  await fire(load, 8, WARM_UP_SECONDS);
  await pause(SETTLED_MS);
  const results = [];
  for (const { concurrency, goal } of THROUGHPUT_GOALS) {
    const rounds = [];
    const before = await processorTime();
    let drafted = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const { latency, duration, '2xx': done } = await fire(load, concurrency, SECONDS);
      drafted += done;
      rounds.push({ requestsPerSecond: rounded(done / duration, 0), p50Ms: latency.p50, p99Ms: latency.p99 });
    }
    await pause(SETTLED_MS);
    const after = await processorTime();
    const processorMs = {
      service: rounded((after.serviceMs - before.serviceMs) / drafted),
      engine: rounded((after.engineMs - before.engineMs) / drafted),
    };
    const [best] = rounds.sort((a, b) => b.requestsPerSecond - a.requestsPerSecond);
    results.push({ concurrency, ...best, goal, ratio: rounded((best?.requestsPerSecond ?? 0) / goal), processorMs });
  }
  return results;
};
