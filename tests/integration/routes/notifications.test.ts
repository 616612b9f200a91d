import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { createHandler as createDutyRoom } from '../../../functions/duty-room/handler.ts';
import { createHandler } from '../../../functions/notifications/handler.ts';
import { noticeRowWrites } from '../../../shared/data/notices.ts';
import type { NoticeDraft } from '../../../shared/domain/kernel/aggregate.ts';
import { HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { dutyRoomRoutes } from '../../../shared/http/routes/duty-room.ts';
import { notificationRoutes as routes } from '../../../shared/http/routes/notifications.ts';
import { NOW, XINING } from '../../builders/circumstances.ts';
import { createTestCell } from '../../builders/test-cell.ts';
import { itAnswersWrongCalls } from './wrong-calls.ts';

const AGENCY = '0190c000-0000-7000-8000-00000000a001';
const OFFICER = `duty-officer@${XINING}`;
const APPROVER = `approver@${XINING}`;
const AUDITOR = `auditor@${XINING}`;
const EXPERT = `expert@${XINING}`;
const AGENCY_OFFICER = `agency-officer@${XINING}/${AGENCY}`;
const EVERYBODY = [OFFICER, APPROVER, AUDITOR, EXPERT, AGENCY_OFFICER];

const world = () => {
  let at = Date.parse(NOW);
  const newId = (): string => {
    at += 1;
    return v7({ msecs: at });
  };
  const test = createTestCell({ city: XINING, now: NOW, newId });
  const handler = createHandler(test.cell);
  const dutyRoom = createDutyRoom(test.cell);
  /** Puts a notice before its audiences. @returns its id. */
  const give = async (words: string, draft: Partial<NoticeDraft> = {}, moment = test.now()): Promise<string> => {
    const id = test.cell.newId();
    const notice = { urgency: 'routine', text: { zh: words, en: words }, ...draft } as const;
    const subject = { kind: 'incident', id: v7() };
    await test.store.transact(noticeRowWrites({ id, at: moment, draft: notice, subject }), test.cell.newId());
    return id;
  };
  const list = async (as: string, query: Readonly<Record<string, string>> = {}) => {
    const { body } = await test.call(handler, routes.listOwnNotices, { as, query });
    return body as {
      items: { noticeId: string; text: { zh: string }; read: boolean }[];
      nextCursor?: string;
      unread: { urgent: number; routine: number; more: boolean };
    };
  };
  const words = async (as: string, query: Readonly<Record<string, string>> = {}) =>
    (await list(as, query)).items.map(({ text }) => text.zh);
  const mark = (as: string, body: object) => test.call(handler, routes.markNoticesRead, { as, body });
  return { test, handler, dutyRoom, give, list, words, mark };
};

describe('the notices of a person', () => {
  itAnswersWrongCalls(routes.listOwnNotices, async () => {
    const { test, handler } = world();
    return { test, handler, good: { as: OFFICER, query: { limit: '5' } } };
  });
  itAnswersWrongCalls(routes.markNoticesRead, async () => {
    const { test, handler, give } = world();
    const [one, other] = [await give('甲'), await give('乙')];
    return {
      test,
      handler,
      good: { as: OFFICER, body: { noticeIds: [one] } },
      otherBody: { noticeIds: [other] },
    };
  });

  it('are those of the audiences the person is in, and of nobody else', async () => {
    const { give, words } = world();
    await give('值班室');
    await give('审批人', { to: [{ who: 'role', role: 'approver' }], only: true });
    await give('单位', { to: [{ who: 'agency', agencyId: AGENCY }], only: true });
    await give('专家', { to: [{ who: 'person', personId: EXPERT }], only: true });
    await give('值班室和单位', { to: [{ who: 'agency', agencyId: AGENCY }] });
    const seen = await Promise.all(EVERYBODY.map(async (as) => [as, await words(as)]));
    expect(Object.fromEntries(seen)).toEqual({
      [OFFICER]: ['值班室和单位', '值班室'],
      [APPROVER]: ['值班室和单位', '审批人', '值班室'],
      [AUDITOR]: ['值班室和单位', '值班室'],
      [EXPERT]: ['专家'],
      [AGENCY_OFFICER]: ['值班室和单位', '单位'],
    });
    const others = [
      `agency-officer@${XINING}/${AGENCY.replace('a001', 'a002')}`,
      `agency-officer@${XINING}`,
      `expert@${XINING}/${AGENCY}`,
    ];
    for (const other of others) expect(await words(other)).toEqual([]);
  });

  it('come once to whoever they are for twice', async () => {
    const { give, list } = world();
    const to = [
      { who: 'role', role: 'approver' },
      { who: 'person', personId: APPROVER },
    ] as const;
    const id = await give('请审批', { to });
    const { items, unread } = await list(APPROVER);
    expect(items.map(({ noticeId }) => noticeId)).toEqual([id]);
    expect(unread).toEqual({ urgent: 0, routine: 1, more: false });
  });

  it('are acknowledged by the duty room once, as before', async () => {
    const { test, dutyRoom, give, list } = world();
    const noticeId = await give('甲', { to: [{ who: 'role', role: 'duty-officer' }] });
    await test.call(dutyRoom, dutyRoomRoutes.acknowledgeNotice, { as: APPROVER, params: { noticeId } });
    expect((await list(OFFICER)).items).toMatchObject([{ noticeId, acknowledgedBy: { id: APPROVER }, read: false }]);
  });

  it('come page after page, newest first, whatever audience they are of', async () => {
    const { give, list } = world();
    const given: string[] = [];
    for (let n = 0; n < 7; n += 1)
      given.unshift(await give(`第${n}条`, n % 2 === 0 ? {} : { to: [{ who: 'role', role: 'approver' }], only: true }));
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await list(APPROVER, { limit: '3', ...(cursor === undefined ? {} : { cursor }) });
      pages.push(page.items.map(({ noticeId }) => noticeId));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(pages).toEqual([given.slice(0, 3), given.slice(3, 6), given.slice(6)]);
  });
});

describe('what a person has read', () => {
  it('is theirs alone', async () => {
    const { give, list, mark } = world();
    const [first, second] = [await give('甲', { urgency: 'urgent' }), await give('乙')];
    expect((await mark(OFFICER, { noticeIds: [first] })).body).toEqual({ urgent: 0, routine: 1, more: false });
    expect((await list(OFFICER)).items.map(({ noticeId, read }) => [noticeId, read])).toEqual([
      [second, false],
      [first, true],
    ]);
    expect((await list(APPROVER)).unread).toEqual({ urgent: 1, routine: 1, more: false });
  });

  it('may be all up to a notice, and never becomes less', async () => {
    const { give, words, mark } = world();
    const ids = [await give('甲'), await give('乙'), await give('丙')];
    await mark(OFFICER, { upTo: ids[1] });
    await mark(OFFICER, { upTo: ids[0] });
    expect(await words(OFFICER, { unread: 'true' })).toEqual(['丙']);
    expect(await words(OFFICER, { unread: 'false' })).toEqual(['乙', '甲']);
    await give('丁', { urgency: 'urgent' });
    expect(await words(OFFICER, { unread: 'true', urgency: 'urgent' })).toEqual(['丁']);
  });

  it('cannot be all up to a notice of somebody else, or one that is still to come', async () => {
    const { give, mark, list } = world();
    const theirs = await give('专家', { to: [{ who: 'person', personId: EXPERT }], only: true });
    for (const upTo of [theirs, 'ffffffff-ffff-7fff-bfff-ffffffffffff'])
      expect(await mark(OFFICER, { upTo })).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await list(EXPERT)).unread).toMatchObject({ routine: 1 });
  });

  it('is the same when it is marked twice at the same moment', async () => {
    const { give, mark } = world();
    const upTo = await give('甲');
    const answers = await Promise.all([mark(OFFICER, { upTo }), mark(APPROVER, { upTo }), mark(OFFICER, { upTo })]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('counts what is older than three months as read', async () => {
    const { test, give, list } = world();
    await give('旧', {}, plus(test.now(), -91 * 24 * HOUR_MS));
    expect(await list(OFFICER)).toMatchObject({ items: [{ read: true }], unread: { routine: 0 } });
  });

  it('is counted among the latest, and says when there may be more', async () => {
    const { give, list } = world();
    for (let n = 0; n < 201; n += 1) await give(`第${n}条`);
    expect((await list(OFFICER, { limit: '1' })).unread).toEqual({ urgent: 0, routine: 200, more: true });
  });
});

describe('what reading the own notices costs', () => {
  it('is a Query for each audience and one for what was read, however many others there are', async () => {
    const { test, give, list } = world();
    for (let n = 0; n < 30; n += 1) await give(`他人${n}`, { to: [{ who: 'person', personId: `p${n}` }], only: true });
    await give('专家', { to: [{ who: 'person', personId: EXPERT }], only: true });
    const { query } = test.store;
    const rows: number[] = [];
    test.store.query = async (asked) => {
      const page = await query(asked);
      rows.push(page.items.length);
      return page;
    };
    await list(EXPERT);
    expect(rows).toEqual([1, 0]);
  });
});
