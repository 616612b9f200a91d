import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { bar } from '../../../cli/progress-bar.ts';
import type { ImportJobView } from '../../../shared/http/views/import-job.ts';
import { answered, aToken, type CliWorld, createCliWorld } from '../../builders/cli-world.ts';

const ID = '01940000-0000-7000-8000-000000000001';
const API = 'http://127.0.0.1:8630/630100';
const folder = mkdtempSync(join(tmpdir(), 'shouwang-import-'));
const file = join(folder, 'teams.csv');
writeFileSync(file, '队伍名称\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let cli: CliWorld;
afterEach(() => cli.dispose());

const job = (status: ImportJobView['status'], more: Partial<ImportJobView> = {}): ImportJobView => ({
  importId: ID,
  kind: 'team',
  fileName: 'teams.csv',
  size: 13,
  status,
  openedBy: '演示',
  since: '2026-11-24T12:00:00.000Z',
  errors: 0,
  firstErrors: [],
  ...more,
});
const counted = { digest: 'abc', rows: 3, tally: { registered: 2, changed: 1, unchanged: 0 } };
const error = {
  sheet: '救援队伍',
  row: 5,
  column: '能力等级',
  cell: 'D5',
  reason: { zh: '“9”应为 1、2 或 3 级', en: '"9" should be 1, 2 or 3' },
};

/** The API: each look at the import finds the next of these, and from then on the last. */
const signedIn = async (looks: readonly ImportJobView[], overrides: Parameters<typeof createCliWorld>[1] = {}) => {
  const left = [...looks];
  cli = createCliWorld((url, init) => {
    const method = init?.method ?? 'GET';
    if (method === 'PUT') return new Response(null, { status: 200 });
    if (url.pathname.endsWith('/v1/imports'))
      return answered(201, { ...job('awaiting-file'), upload: { url: '/files/1', headers: {} } });
    if (url.pathname.endsWith('/errors')) return answered(200, { items: [error] });
    if (method === 'POST') return answered(202, left[0] ?? job('done'));
    return answered(200, (left.length > 1 ? left.shift() : left[0]) ?? job('done'));
  }, overrides);
  await cli.run('login', '--token', await aToken('administrator'));
};

const asked = () => cli.asked.map(({ method, url }) => `${method} ${url.replace(API, '')}`);

describe('importing', () => {
  it('sends the file, waits for the dry run, and applies what was checked', async () => {
    await signedIn([job('reading'), job('ready', counted), job('applying', counted), job('done', counted)]);
    const { exit, stdout, stderr } = await cli.run('import', 'team', file, '--lang', 'zh');
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: '已导入：新增2，更改1，不变0。\n' });
    expect(stderr).toContain(`--resume ${ID}`);
    expect(asked()).toEqual([
      'POST /v1/imports',
      'PUT http://127.0.0.1:8630/files/1',
      `POST /v1/imports/${ID}/check`,
      `GET /v1/imports/${ID}`,
      `GET /v1/imports/${ID}`,
      `POST /v1/imports/${ID}/application`,
      `GET /v1/imports/${ID}`,
      `GET /v1/imports/${ID}`,
    ]);
    expect(cli.asked[5]?.body).toBe('{"digest":"abc"}');
  });

  it('applies nothing when it is only to be checked', async () => {
    await signedIn([job('ready', counted)]);
    expect((await cli.run('import', 'team', file, '--dry-run')).exit).toBe(0);
    expect(asked().filter((call) => call.endsWith('/application'))).toEqual([]);
  });

  it('lists the cells that are wrong, and fails', async () => {
    await signedIn([job('rejected', { errors: 1, firstErrors: [error] })]);
    const { exit, stdout } = await cli.run('import', 'team', file, '--lang', 'en');
    expect(exit).toBe(1);
    expect(stdout).toBe(
      [
        'sheet     cell  column    what is wrong',
        '────────  ────  ────────  ───────────────────────',
        '救援队伍  D5    能力等级  "9" should be 1, 2 or 3',
        '',
        'Wrong cells: 1. Nothing was imported.',
        '',
      ].join('\n'),
    );
    const json = await cli.run('import', 'team', file, '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ import: { status: 'rejected' }, errors: [error] });
  });

  it('goes on with an import that was cut short', async () => {
    await signedIn([job('ready', counted), job('done', counted)]);
    expect((await cli.run('import', '--resume', ID)).exit).toBe(0);
    expect(asked()[0]).toBe(`GET /v1/imports/${ID}`);
    expect((await cli.run('import')).exit).toBe(2);
    expect((await cli.run('import', 'team', join(folder, 'nowhere.csv'))).exit).toBe(2);
  });

  it('cannot go on with a file that never arrived', async () => {
    await signedIn([job('awaiting-file')]);
    expect((await cli.run('import', '--resume', ID)).exit).toBe(1);
  });

  it('asks a service that does not answer again', async () => {
    let silent = 2;
    await signedIn([job('done', counted)]);
    const { fetch } = cli.world;
    Object.assign(cli.world, {
      fetch: async (...request: Parameters<typeof fetch>) => {
        silent -= 1;
        if (silent >= 0) throw new TypeError('fetch failed');
        return fetch(...request);
      },
    });
    expect((await cli.run('import', '--resume', ID)).exit).toBe(0);
  });

  it('draws how far it is for those who watch', async () => {
    await signedIn([job('checking', { rows: 20_000, done: 5000 }), job('ready', counted)], { isWatched: true });
    const { stderr } = await cli.run('import', 'team', file, '--dry-run', '--lang', 'en');
    expect(stderr).toContain('checking [████████░░░░░░░░░░░░░░░░░░░░░░] 25% 5000/20000');
  });
});

describe('the bar', () => {
  it.each([
    [0, undefined, `[${'░'.repeat(30)}]`],
    [0, 0, `[${'░'.repeat(30)}] 0% 0/0`],
    [3, 3, `[${'█'.repeat(30)}] 100% 3/3`],
  ])('%d of %s', (done, total, drawn) => expect(bar(done, total)).toBe(drawn));
});
