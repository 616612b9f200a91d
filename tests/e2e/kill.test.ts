import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '../../infra/local/engine/free-port.ts';
import { createDesk } from '../../scripts/walkthrough/desks.ts';
import { eventually } from '../../scripts/walkthrough/eventually.ts';
import { patientFetch } from '../../scripts/walkthrough/patient-fetch.ts';
import { aFlood } from '../../scripts/walkthrough/payloads.ts';
import { runningService } from '../../scripts/walkthrough/running-service.ts';
import { openIncident } from '../../scripts/walkthrough/steps/request.ts';
import { readStory } from '../../scripts/walkthrough/steps/story.ts';
import { incidentRoutes } from '../../shared/http/routes/incidents.ts';
import { receivedRequestRoutes } from '../../shared/http/routes/received-requests.ts';
import { HAIDONG, LANZHOU, now } from './suite/scene.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const START = join(ROOT, 'scripts', 'start.mjs');
/** Lines of the story after which the power fails. */
const KILL_AFTER: readonly number[] = [5, 12, 17, 21, 27, 34];
/** A line of the story, as against the sentences below it. */
const LINE = /^\d\d:\d\d:\d\d /;

const dataDirectory = mkdtempSync(join(tmpdir(), 'shouwang-kill-'));
const children = new Set<ChildProcess>();

afterAll(async () => {
  await Promise.all([...children].map(kill));
  rmSync(dataDirectory, { recursive: true, force: true });
});

const kill = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  children.delete(child);
};

const run = (args: readonly string[], variables: Readonly<Record<string, string>>): ChildProcess => {
  const env = { ...process.env, ...variables };
  const child = spawn(process.execPath, [START, ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  return child;
};

/** What `npm start` starts, told to look at its clocks every second. */
const startService = async (url: string): Promise<ChildProcess> => {
  const service = run([], { PORT: new URL(url).port, SHOUWANG_DATA_DIR: dataDirectory, SHOUWANG_CLOCK_SECONDS: '1' });
  service.stdout?.resume();
  await eventually(async () => (await fetch(`${url}/${LANZHOU}/health`)).ok, { what: 'the service' });
  return service;
};

/** Somebody who opens one incident after the other and notes what was acknowledged. */
const steadyWriter = (url: string) => {
  const fetch = patientFetch();
  const desk = createDesk(runningService(url, fetch), { fetch });
  const acknowledged = new Map<string, string>();
  let writing = true;
  const write = async (): Promise<void> => {
    while (writing) {
      const title = `第${acknowledged.size + 1}号事件 ${v7()}`;
      acknowledged.set(await openIncident(desk, HAIDONG, aFlood(HAIDONG, now(), { title })), title);
    }
  };
  const done = write();
  return {
    stop: async () => {
      writing = false;
      await done;
      return acknowledged;
    },
  };
};

const incidentsOf = async (desk: ReturnType<typeof createDesk>, city: string) => {
  const found = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const query = { limit: 200, ...(cursor === undefined ? {} : { cursor }) };
    const { body } = await desk('auditor', city).call(incidentRoutes.listIncidents, { query });
    for (const { incidentId, title } of body.items) found.set(incidentId, title);
    cursor = body.nextCursor;
  } while (cursor !== undefined);
  return found;
};

test('a service killed again and again loses nothing it acknowledged, and tells the story to its end', {
  timeout: 240_000,
}, async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  let service = await startService(url);
  const writer = steadyWriter(url);
  const walkthrough = run(['scripts/walkthrough.ts', '--lang', 'en'], { BASE_URL: url });
  const ended = once(walkthrough, 'exit');
  let lines = 0;
  let restart: Promise<void> = Promise.resolve();
  const powerFails = async (): Promise<void> => {
    await kill(service);
    service = await startService(url);
  };
  for await (const line of createInterface({ input: walkthrough.stdout ?? process.stdin })) {
    if (!LINE.test(line)) continue;
    lines += 1;
    if (KILL_AFTER.includes(lines)) restart = restart.then(powerFails);
  }
  expect(await ended).toEqual([0, null]);
  await restart;
  expect(lines).toBeGreaterThan(Math.max(...KILL_AFTER));

  const acknowledged = await writer.stop();
  const desk = createDesk(runningService(url, fetch));
  expect(acknowledged.size).toBeGreaterThan(KILL_AFTER.length);
  expect(await incidentsOf(desk, HAIDONG)).toEqual(acknowledged);

  const query = { status: 'archived' } as const;
  const { body } = await desk('auditor', LANZHOU).call(receivedRequestRoutes.listReceivedRequests, { query });
  expect(body.items).toHaveLength(1);
  const story = await readStory(desk, LANZHOU, 'received-request', body.items[0]?.requestId ?? '');
  const applied = story.chapters.flatMap(({ entries }) =>
    entries.flatMap(({ messages }) => messages.filter(({ direction }) => direction === 'received').map(({ id }) => id)),
  );
  expect(applied.length).toBeGreaterThan(5);
  expect(new Set(applied).size).toBe(applied.length);
});
