import type { Context } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler as createFigures } from '../../../functions/figures/handler.ts';
import { createHandler as createWorker } from '../../../functions/figures-worker/handler.ts';
import { refigure } from '../../../shared/data/figures/refigure.ts';
import { ENTITY } from '../../../shared/data/table.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import { figureRoutes } from '../../../shared/http/routes/figures.ts';
import type { FigureItem } from '../../../shared/http/views/figures.ts';
import type { RowNote } from '../../../shared/lambda/row-queue.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { figuredCity } from '../../builders/figures.ts';
import { committed, HAIDONG, placedWith } from '../../builders/request.ts';
import { taskIn } from '../../builders/task.ts';
import type { TestCall } from '../../builders/test-cell.ts';
import { isToldOf, queueEvent } from '../../builders/told-of-rows.ts';

const REQUEST = { kind: 'request', id: '0190b000-0000-7000-8000-00000000f001' } as const;
const OTHER = { kind: 'request', id: '0190b000-0000-7000-8000-00000000f002' } as const;
const DRILL = { kind: 'request', id: '0190b000-0000-7000-8000-00000000f003' } as const;
const TASK = { kind: 'task', id: '0190b000-0000-7000-8000-00000000f004' } as const;
const JULY = { from: '2026-07', to: '2026-07' };

interface Report {
  readonly from: string;
  readonly to: string;
  readonly items: readonly FigureItem[];
  readonly total: FigureItem['figures'];
}

const world = async () => {
  const city = figuredCity();
  const handler = createFigures(city.cell);
  const call = (contract: RouteContract, request: TestCall = {}) =>
    city.call(handler, contract, { as: `coordinator@${XINING}`, ...request });
  const figures = async (query: Readonly<Record<string, string>>): Promise<Report> => {
    const { status, body } = await call(figureRoutes.readFigures, { query });
    expect(status, JSON.stringify(body)).toBe(200);
    return body as Report;
  };
  await city.count(
    await city.become(REQUEST, committed()),
    await city.become(OTHER, placedWith(HAIDONG)),
    await city.become(DRILL, { ...committed(), exercise: true }),
    await city.become(TASK, taskIn.done()),
  );
  return { city, call, figures };
};

let given: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  given = await world();
});

describe('figures', () => {
  it('show the fill rate and the reply time by partner', async () => {
    const { items, total } = await given.figures({ of: 'partner', ...JULY });
    expect(items.map(({ subject, name }) => [subject, name?.zh])).toEqual([
      [LANZHOU, '兰州市'],
      [HAIDONG, '海东市'],
    ]);
    expect(items[0]?.figures).toMatchObject({
      asked: 3,
      filled: 2,
      fillRate: 0.667,
      repliedInTimeRate: 1,
      reply: { medianMinutes: 0, ninetyPercentMinutes: 0 },
    });
    expect(items[1]?.figures).toMatchObject({ asked: 3, filled: 0, fillRate: 0 });
    expect(items[1]?.figures).not.toHaveProperty('reply');
    expect(total).toMatchObject({ asked: 6, filled: 2, fillRate: 0.333 });
  });

  it('are added up by kind and by month, and narrowed to one subject or kind', async () => {
    const byKind = await given.figures({ of: 'partner', by: 'kind', ...JULY });
    expect(byKind.items.map(({ kind, figures }) => [kind, figures.asked, figures.filled])).toEqual([
      ['medical-rescue', 2, 0],
      ['water-rescue', 4, 2],
    ]);
    const byMonth = await given.figures({ of: 'partner', by: 'month', from: '2026-06', to: '2026-08' });
    expect(byMonth.items.map(({ month, figures }) => [month, figures.asked])).toEqual([['2026-07', 6]]);
    const narrow = await given.figures({ of: 'partner', subject: LANZHOU, kind: 'medical-rescue', ...JULY });
    expect(narrow.total).toMatchObject({ asked: 1, declined: 1, filled: 0 });
  });

  it('keep drills apart', async () => {
    const drill = await given.figures({ of: 'partner', realm: 'exercise', ...JULY });
    expect(drill.items.map(({ subject, figures }) => [subject, figures.asked])).toEqual([[LANZHOU, 3]]);
    await given.city.vanish(DRILL);
    await refigure(given.city.cell, { reference: DRILL });
    expect((await given.figures({ of: 'partner', realm: 'exercise', ...JULY })).items).toEqual([]);
    expect((await given.figures({ of: 'partner', ...JULY })).total.asked).toBe(6);
  });

  it('name agencies as they were named, and steps as the work order does', async () => {
    const { items } = await given.figures({ of: 'agency', ...JULY });
    expect(items).toMatchObject([{ name: { zh: expect.stringMatching(/\p{Script=Han}/u) }, figures: { filled: 1 } }]);
    const open = await given.figures({ of: 'step' });
    expect(open.items.map(({ subject, name, figures }) => [subject, name?.zh, figures.open])).toEqual([
      ['feedback', '反馈', 1],
      ['supervise', '督办', 1],
      ['transfer', '转办', 1],
    ]);
  });

  it('are of the twelve months that end with this one, unless asked otherwise', async () => {
    expect(await given.figures({})).toMatchObject({ from: '2025-08', to: '2026-07' });
    expect(await given.figures({ to: '2026-03' })).toMatchObject({ from: '2025-04', to: '2026-03' });
    expect(await given.figures({ from: '2026-05' })).toMatchObject({ from: '2026-05', to: '2026-07' });
    expect(await given.figures({ from: '2020-05' })).toMatchObject({ from: '2020-05', to: '2022-04' });
    expect(await given.figures({ from: '2027-01' })).toMatchObject({ from: '2027-01', to: '2027-01' });
  });

  it.each([
    ['a month that is none', { from: '2026-13' }],
    ['more months than an answer holds', { from: '2020-01', to: '2026-07' }],
    ['an end before the beginning', { from: '2026-07', to: '2026-06' }],
    ['a subject that is none', { of: 'weather' }],
  ])('are refused for %s', async (_, query: Readonly<Record<string, string>>) => {
    const { status, body } = await given.call(figureRoutes.readFigures, { query });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'parameters-not-valid' });
  });

  it('are for those who may read everything', async () => {
    for (const [role, status] of [
      ['auditor', 200],
      ['team-leader', 403],
      ['agency-officer', 403],
    ] as const)
      expect((await given.call(figureRoutes.readFigures, { as: `${role}@${XINING}` })).status).toBe(status);
  });

  it('are taken along as a table, with their sum', async () => {
    const query = { of: 'partner', format: 'csv', ...JULY };
    const { status, headers, body } = await given.call(figureRoutes.exportFigures, { query });
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/csv');
    const [header, ...rows] = Buffer.from(String(body), 'base64')
      .toString('utf8')
      .replace('\uFEFF', '')
      .trim()
      .split('\r\n');
    expect(header).toMatch(/^代码,名称,需求数,承诺数,到位数/);
    expect(rows.map((row) => row.split(',').slice(0, 5))).toEqual([
      [LANZHOU, '兰州市', '3', '2', '2'],
      [HAIDONG, '海东市', '3', '0', '0'],
      ['合计', '', '6', '2', '2'],
    ]);
    const book = await given.call(figureRoutes.exportFigures, { query: { of: 'team' } });
    expect(book.headers['content-disposition']).toContain('.xlsx');
  });
});

describe('counting anew', () => {
  const isWanted = isToldOf('figures-worker');

  it('puts right what a rule counted otherwise, page after page, whatever is broken off', async () => {
    const { city, call } = given;
    const right = city.cells();
    const notes: RowNote[] = [];
    city.store.onChange((change) => {
      if (isWanted(change)) notes.push(change.key);
    });
    // What an earlier rule had counted.
    const rows = city.store.rows().filter(({ entity }) => entity === ENTITY.figure || entity === ENTITY.figurePart);
    const wrong = JSON.parse(
      JSON.stringify(rows).replaceAll('"asked":3', '"asked":7').replaceAll('"filled":2', '"filled":1'),
    );
    await city.store.transact(
      wrong.map((item: (typeof rows)[number]) => ({ kind: 'put', item })),
      city.cell.newId(),
    );
    await city.store.transact(
      [REQUEST, OTHER, DRILL].map(({ id }) => ({
        kind: 'put',
        item: { pk: 'list#request', sk: `2026-07-15T00:00:00.000Z#${id}`, entity: ENTITY.listing, card: {} },
      })),
      city.cell.newId(),
    );
    const headers = { 'idempotency-key': 'anew' };
    const as = `administrator@${XINING}`;
    const first = await call(figureRoutes.rebuildFigures, { as, headers });
    expect(first.status).toBe(202);
    expect((await call(figureRoutes.rebuildFigures, { as, headers })).body).toEqual(first.body);
    expect(notes).toHaveLength(1);
    const worker = createWorker(city.cell);
    let failures = 2;
    const failing = createWorker({
      ...city.cell,
      store: {
        ...city.store,
        getMany: async (keys) => {
          if (failures > 0) {
            failures -= 1;
            throw new Error('broken off');
          }
          return city.store.getMany(keys);
        },
      },
    });
    for (let at = 0; at < notes.length; at += 1) {
      const event = queueEvent(notes.slice(at, at + 1));
      for (let tries = 0; tries < 4; tries += 1) {
        const { batchItemFailures } = await (tries < 3 ? failing : worker)(event, {} as Context);
        if (batchItemFailures.length === 0) break;
      }
    }
    expect(failures).toBe(0);
    expect(city.cells().filter(({ cell }) => cell.of !== 'agency' && cell.of !== 'step')).toEqual(
      right.filter(({ cell }) => cell.of !== 'agency' && cell.of !== 'step'),
    );
    // A page for each list that has nothing more: requests, tasks, missions, and what partners asked, by status.
    expect(notes.map(({ sk }) => sk)).toEqual(
      Array.from({ length: 11 }, (_, page) => `PAGE#${String(page).padStart(8, '0')}`),
    );
  });

  it('is the administrator’s to order', async () => {
    expect((await given.call(figureRoutes.rebuildFigures)).status).toBe(403);
  });
});
