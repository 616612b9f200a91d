import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '../../../infra/local/engine/free-port.ts';
import { createDesk } from '../../../scripts/walkthrough/desks.ts';
import { eventually } from '../../../scripts/walkthrough/eventually.ts';
import { runningService } from '../../../scripts/walkthrough/running-service.ts';
import type { Client } from '../../../shared/http/client.ts';
import { importFile } from '../../../shared/http/import-file.ts';
import { importRoutes } from '../../../shared/http/routes/imports.ts';
import { ledgerRoutes } from '../../../shared/http/routes/ledger.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import type { ImportJobView } from '../../../shared/http/views/import-job.ts';
import { XINING } from '../../builders/circumstances.ts';
import { fileOf } from '../../builders/imported.ts';
import { someContact, someDetails } from '../../builders/team.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** A few pieces; `SHOUWANG_TEST_IMPORT_ROWS=20000` tries as many as a file may have. */
const ROWS = Number(process.env.SHOUWANG_TEST_IMPORT_ROWS ?? 700);
/** Of the names of the teams, as against those of the demo. */
const PREFIX = '断电演练第';
/** How long all of it may take, milliseconds. */
const PATIENCE_MS = 60_000 + ROWS * 30;

const dataDirectory = mkdtempSync(join(tmpdir(), 'shouwang-import-'));
let service: ChildProcess | undefined;

const kill = async (): Promise<void> => {
  if (!service || service.exitCode !== null || service.signalCode !== null) return;
  const gone = once(service, 'exit');
  service.kill('SIGKILL');
  await gone;
};

afterAll(async () => {
  await kill();
  rmSync(dataDirectory, { recursive: true, force: true });
});

/** Starts what `npm start` starts. */
const start = async (url: string): Promise<void> => {
  const env = { ...process.env, PORT: new URL(url).port, SHOUWANG_DATA_DIR: dataDirectory };
  const command = [join(ROOT, 'scripts', 'start.mjs')];
  service = spawn(process.execPath, command, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] });
  await eventually(async () => (await fetch(`${url}/${XINING}/health`)).ok, { what: 'the service' });
};

const statusOf = async (client: Client, importId: string): Promise<ImportJobView> =>
  (await client.call(importRoutes.readImport, { params: { importId } })).body;

const namesIn = async (client: Client): Promise<readonly string[]> => {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
    const { body } = await client.call(teamRoutes.listTeams, { query });
    names.push(...body.items.map(({ name }) => name).filter((name) => name.startsWith(PREFIX)));
    cursor = body.nextCursor;
  } while (cursor !== undefined);
  return names;
};

test(`an import of ${ROWS} rows is killed in the middle and goes on by itself, to the last row and no row twice`, {
  timeout: PATIENCE_MS,
}, async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  await start(url);
  const coordinator = createDesk(runningService(url, fetch))('coordinator', XINING);
  const names = Array.from({ length: ROWS }, (_, n) => `${PREFIX}${n}队`);
  const rows = names.map((name) => ({ ...someDetails({ name }), dutyContact: someContact() }));
  const bytes = await fileOf('team', rows);
  const checked = await importFile(coordinator, { kind: 'team', fileName: '队伍.csv', bytes }, { checkOnly: true });
  expect(checked).toMatchObject({ status: 'ready', tally: { registered: ROWS } });
  const { importId, digest = '' } = checked;
  await coordinator.call(importRoutes.applyImport, { params: { importId }, body: { digest } });
  const halfWay = async () => ((await statusOf(coordinator, importId)).done ?? 0) >= Math.min(500, ROWS / 2);
  await eventually(halfWay, { what: 'the first piece', timeoutMs: PATIENCE_MS });
  await kill();
  await start(url);
  const isDone = async () => (await statusOf(coordinator, importId)).status === 'done';
  await eventually(isDone, { what: 'the last piece', timeoutMs: PATIENCE_MS });
  expect(await statusOf(coordinator, importId)).toMatchObject({ status: 'done', errors: 0, rows: ROWS });
  expect([...(await namesIn(coordinator))].sort()).toEqual([...names].sort());
  const verified = { params: { kind: 'import-job' as const, id: importId } };
  expect((await coordinator.call(ledgerRoutes.verifyStory, verified)).body).toMatchObject({ intact: true });
});
