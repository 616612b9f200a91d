import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { CATALOG } from '../../../functions/catalog.ts';
import { createHandler } from '../../../functions/notifications/handler.ts';
import { feedRows } from '../../../shared/data/feed.ts';
import { SETTLED_AFTER_MS } from '../../../shared/data/follow-feed.ts';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import type { Audience } from '../../../shared/domain/notification/audience.ts';
import { followedBy } from '../../../shared/http/audiences-of-person.ts';
import { READERS, RoleSchema } from '../../../shared/http/roles.ts';
import { changeFeedRoutes as routes } from '../../../shared/http/routes/change-feed.ts';
import { NOW, XINING } from '../../builders/circumstances.ts';
import { createTestCell, testPerson } from '../../builders/test-cell.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const OFFICER = `duty-officer@${XINING}`;
const EXPERT = `expert@${XINING}`;

interface Changes {
  readonly changes: readonly { readonly id: string }[];
  readonly cursor: string;
  readonly more: boolean;
  readonly reset: boolean;
}

const world = () => {
  let drawn = 0;
  const newId = (): string => {
    drawn += 1;
    return v7({ msecs: Date.parse(NOW) + drawn });
  };
  const test = createTestCell({ city: XINING, now: NOW, newId });
  const handler = createHandler(test.cell);
  /** Writes what an audience is told of a change, with the moment at which it was decided. */
  const happen = async (id: string, audience: Audience = 'duty-room', now = test.now()): Promise<void> => {
    const entry = { kind: 'request', id, types: ['requestDrafted'], version: 1, text: { zh: id, en: id } };
    await test.store.transact(feedRows([[audience, entry]], { now, newId }), newId());
  };
  const read = async (since?: string, { as = OFFICER, limit = '100' } = {}): Promise<Changes> => {
    const query = { limit, ...(since === undefined ? {} : { since }) };
    return (await test.call(handler, routes.readChanges, { as, query })).body as Changes;
  };
  const wait = (milliseconds: number) => test.setTime(plus(test.now(), milliseconds));
  return { test, handler, happen, read, wait };
};

const ids = ({ changes }: Changes) => changes.map(({ id }) => id);

describe('the feed of changes', () => {
  itAnswersWrongCalls(routes.readChanges, async () => {
    const { test, handler } = world();
    return { test, handler, good: { as: OFFICER } };
  });

  it('begins now, and tells each change once', async () => {
    const { happen, read, wait } = world();
    await happen('before');
    wait(1000);
    let { cursor } = await read();
    const told: string[][] = [];
    for (let second = 0; second < 60; second += 1) {
      if (second % 7 === 0) await happen(`at ${second}`);
      const answer = await read(cursor);
      told.push([...ids(answer)]);
      cursor = answer.cursor;
      wait(1000);
    }
    expect(told.flat()).toEqual([0, 7, 14, 21, 28, 35, 42, 49, 56].map((second) => `at ${second}`));
  });

  it('passes over nothing that was decided early and written late', async () => {
    const { test, happen, read, wait } = world();
    const { cursor } = await read();
    const decided = test.now();
    wait(5000);
    await happen('quick');
    const first = await read(cursor);
    wait(SETTLED_AFTER_MS - 6000);
    await happen('slow', 'duty-room', plus(decided, 1));
    const second = await read(first.cursor);
    expect([ids(first), ids(second), ids(await read(second.cursor))]).toEqual([['quick'], ['slow'], []]);
  });

  it('comes page after page, of several audiences in order of time', async () => {
    const { happen, read, wait } = world();
    let { cursor } = await read();
    const all: string[] = [];
    for (let n = 0; n < 17; n += 1) {
      wait(1);
      all.push(`${n}`);
      await happen(`${n}`, n % 3 === 0 ? `person/${OFFICER}` : 'duty-room');
    }
    const pages: string[][] = [];
    let more = true;
    while (more) {
      const page = await read(cursor, { limit: '5' });
      pages.push([...ids(page)]);
      ({ cursor, more } = page);
    }
    expect(pages.flat()).toEqual(all);
    expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(5);
  });

  it('says when what was missed is no longer kept', async () => {
    const { happen, read, wait } = world();
    const { cursor } = await read();
    await happen('missed');
    wait(8 * DAY_MS);
    const answer = await read(cursor);
    expect(answer).toMatchObject({ changes: [], more: false, reset: true });
    await happen('new');
    expect(ids(await read(answer.cursor))).toEqual(['new']);
  });

  it('takes no cursor but its own', async () => {
    const { test, handler } = world();
    for (const since of ['x', Buffer.from('yesterday').toString('base64url')]) {
      const answer = await test.call(handler, routes.readChanges, { as: OFFICER, query: { since } });
      expectProblem(answer, 400, 'cursor-not-valid');
      expect(answer.body).toMatchObject({ errors: [{ pointer: '/query/since' }] });
    }
  });

  it('reads next to nothing when nothing happened: a Query for each of two audiences, without a row', async () => {
    const { test, happen, read, wait } = world();
    for (let n = 0; n < 50; n += 1) await happen(`${n}`);
    wait(60_000);
    const { cursor } = await read();
    wait(60_000);
    const { query } = test.store;
    const rows: number[] = [];
    test.store.query = async (asked) => {
      const page = await query(asked);
      rows.push(page.items.length);
      return page;
    };
    await read(cursor);
    expect(rows).toEqual([0, 0]);
  });

  it('keeps its cursor short enough for an address, whatever happens in a few seconds', async () => {
    const { test, happen, read } = world();
    let { cursor } = await read();
    for (let n = 0; n < 400; n += 1) await happen(`${n}`);
    let more = true;
    while (more) ({ cursor, more } = await read(cursor, { limit: '200' }));
    expect(cursor.length).toBeLessThan(6000);
    expect(ids(await read(cursor))).toEqual([]);
    expect(test.now()).toBe(NOW);
  });
});

describe('who follows what', () => {
  it("is for the duty room and its readers all of the city's business, and for others only what concerns them", () => {
    for (const role of RoleSchema.options) {
      const audiences = followedBy(testPerson(`${role}@${XINING}/agency-of-somebody`));
      expect(audiences.includes('duty-room')).toBe(READERS.includes(role));
      expect(audiences.includes('agency/agency-of-somebody')).toBe(role === 'agency-officer');
      expect(audiences.filter((audience) => audience.startsWith('person/'))).toHaveLength(1);
    }
  });

  it('is nothing that the routes would not show: whoever reads the city’s business may read each thing of it', () => {
    const reading = CATALOG.flatMap(({ routes: all }) => all).filter(
      ({ method, path, access }) => method === 'GET' && typeof access !== 'string' && /\{\w+Id\}$/.test(path),
    );
    expect(reading.length).toBeGreaterThan(15);
    const own = ['readAgencyTask', 'readOwnCallOut'];
    for (const { operationId, access } of reading)
      if (!own.includes(operationId))
        expect([operationId, access]).toEqual([operationId, expect.arrayContaining([...READERS])]);
  });

  it('is told of their own to people outside the duty room, and of no business of the city', async () => {
    const { happen, read } = world();
    const { cursor } = await read(undefined, { as: EXPERT });
    await happen('city');
    await happen('theirs', `person/${EXPERT}`);
    await happen("somebody else's", 'person/somebody');
    await happen('a warning', 'anybody');
    expect(ids(await read(cursor, { as: EXPERT })).toSorted()).toEqual(['a warning', 'theirs']);
  });
});
