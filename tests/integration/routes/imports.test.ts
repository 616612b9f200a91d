import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { createHandler as createTeams } from '../../../functions/teams/handler.ts';
import { CellErrorSchema } from '../../../shared/domain/import-job/cell-error.ts';
import { importRoutes as routes } from '../../../shared/http/routes/imports.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import type { ImportJobView } from '../../../shared/http/views/import-job.ts';
import { XINING } from '../../builders/circumstances.ts';
import { fileOf, importingCity, REGISTRAR } from '../../builders/imported.ts';
import { fullRows } from '../../builders/spreadsheet-rows.ts';
import { someContact, someDetails } from '../../builders/team.ts';
import type { TestCall } from '../../builders/test-cell.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const aTeamNamed = (name: string, headcount = 12) => ({
  ...someDetails({ name, headcount }),
  dutyContact: someContact(),
});
const teams = (...names: readonly string[]) => names.map((name) => aTeamNamed(name));

type City = ReturnType<typeof importingCity>;
const with_ = (before: (city: City) => Promise<TestCall>) => async () => {
  const city = importingCity();
  return { test: city.test, handler: city.imports, good: { as: REGISTRAR, ...(await before(city)) } };
};
const opened = async (city: City): Promise<string> => {
  const file = await fileOf('team', teams('甲'));
  const answer = await city.call(routes.openImport, {
    body: { kind: 'team', fileName: 'a.csv', size: file.byteLength },
  });
  const { importId } = answer.body as ImportJobView;
  await city.test.cell.files.put(`imports/${importId}/file`, file);
  return importId;
};
const ready = async (city: City): Promise<ImportJobView> => city.checked('team', await fileOf('team', teams('甲')));

describe('imports', () => {
  itAnswersWrongCalls(routes.openImport, async () => {
    const { test, imports: handler } = importingCity();
    const body = { kind: 'team', fileName: 'a.csv', size: 10 };
    return { test, handler, good: { as: REGISTRAR, body }, otherBody: { ...body, size: 11 } };
  });
  itAnswersWrongCalls(
    routes.listImports,
    with_(async () => ({})),
  );
  itAnswersWrongCalls(
    routes.readImport,
    with_(async (city) => ({ params: { importId: await opened(city) } })),
  );
  itAnswersWrongCalls(
    routes.checkImport,
    with_(async (city) => ({ params: { importId: await opened(city) } })),
  );
  itAnswersWrongCalls(
    routes.listImportErrors,
    with_(async (city) => ({ params: { importId: await opened(city) } })),
  );
  itAnswersWrongCalls(
    routes.applyImport,
    with_(async (city) => {
      const { importId, digest } = await ready(city);
      return { params: { importId }, body: { digest } };
    }),
  );
  itAnswersWrongCalls(
    routes.cancelImport,
    with_(async (city) => ({ params: { importId: await opened(city) }, body: { reason: '发错文件' } })),
  );
});

describe('a file that is uploaded', () => {
  it('is checked without a change, and applied when somebody says so', async () => {
    const city = importingCity();
    const checked = await city.checked('team', await fileOf('team', teams('甲', '乙')));
    expect(checked).toMatchObject({ status: 'ready', rows: 2, tally: { registered: 2 } });
    expect(city.test.store.rows().filter(({ pk }) => pk.startsWith('team#'))).toEqual([]);
    expect((await city.apply(checked.importId, checked.digest)).body).toMatchObject({ status: 'applying', done: 0 });
    await city.work(checked.importId);
    expect(await city.read(checked.importId)).toMatchObject({ status: 'done', errors: 0 });
    const list = await city.test.call(createTeams(city.test.cell), teamRoutes.listTeams, { as: REGISTRAR });
    expect(list.body).toMatchObject({ items: [{ name: '乙' }, { name: '甲' }] });
  });

  it('that is not there, or not whole, is not checked', async () => {
    const city = importingCity();
    const answer = await city.call(routes.openImport, { body: { kind: 'team', fileName: 'a.csv', size: 10 } });
    const { importId } = answer.body as ImportJobView;
    expectProblem(await city.call(routes.checkImport, { params: { importId } }), 409, 'import-file-missing');
    await city.test.cell.files.put(`imports/${importId}/file`, Buffer.from('half'));
    expectProblem(await city.call(routes.checkImport, { params: { importId } }), 409, 'import-file-size-differs');
  });

  it('is rejected whole when one cell is wrong, and every wrong cell can be listed and downloaded', async () => {
    const city = importingCity();
    const rows = teams('甲', '乙', '丙').map((row, n) =>
      n === 1 ? { ...row, headcount: 0, readinessMinutes: -1 } : row,
    );
    const checked = await city.checked('team', await fileOf('team', rows));
    expect(checked).toMatchObject({ status: 'rejected', rows: 3, errors: 2 });
    expect(checked.firstErrors).toMatchObject([
      { sheet: 'CSV', row: 3, column: '人数', cell: 'F3', value: '0' },
      { row: 3, column: '出动准备（分钟）', cell: 'L3' },
    ]);
    expect(city.test.store.rows().filter(({ pk }) => pk.startsWith('team#'))).toEqual([]);
    expectProblem(await city.apply(checked.importId, 'any'), 409, 'import-not-ready');
    const params = { importId: checked.importId };
    const page = await city.call(routes.listImportErrors, { params, query: { limit: '1' } });
    const { items, nextCursor = '' } = page.body as { items: unknown[]; nextCursor?: string };
    const rest = await city.call(routes.listImportErrors, { params, query: { cursor: nextCursor } });
    const all = [...items, ...(rest.body as { items: unknown[] }).items];
    expect(all.map((error) => CellErrorSchema.parse(error).cell)).toEqual(['F3', 'L3']);
    const file = await city.call(routes.exportImportErrors, { params, headers: { 'accept-language': 'en' } });
    expect(Buffer.from(String(file.body), 'base64').toString()).toMatch(
      /Sheet,Row,Column,Cell,Value,Reason\r\nCSV,3,人数,F3,0,/,
    );
  });

  it('does not repeat personal data where a cell with it is wrong', async () => {
    const city = importingCity();
    const rows = teams('甲').map((row) => ({ ...row, dutyContact: { name: '张示例', telephone: '一三八' } }));
    const { firstErrors } = await city.checked('team', await fileOf('team', rows));
    expect(firstErrors).toMatchObject([{ column: '值班电话' }]);
    expect(JSON.stringify(firstErrors)).not.toContain('一三八');
  });

  it('that is no table is rejected with the reason', async () => {
    const city = importingCity();
    const checked = await city.checked('team', Buffer.from('a,b\n1,2\n'));
    expect(checked).toMatchObject({ status: 'rejected', problem: { zh: expect.stringContaining('找不到表头') } });
  });

  it('is cancelled before it is applied, and not after', async () => {
    const city = importingCity();
    const { importId, digest } = await ready(city);
    const cancel = () => city.call(routes.cancelImport, { params: { importId }, body: { reason: '发错文件' } });
    const other = await ready(city);
    expect(
      (await city.call(routes.cancelImport, { params: { importId: other.importId }, body: { reason: 'x' } })).status,
    ).toBe(200);
    await city.apply(importId, digest);
    expectProblem(await cancel(), 409, 'import-over');
  });
});

describe('a file that comes with the call', () => {
  it.each([
    [
      'CSV in GB18030',
      async () =>
        iconv.encode(
          Buffer.from(await fileOf('team', teams('甲')))
            .toString()
            .slice(1),
          'gb18030',
        ),
    ],
    ['CSV in UTF-8', () => fileOf('team', teams('甲'))],
  ])('is checked at once: %s', async (_, bytes) => {
    const city = importingCity();
    const answer = await city.send(await bytes(), { kind: 'team', fileName: '队伍.csv' });
    expect(answer).toMatchObject({ status: 201, body: { status: 'reading', fileName: '队伍.csv' } });
    const { importId } = answer.body as ImportJobView;
    await city.work(importId);
    expect(await city.read(importId)).toMatchObject({ status: 'ready', rows: 1 });
  });

  it.each([
    ['without its kind', {}, Buffer.from('a'), undefined, 400, 'parameters-not-valid'],
    ['of a kind nobody knows', { kind: 'planet' }, Buffer.from('a'), undefined, 400, 'parameters-not-valid'],
    ['that is empty', { kind: 'team' }, Buffer.alloc(0), undefined, 422, 'file-empty'],
    ['that is too large', { kind: 'team' }, Buffer.alloc(5 * 1024 * 1024), undefined, 413, 'body-too-large'],
    ['of another type', { kind: 'team' }, Buffer.from('%PDF'), 'application/pdf', 415, 'not-json'],
    [
      'that a gateway took for UTF-8',
      { kind: 'team' },
      iconv.encode('队伍', 'gb18030'),
      'text/csv',
      415,
      'text-not-utf-8',
    ],
  ] as const)('%s is refused', async (_, query, bytes, mediaType, status, code) => {
    expectProblem(await importingCity().send(bytes, query, mediaType), status, code);
  });
});

describe('entries that are imported', () => {
  it('are registered, changed or left alone, by what people know them by', async () => {
    const city = importingCity();
    await city.imported('team', teams('甲', '乙'));
    const before = city.test.store.rows().length;
    const again = await city.imported('team', [aTeamNamed(' 甲'), aTeamNamed('乙', 20), aTeamNamed('丙')]);
    expect(again).toMatchObject({ status: 'done', tally: { registered: 1, changed: 1, unchanged: 1 } });
    expect(city.test.store.rows().length).toBeGreaterThan(before);
    const events = city.test.store.rows().filter(({ pk, entity }) => pk.startsWith('team#') && entity === 'event');
    expect(events).toHaveLength(4);
  });

  it('carry the person and the import in their ledgers', async () => {
    const city = importingCity();
    const { importId } = await city.imported('team', teams('甲'));
    const [entry] = city.test.store
      .rows()
      .flatMap(({ pk, entity, entry }) => (pk.startsWith('team#') && entity === 'event' ? [entry] : []));
    expect(entry).toMatchObject({
      type: 'teamRegistered',
      actor: { kind: 'person', id: REGISTRAR, city: XINING },
      cause: { kind: 'import-job', id: importId },
    });
  });

  it('need a contact when they are new, and keep it where it is masked', async () => {
    const city = importingCity();
    const { dutyContact: _, ...nobody } = aTeamNamed('甲');
    const missing = await city.checked('team', await fileOf('team', [nobody]));
    expect(missing).toMatchObject({
      status: 'rejected',
      firstErrors: [{ column: '值班联系人', reason: { zh: '必须填写' } }],
    });
    await city.imported('team', teams('甲'));
    const masked = { ...nobody, headcount: 30, dutyContact: { name: '张*', telephone: '138****0001' } };
    expect(await city.imported('team', [masked])).toMatchObject({ tally: { changed: 1 } });
    const state = city.test.store.rows().find(({ pk, entity }) => pk.startsWith('team#') && entity === 'state');
    expect(state).toMatchObject({ state: { details: { headcount: 30 }, dutyContact: someContact() } });
  });

  it('may take the name of one that is no longer kept', async () => {
    const city = importingCity();
    await city.imported('team', teams('甲'));
    const handler = createTeams(city.test.cell);
    const list = await city.test.call(handler, teamRoutes.listTeams, { as: REGISTRAR });
    const [{ teamId = '' } = {}] = (list.body as { items: { teamId: string }[] }).items;
    await city.test.call(handler, teamRoutes.retireTeam, {
      as: REGISTRAR,
      params: { teamId },
      body: { reason: '解散' },
    });
    expect(await city.imported('team', teams('甲'))).toMatchObject({ status: 'done', tally: { registered: 1 } });
    expect(await city.imported('team', teams('甲'))).toMatchObject({ tally: { unchanged: 1 } });
  });

  it('are refused for what the registry itself refuses, at the cell', async () => {
    const city = importingCity();
    const expert = fullRows().expert as { readonly term: object };
    const over = { ...expert, term: { from: '2020-01-01T00:00:00.000Z', until: '2021-01-01T00:00:00.000Z' } };
    const checked = await city.checked('expert', await fileOf('expert', [over]));
    expect(checked).toMatchObject({ status: 'rejected', firstErrors: [{ row: 2, column: '聘期至' }] });
  });

  it('of every kind come in, those that others name first', async () => {
    const city = importingCity();
    const rows = fullRows();
    const team = { ...(rows.team as object), name: '西宁一队' };
    const order = ['agency', 'expert', 'depot', 'stock', 'equipment', 'vehicle', 'package', 'plan', 'roster'] as const;
    expect(await city.imported('team', [team])).toMatchObject({ status: 'done' });
    for (const kind of order) {
      expect(await city.imported(kind, [rows[kind]]), kind).toMatchObject({ status: 'done', tally: { registered: 1 } });
      expect(await city.imported(kind, [rows[kind]]), kind).toMatchObject({ status: 'done', tally: { unchanged: 1 } });
    }
  });

  it('of which one has many rows are all taken, in the order of the file', async () => {
    const city = importingCity();
    const shift = (day: number) => ({
      ...(fullRows().roster as object),
      from: `2026-07-${day}T00:00:00.000Z`,
      until: `2026-07-${day + 1}T00:00:00.000Z`,
    });
    const month = Array.from({ length: 14 }, (_, n) => shift(16 + n));
    expect(await city.imported('roster', month)).toMatchObject({ status: 'done', errors: 0 });
    const state = city.test.store.rows().find(({ pk, entity }) => pk.startsWith('roster#') && entity === 'state');
    expect(state).toMatchObject({ state: { shifts: month.map(({ from }) => ({ from })) } });
    const overlapping = { ...shift(16), from: '2026-07-16T12:00:00.000Z' };
    const checked = await city.checked('roster', await fileOf('roster', [shift(16), overlapping]));
    expect(checked).toMatchObject({ status: 'rejected', errors: 1, firstErrors: [{ row: 3 }] });
  });

  it('must not name others that the registry does not have', async () => {
    const city = importingCity();
    const checked = await city.checked('stock', await fileOf('stock', [fullRows().stock]));
    expect(checked).toMatchObject({ firstErrors: [{ column: '仓库', reason: { zh: '登记中没有“西宁示例物资库”' } }] });
  });
});

describe('an import of many pieces', () => {
  const names = Array.from({ length: 1_100 }, (_, n) => `第${n}队`);

  it('goes on where whoever worked on it stopped, and takes nothing twice', async () => {
    const city = importingCity();
    const { importId, digest } = await city.checked('team', await fileOf('team', teams(...names)));
    await city.apply(importId, digest);
    await city.work(importId, 0);
    expect(await city.read(importId)).toMatchObject({ status: 'applying', done: 500 });
    const { transact } = city.test.cell.store;
    let left = 3;
    // The power fails in the middle of a piece.
    Object.assign(city.test.cell.store, {
      transact: async (...call: Parameters<typeof transact>) => {
        left -= 1;
        if (left < 0) throw new Error('the power failed');
        return transact(...call);
      },
    });
    expect(await city.work(importId)).toMatchObject({ batchItemFailures: [{ itemIdentifier: '0' }] });
    Object.assign(city.test.cell.store, { transact });
    expect(await city.read(importId)).toMatchObject({ status: 'applying', done: 500 });
    await city.work(importId);
    expect(await city.read(importId)).toMatchObject({ status: 'done', errors: 0 });
    const rows = city.test.store.rows();
    expect(rows.filter(({ pk }) => pk === 'list#team')).toHaveLength(names.length);
    expect(rows.filter(({ pk, entity }) => pk.startsWith('team#') && entity === 'event')).toHaveLength(names.length);
  });

  it('tells of rows that somebody else made impossible after the check, and takes the others', async () => {
    const city = importingCity();
    await city.imported('expert', [fullRows().expert]);
    const longer = {
      ...(fullRows().expert as object),
      term: { from: '2026-01-01T00:00:00.000Z', until: '2028-12-31T16:00:00.000Z' },
    };
    const { importId, digest } = await city.checked(
      'expert',
      await fileOf('expert', [longer, { ...longer, name: '另一位' }]),
    );
    const longest = { ...longer, term: { from: '2026-01-01T00:00:00.000Z', until: '2030-12-31T16:00:00.000Z' } };
    await city.imported('expert', [longest]);
    await city.apply(importId, digest);
    await city.work(importId);
    expect(await city.read(importId)).toMatchObject({
      status: 'done',
      errors: 1,
      firstErrors: [{ row: 2, column: '聘期至' }],
    });
    expect(city.test.store.rows().filter(({ pk }) => pk === 'list#expert')).toHaveLength(2);
  });
});
