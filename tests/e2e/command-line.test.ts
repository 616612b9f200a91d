import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../infra/local/engine/free-port.ts';
import { demoFile } from '../../scripts/seed/demo-files.ts';
import { createDesk } from '../../scripts/walkthrough/desks.ts';
import { eventually } from '../../scripts/walkthrough/eventually.ts';
import { aFlood, anItem, aTeam, someTerms } from '../../scripts/walkthrough/payloads.ts';
import { signAgreement } from '../../scripts/walkthrough/steps/agreement.ts';
import { openIncident } from '../../scripts/walkthrough/steps/request.ts';
import { registerTeam } from '../../scripts/walkthrough/steps/team.ts';
import { createCliWorld } from '../builders/cli-world.ts';
import { startEmbedded } from './embedded-runtime.ts';
import { LANZHOU, now, XINING } from './suite/scene.ts';

/** The command line as it is installed. */
const PROGRAM = fileURLToPath(new URL('../../cli/shouwang.mjs', import.meta.url));

const embedded = await startEmbedded();
const desk = createDesk(embedded.deployment);
const folder = mkdtempSync(join(tmpdir(), 'shouwang-cli-'));

afterAll(async () => {
  here.dispose();
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
});

const environment = {
  BASE_URL: embedded.runtime.url,
  SHOUWANG_CONFIG_DIR: join(folder, 'config'),
  LANG: 'en_GB.UTF-8',
};

/** A process of its own, as people have it. */
const spawned = async (args: readonly string[], input = '', variables: Readonly<Record<string, string>> = {}) => {
  const env = { ...process.env, ...environment, ...variables };
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder, env, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(input);
  const [stdout, stderr, [exit]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { exit: exit as number, stdout, stderr };
};

/** The same in this process, since most of a short-lived one is its start. */
const here = createCliWorld(undefined, {
  ...{ environment, configDirectory: environment.SHOUWANG_CONFIG_DIR, fetch },
  ...{ now: Date.now, pause, askSecret: async () => 'demo' },
});
const run = (args: readonly string[]) => here.run(...args);

/** @returns the one JSON document a command prints; the test fails when it fails. */
const json = async (...args: readonly string[]) => {
  const { exit, stdout, stderr } = await run([...args, '--json']);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return JSON.parse(stdout);
};

/** @returns the lines of a demo file. */
const demoRows = (...of: Parameters<typeof demoFile>): readonly string[] =>
  readFileSync(demoFile(...of), 'utf8').split('\n');

const signIn = (person: string) => run(['login', person]);

describe('signing in', () => {
  test('nobody is signed in at first', async () => {
    expect(await spawned(['whoami'])).toMatchObject({ exit: 3, stdout: '' });
  });

  test('a wrong password is refused', async () => {
    expect((await spawned(['login', `coordinator@${XINING}`], 'wrong\n')).exit).toBe(3);
  });

  test('the token is kept where only the user can read it', async () => {
    expect(await spawned(['login', `coordinator@${XINING}`], 'demo\n')).toMatchObject({ exit: 0 });
    expect(statSync(join(folder, 'config', 'sessions.json')).mode & 0o777).toBe(0o600);
    expect(await json('whoami')).toMatchObject({ id: `coordinator@${XINING}`, city: XINING, roles: ['coordinator'] });
  });

  test('a service that is not there is said to be so', async () => {
    const nowhere = `http://127.0.0.1:${await freePort()}`;
    expect(await spawned(['login', `coordinator@${XINING}`], 'demo\n', { BASE_URL: nowhere })).toEqual({
      exit: 4,
      stdout: '',
      stderr: `Nothing answers at ${nowhere}.\n`,
    });
  });

  test('usage is explained in both languages', async () => {
    const zh = await spawned(['request', 'follow', '--help', '--lang', 'zh']);
    const en = await run(['request', 'follow', '--help']);
    expect([zh.exit, en.exit]).toEqual([0, 0]);
    expect(zh.stdout).toContain('跟踪请求');
    expect(en.stdout).toContain('follow a request');
    expect(await run(['request', 'dance'])).toMatchObject({ exit: 2, stdout: '', stderr: "unknown command 'dance'\n" });
  });
});

describe('a request', () => {
  let incidentId: string;
  let requestId: string;

  beforeAll(async () => {
    await signIn(`approver@${XINING}`);
    await signIn(`auditor@${XINING}`);
    await signIn(`coordinator@${XINING}`);
    const team = aTeam(LANZHOU, now(), { kind: 'communications', level: 2 });
    await registerTeam(desk, LANZHOU, team);
    await signAgreement(desk, { from: XINING, to: LANZHOU, terms: someTerms(now()) });
    incidentId = await openIncident(desk, XINING, aFlood(XINING, now()));
  });

  test('is drafted from a YAML file', async () => {
    const { neededBy, neededUntil } = anItem(XINING, now());
    const yaml = `
incidentId: ${incidentId}
items:
  - kind: communications
    level: 3
    quantity: 1
    mission: 恢复现场通信
    neededBy: ${neededBy}
    neededUntil: ${neededUntil}
    reportingPoint: { latitude: 36.617, longitude: 101.778, crs: CGCS2000, place: 城东集结点 }
    logistics: { meals: true, lodging: true, fuel: true }
`;
    const file = join(folder, 'request.yaml');
    writeFileSync(file, yaml);
    const request = await json('request', 'draft', file);
    expect(request).toMatchObject({ status: 'drafted', items: [{ kind: 'communications', mission: '恢复现场通信' }] });
    ({ requestId } = request);
  });

  test('is drafted from options as well, and a bad field is pointed at', async () => {
    const flags = ['--incident', incidentId, '--kind', 'water-rescue', '--mission', '转移群众', '--needed-by', '+12h'];
    const place = ['--at', '36.617,101.778,城东集结点'];
    const drafted = await json('request', 'draft', ...flags, ...place, '--needed-until', '+3d', '--meals');
    expect(drafted.items).toMatchObject([{ level: 3, quantity: 1, logistics: { meals: true, lodging: false } }]);
    const wrong = await run(['request', 'draft', ...flags, ...place, '--needed-until', '+1h']);
    expect(wrong).toMatchObject({ exit: 1, stdout: '' });
    expect(wrong.stderr).toContain('/items/0/neededUntil');
  });

  test('is not approved by whoever wrote it', async () => {
    expect(await run(['request', 'approve', requestId])).toMatchObject({ exit: 1, stdout: '' });
  });

  test('is approved, placed, and followed until the partner has answered', async () => {
    expect(await json('request', 'approve', requestId, '--as', `approver@${XINING}`)).toMatchObject({
      status: 'approved',
    });
    expect(await json('request', 'place', requestId, '--with', LANZHOU)).toMatchObject({ status: 'placed' });
    const { reached, news } = await json('request', 'follow', requestId, '--until', 'answered', '--every', '1s');
    expect(reached).toBe(true);
    expect(news.map((each: { text: { en: string } }) => each.text.en)).toContain(
      'Lanzhou: Emergency communications: accepts',
    );
    const { stdout } = await run(['request', 'show', requestId, '--lang', 'zh']);
    expect(stdout).toMatch(/应急通信 +恢复现场通信/);
    expect(stdout).toMatch(/兰州市 +已答复/);
  });

  test('is not waited for longer than was said', async () => {
    const args = ['request', 'follow', requestId, '--until', 'home', '--every', '1s', '--timeout', '1s', '--json'];
    const { exit, stdout } = await run(args);
    expect({ exit, reached: JSON.parse(stdout).reached }).toEqual({ exit: 5, reached: false });
  });

  test('has a ledger that verifies', async () => {
    expect(await json('ledger', 'verify', 'request', requestId, '--as', `auditor@${XINING}`)).toMatchObject({
      intact: true,
    });
  });
});

describe('the registry', () => {
  const HEADER = demoRows(XINING, 'team')[0] ?? '';
  const [, one = '', another = ''] = demoRows(XINING, 'team');

  test('takes a file as a whole, once every cell is right', async () => {
    const file = join(folder, 'teams.csv');
    writeFileSync(file, [HEADER, one, another.replace(/,1级,|,2级,/, ',9级,')].join('\n'));
    const refused = await run(['import', 'team', file]);
    expect(refused.exit).toBe(1);
    expect(refused.stdout).toMatch(/D3 +能力等级 +"9级" should be 1, 2 or 3/);
    writeFileSync(file, [HEADER, one, another].join('\n'));
    const { exit, stdout } = await run(['import', 'team', file, '--json']);
    expect({ exit, imported: JSON.parse(stdout) }).toMatchObject({
      exit: 0,
      imported: { import: { status: 'done', tally: { registered: 2, changed: 0 } } },
    });
  });

  test('is looked up by words and by pinyin, with reasons', async () => {
    const name = one.split(',')[0] ?? '';
    const found = await eventually(
      async () => {
        const { items } = await json('lookup', '坍塌', '搜救', '--near', XINING);
        return items.length > 0 && items;
      },
      { what: 'the team in the index' },
    );
    expect(found[0]).toMatchObject({ entry: { kind: 'team', name } });
    const { stdout } = await run(['lookup', 'jztt', '--lang', 'zh']);
    expect(stdout).toContain(name);
    expect(stdout).toContain('与所查内容符合');
  });

  test('is what a plan for a request draws on, and one command places it', async () => {
    const incident = await openIncident(desk, XINING, aFlood(XINING, now()));
    const what = [
      '--incident',
      incident,
      '--kind',
      'collapsed-building-rescue',
      '--mission',
      '搜救',
      '--needed-by',
      '+12h',
    ];
    const where = ['--needed-until', '+3d', '--at', '36.617,101.778,城东集结点'];
    const { requestId } = await json('request', 'draft', ...what, ...where);
    await json('request', 'approve', requestId, '--as', `approver@${XINING}`);
    const plan = await json('plan', requestId, '--from', 'own');
    expect(plan.totals).toMatchObject({ open: 1, filled: 1, unfilled: 0 });
    const [name = ''] = one.split(',');
    const { stdout } = await run(['plan', requestId, '--lang', 'zh']);
    expect(stdout).toContain(name);
    const placed = await json('place', requestId, '--plan', plan.planVersion, '--from', 'own');
    expect(placed).toMatchObject({ complete: true, parts: [{ part: { type: 'own' }, outcome: 'done' }] });
    const again = await run(['place', requestId, '--plan', plan.planVersion, '--from', 'own', '--json']);
    expect(again).toMatchObject({ exit: 1 });
    const { news } = await json('request', 'follow', requestId, '--until', 'placed');
    expect(news.map((each: { text: { zh: string } }) => each.text.zh)).toContain(`派出本市队伍“${name}”`);
  });

  test('goes out as a file that comes in again, and a template shows how one is filled in', async () => {
    const { file } = await json(
      'export',
      'team',
      '--format',
      'csv',
      '--encoding',
      'gb18030',
      '--output',
      join(folder, 'out.csv'),
    );
    const { exit, stdout } = await run(['import', 'team', file, '--json']);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ import: { tally: { registered: 0, changed: 0, unchanged: 2 } } });
    const template = join(folder, 'stock.csv');
    await json('template', 'stock', '--format', 'csv', '--output', template);
    expect(readFileSync(template, 'utf8')).toContain('物资编码');
  });

  test('says who is on duty, if anybody is', async () => {
    expect(await json('duty')).toEqual({ items: [] });
  });
});

test('whoever signs out is gone', async () => {
  await run(['logout', '--all']);
  expect((await run(['whoami'])).exit).toBe(3);
});
