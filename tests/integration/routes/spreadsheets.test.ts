import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/spreadsheets/handler.ts';
import { SpreadsheetKindSchema } from '../../../shared/domain/import-job/spreadsheet-kind.ts';
import { spreadsheetRoutes as routes } from '../../../shared/http/routes/spreadsheets.ts';
import { readSheet } from '../../../shared/spreadsheet/read-sheet.ts';
import { XINING } from '../../builders/circumstances.ts';
import { importingCity, REGISTRAR } from '../../builders/imported.ts';
import { fullRows } from '../../builders/spreadsheet-rows.ts';
import type { TestAnswer, TestCall } from '../../builders/test-cell.ts';
import { expectProblem } from './wrong-calls.ts';

const bytesOf = ({ body }: TestAnswer): Buffer => Buffer.from(String(body), 'base64');

const exportingCity = () => {
  const city = importingCity();
  const handler = createHandler(city.test.cell);
  const call = (contract: Parameters<typeof city.test.call>[1], request: TestCall = {}) =>
    city.test.call(handler, contract, { as: REGISTRAR, ...request });
  return { city, handler, call };
};

/** Brings an entry of every kind in, those that others name first. */
const filled = async () => {
  const world = exportingCity();
  const rows = fullRows();
  const team = { ...(rows.team as object), name: '西宁一队' };
  for (const kind of SpreadsheetKindSchema.options)
    await world.city.imported(kind, [kind === 'team' ? team : rows[kind]]);
  return world;
};

describe('exports and templates', () => {
  it('are for people who may read, and know what they want', async () => {
    const { call } = exportingCity();
    expectProblem(await call(routes.exportEntries, { as: `expert@${XINING}`, params: { kind: 'team' } }), 403);
    expectProblem(await call(routes.exportEntries, { params: { kind: 'planet' } }), 400, 'parameters-not-valid');
    const wrongFilter = { params: { kind: 'depot' }, query: { hazard: 'flood' } };
    expectProblem(await call(routes.exportEntries, wrongFilter), 400, 'parameters-not-valid');
    expectProblem(await call(routes.readTemplate, { params: { file: 'team.pdf' } }), 400, 'parameters-not-valid');
  });

  it.each(SpreadsheetKindSchema.options)('come as a template to fill in: %s', async (kind) => {
    const { call } = exportingCity();
    for (const format of ['xlsx', 'csv']) {
      const answer = await call(routes.readTemplate, { as: `expert@${XINING}`, params: { file: `${kind}.${format}` } });
      expect(answer.status).toBe(200);
      expect(answer.headers['content-disposition']).toContain(`.${format}`);
      const { rows } = await readSheet(bytesOf(answer), []);
      expect(rows).toHaveLength(3);
      expect(rows[1]?.[0]).toMatch(/^#/);
    }
  });

  it.each(SpreadsheetKindSchema.options)('go in again and change nothing: %s', async (kind) => {
    const { city, call } = await filled();
    for (const query of [{ format: 'xlsx' }, { format: 'csv', encoding: 'gb18030' }] as const) {
      const answer = await call(routes.exportEntries, { params: { kind }, query });
      expect(answer.status).toBe(200);
      const checked = await city.checked(kind, bytesOf(answer));
      expect(checked, JSON.stringify(checked.firstErrors)).toMatchObject({
        status: 'ready',
        tally: { registered: 0, changed: 0, unchanged: 1 },
      });
    }
  });

  it('are chosen by what there are lists for', async () => {
    const { call } = await filled();
    const namesOf = async (query: Readonly<Record<string, string>>) => {
      const answer = await call(routes.exportEntries, { params: { kind: 'team' }, query: { format: 'csv', ...query } });
      return (await readSheet(bytesOf(answer), [])).rows.slice(1).map(([name]) => name);
    };
    expect(await namesOf({ hazard: 'flood', resourceKind: 'water-rescue' })).toEqual(['西宁一队']);
    expect(await namesOf({ hazard: 'mine' })).toEqual([]);
  });

  it('of long lists go on in the next file', async () => {
    const { city, call } = exportingCity();
    const rows = ['甲', '乙', '丙'].map((name) => ({ ...(fullRows().team as object), name }));
    await city.imported('team', rows);
    const query = { format: 'csv', limit: '2' };
    const first = await call(routes.exportEntries, { params: { kind: 'team' }, query });
    const cursor = first.headers['next-cursor'] ?? '';
    const second = await call(routes.exportEntries, { params: { kind: 'team' }, query: { ...query, cursor } });
    expect(second.headers['next-cursor']).toBeUndefined();
    const names = [
      ...(await readSheet(bytesOf(first), [])).rows.slice(1),
      ...(await readSheet(bytesOf(second), [])).rows.slice(1),
    ];
    expect(names.map(([name]) => name).sort()).toEqual(['丙', '乙', '甲']);
  });

  it('disarm what spreadsheet programs take for formulas, in the encoding that was asked for', async () => {
    const { city, call } = exportingCity();
    await city.imported('depot', [{ ...(fullRows().depot as object), keeper: '=cmd|"/c calc"!A1' }]);
    const answer = await call(routes.exportEntries, {
      params: { kind: 'depot' },
      query: { format: 'csv', encoding: 'gb18030' },
    });
    const text = iconv.decode(bytesOf(answer), 'gb18030');
    expect(text).toContain('西宁示例物资库');
    expect(text).toContain(`,"'=cmd|`);
  });
});

describe('personal data in exports', () => {
  it('is for people who keep the registry, and say why', async () => {
    const { call } = exportingCity();
    const request = { params: { kind: 'team' }, body: { reason: '核对' } };
    const { exportEntriesWithContacts: route } = routes;
    expectProblem(await call(route, { ...request, as: `auditor@${XINING}` }), 403, 'role-not-allowed');
    expectProblem(await call(route, { ...request, body: {} }), 422, 'body-not-valid');
    expectProblem(
      await call(route, { ...request, headers: { 'idempotency-key': '' } }),
      400,
      'idempotency-key-missing',
    );
  });

  it('is masked', async () => {
    const { call } = await filled();
    for (const kind of ['team', 'agency', 'expert', 'depot']) {
      const answer = await call(routes.exportEntries, { params: { kind }, query: { format: 'csv' } });
      expect(bytesOf(answer).toString()).not.toMatch(/0000-00|zhuanjia@/);
    }
  });

  it('is shown for a reason, which the ledger of every entry keeps', async () => {
    const { city, call } = await filled();
    const request = { params: { kind: 'team' }, query: { format: 'csv' }, body: { reason: '年度核对' } };
    const answer = await call(routes.exportEntriesWithContacts, request);
    expect(bytesOf(answer).toString()).toContain('张示例,138-0000-0001');
    const entries = city.test.store.rows().flatMap(({ entity, entry }) => (entity === 'event' ? [entry] : []));
    expect(entries).toContainEqual(
      expect.objectContaining({
        kind: 'team',
        type: 'teamContactRead',
        data: expect.objectContaining({ reason: '年度核对' }),
      }),
    );
  });

  it('stays masked where the person may not read it', async () => {
    const { call } = await filled();
    const request = { params: { kind: 'expert' }, query: { format: 'csv' }, body: { reason: '年度核对' } };
    const answer = await call(routes.exportEntriesWithContacts, { ...request, as: `administrator@${XINING}` });
    expect(bytesOf(answer).toString()).toContain('139****0007');
  });

  it('goes out and in again as it is', async () => {
    const { city, call } = await filled();
    const answer = await call(routes.exportEntriesWithContacts, { params: { kind: 'team' }, body: { reason: '核对' } });
    expect(await city.checked('team', bytesOf(answer))).toMatchObject({ tally: { unchanged: 1 } });
  });
});
