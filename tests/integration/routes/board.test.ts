import { beforeEach, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { createHandler as createClock } from '../../../functions/clock/handler.ts';
import { createHandler } from '../../../functions/duty-room/handler.ts';
import { HOUR_MS, MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { ROLES } from '../../../shared/http/roles.ts';
import { type BoardSchema, boardRoutes } from '../../../shared/http/routes/board.ts';
import type { DeadlineRules } from '../../../shared/http/views/deadline-rules.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { HAIDONG } from '../../builders/request.ts';
import { createRequestingCity, type RequestingCity } from '../../builders/requesting-city.ts';

type Board = z.infer<typeof BoardSchema>;

let city: RequestingCity;
beforeEach(async () => {
  city = await createRequestingCity();
});

const COORDINATOR = `coordinator@${XINING}`;
const call = (query: Record<string, string> = {}, as = COORDINATOR) =>
  city.xining.call(createHandler(city.xining.cell), boardRoutes.readBoard, { as, query });
const board = async (query: Record<string, string> = {}): Promise<Board> => {
  const { status, body } = await call(query);
  expect(status).toBe(200);
  return body as Board;
};
/** What a page shows, without the reports that any incident brings. */
const shown = ({ items }: Board): readonly string[] =>
  items.filter(({ kind }) => kind === 'request').map(({ handOff, id }) => `${handOff} of ${id}`);

const lookUntil = async (minutes: number): Promise<void> => {
  for (let minute = 0; minute <= minutes; minute += 1) {
    city.links.setTime(plus(NOW, minute * MINUTE_MS));
    await createClock(city.xining.cell)({} as never);
  }
};

describe('the board', () => {
  it('shows what is waited for, of whom, and how long there is', async () => {
    const requestId = await city.placed(LANZHOU, HAIDONG);
    const entry = (await board()).items.find(({ handOff }) => handOff === 'answer');
    expect(entry).toMatchObject({
      kind: 'request',
      id: requestId,
      name: { zh: '答复请求', en: 'Answer a request' },
      exercise: false,
      due: plus(NOW, 2 * HOUR_MS),
      minutesLeft: 120,
      waiting: [
        {
          key: LANZHOU,
          waitsFor: { who: 'city', city: LANZHOU },
          what: { zh: expect.stringContaining('兰州市'), en: expect.stringContaining('Lanzhou') },
          minutesLeft: 120,
          acted: [],
          escalatedTo: [],
        },
        { key: HAIDONG },
      ],
    });
  });

  it('tells overdue from due, and what was escalated to whom', async () => {
    const late = await city.placed();
    await city.links.deliverAll();
    await lookUntil(135);
    const fresh = await city.draft();
    expect(shown(await board({ view: 'overdue' }))).toEqual([`answer of ${late}`]);
    expect(shown(await board({ view: 'due' }))).toEqual([`approval of ${fresh}`]);
    expect(shown(await board())).toEqual([`answer of ${late}`, `approval of ${fresh}`]);
    const escalated = await board({ view: 'escalated' });
    const entry = escalated.items.find(({ id }) => id === late);
    expect(entry?.waiting[0]).toMatchObject({ minutesLeft: -15, escalatedTo: [{ who: 'role', role: 'coordinator' }] });
    expect(escalated.counts).toMatchObject({ overdue: { more: false }, escalated: { count: escalated.items.length } });
  });

  it('is filtered by hand-off and by who must move, from lists of their own', async () => {
    const placed = await city.placed();
    const drafted = await city.draft();
    expect(shown(await board({ handOff: 'approval' }))).toEqual([`approval of ${drafted}`]);
    expect(shown(await board({ who: 'city' }))).toEqual([`answer of ${placed}`]);
    expect(shown(await board({ who: 'approver' }))).toEqual([`approval of ${drafted}`]);
    const both = await call({ handOff: 'approval', who: 'city' });
    expect(both).toMatchObject({ status: 400, body: { errors: [{ pointer: '/query/who' }] } });
  });

  it('looks as far ahead as it is asked to', async () => {
    await city.placed();
    expect(shown(await board({ withinHours: '1' }))).toEqual([]);
    expect(shown(await board({ withinHours: '3' }))).toHaveLength(1);
  });

  it('comes page by page; only the first one counts', async () => {
    await city.placed();
    await city.draft();
    const first = await board({ limit: '1', withinHours: '720' });
    const { nextCursor = '', items, counts } = first;
    expect(items).toHaveLength(1);
    expect(counts?.due.count).toBeGreaterThan(1);
    const second = await board({ limit: '200', cursor: nextCursor, withinHours: '720' });
    expect(second.counts).toBeUndefined();
    expect([...items, ...second.items]).toHaveLength(counts?.due.count ?? 0);
    const dues = [...items, ...second.items].map(({ due }) => due);
    expect(dues).toEqual([...dues].sort());
  });

  it('keeps drills on a board of their own', async () => {
    await city.draft();
    expect((await board({ exercise: 'true', withinHours: '720' })).items).toEqual([]);
  });

  it.each(Object.keys(ROLES))('is for those who may read the business of the city: %s', async (role) => {
    const readers = ['coordinator', 'duty-officer', 'approver', 'representative', 'auditor', 'administrator'];
    expect((await call({}, `${role}@${XINING}`)).status).toBe(readers.includes(role) ? 200 : 403);
  });
});

describe("the city's table", () => {
  it('reads in both languages, every hand-off of it', async () => {
    const { body } = await city.xining.call(createHandler(city.xining.cell), boardRoutes.readDeadlineRules, {
      as: COORDINATOR,
    });
    const rules = body as DeadlineRules;
    expect(rules.handOffs.find(({ handOff }) => handOff === 'answer')).toMatchObject({
      name: { zh: '答复请求' },
      due: { zh: '2小时内', en: 'within 2 h' },
      acts: expect.arrayContaining([
        {
          act: 'warn',
          name: { zh: '预警', en: 'Warn' },
          when: { zh: '时限过50%时', en: 'when 50 % of the time has gone' },
        },
        { act: 'widen', name: expect.anything(), when: { zh: '逾期15分钟', en: '15 min after it was due' } },
      ]),
    });
    expect(rules.calendar.holidays).toContain('2026-10-01');
    expect(rules.calendar.workedWeekends).toContain('2026-10-10');
  });
});
