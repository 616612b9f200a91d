import { once } from 'node:events';
import type { Context } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import type { FunctionDefinition } from '../../../functions/catalog-types.ts';
import { FunctionTimedOut, type Handler, LambdaFunction } from '../../../infra/local/city/lambda-function.ts';
import { Schedule } from '../../../infra/local/city/schedule.ts';
import { CityGateway } from '../../../infra/local/gateway/city-gateway.ts';
import { LocalServer } from '../../../infra/local/gateway/local-server.ts';
import { RouteTable } from '../../../infra/local/gateway/route-table.ts';
import { TokenBucket } from '../../../infra/local/gateway/token-bucket.ts';
import { route } from '../../../shared/http/route.ts';

const DEFINITION: FunctionDefinition = {
  name: 'trial',
  purpose: { zh: '试', en: 'trial' },
  routes: [
    route({
      operationId: 'readTrial',
      method: 'GET',
      path: '/trial',
      access: 'public',
      tag: 'x',
      summary: { zh: '试', en: 'trial' },
      success: { status: 200, body: z.unknown() },
    }),
  ],
  triggers: [],
  rights: [],
  memoryMegabytes: 256,
  timeoutSeconds: 2,
};

const fn = (handler: Handler): LambdaFunction => new LambdaFunction(DEFINITION, handler, () => 'request-1');

afterEach(() => {
  vi.useRealTimers();
});

describe('a function', () => {
  it('is told who and where it is, and how long it has', async () => {
    const context = (await fn(async (_event, given) => given).invoke({})) as Context;
    expect(context).toMatchObject({ functionName: 'trial', memoryLimitInMB: '256', awsRequestId: 'request-1' });
    expect(context.getRemainingTimeInMillis()).toBeGreaterThan(1000);
    expect(context.getRemainingTimeInMillis()).toBeLessThanOrEqual(2000);
  });

  it('is not waited for beyond its time', async () => {
    vi.useFakeTimers();
    const invoked = expect(fn(() => new Promise(() => undefined)).invoke({})).rejects.toThrow(FunctionTimedOut);
    await vi.advanceTimersByTimeAsync(2000);
    await invoked;
  });
});

describe('the gateway', () => {
  it('answers 503 when a function takes longer than an HTTP API waits', async () => {
    const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
    const gateway = new CityGateway({
      routes: new RouteTable([DEFINITION]),
      functions: new Map([['trial', fn(() => new Promise(() => undefined))]]),
      throttle: new TokenBucket({ ratePerSecond: 1, burst: 1 }),
      verify: async () => undefined,
      log,
      timeoutMs: 20,
    });
    const server = new LocalServer(log);
    const url = await server.listen(0);
    expect((await fetch(`${url}/630100/trial`)).status).toBe(503);
    server.mount('630100', (message, path, query) =>
      gateway.answer({ city: '630100', requestId: 'r', message, path, query }),
    );
    server.open();
    const response = await fetch(`${url}/630100/trial`);
    expect([response.status, await response.text()]).toEqual([503, '{"message":"Service Unavailable"}']);
    await server.close();
    await server.close();
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe('the server', () => {
  it('closes though a caller has gone away before the answer', async () => {
    const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
    const server = new LocalServer(log);
    const url = await server.listen(0);
    const caller = new AbortController();
    server.mount('slow', async (message) => {
      caller.abort();
      await once(message.socket, 'close');
      return { status: 200 };
    });
    server.open();
    await expect(fetch(`${url}/slow`, { signal: caller.signal })).rejects.toThrow('aborted');
    await server.close();
    expect(log.error).not.toHaveBeenCalled();
  });
});

describe('a schedule', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  const timed = (takesMs: number) => {
    const started: number[] = [];
    const run = async (): Promise<void> => {
      started.push(Date.now());
      await new Promise((resolve) => setTimeout(resolve, takesMs));
    };
    const begin = Date.now();
    return { schedule: new Schedule({ everyMs: 1000, run }), starts: () => started.map((at) => at - begin) };
  };

  it('runs at once and then at its rate, until it is stopped', async () => {
    const { schedule, starts } = timed(10);
    schedule.start();
    await vi.advanceTimersByTimeAsync(2500);
    await schedule.stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(starts()).toEqual([0, 1000, 2000]);
  });

  it('leaves out a run while another is under way', async () => {
    const { schedule, starts } = timed(2500);
    schedule.start();
    await vi.advanceTimersByTimeAsync(3500);
    expect(starts()).toEqual([0, 3000]);
    const stopping = schedule.stop();
    await vi.advanceTimersByTimeAsync(3000);
    await stopping;
  });

  it('runs when told to, after the run under way', async () => {
    const { schedule, starts } = timed(400);
    schedule.start();
    await vi.advanceTimersByTimeAsync(100);
    const now = schedule.runNow();
    await vi.advanceTimersByTimeAsync(700);
    await now;
    expect(starts()).toEqual([0, 400]);
    await schedule.stop();
  });
});
