import { afterAll, describe, expect, test } from 'vitest';
import { eventually } from '../../scripts/walkthrough/eventually.ts';
import { aFlood, anItem, aTeam, EVERYTHING_LISTED, someTerms } from '../../scripts/walkthrough/payloads.ts';
import { signAgreement } from '../../scripts/walkthrough/steps/agreement.ts';
import { receivedWhere } from '../../scripts/walkthrough/steps/received-request.ts';
import { placedRequest } from '../../scripts/walkthrough/steps/request.ts';
import { messagesOf, readStory } from '../../scripts/walkthrough/steps/story.ts';
import { registerTeam } from '../../scripts/walkthrough/steps/team.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/domain/kernel/instant.ts';
import { agreementRoutes } from '../../shared/http/routes/agreements.ts';
import { dutyRoomRoutes } from '../../shared/http/routes/duty-room.ts';
import { lookupRoutes } from '../../shared/http/routes/lookup.ts';
import { teamRoutes } from '../../shared/http/routes/teams.ts';
import { startEmbedded } from './embedded-runtime.ts';
import { HAIDONG, LANZHOU, sceneOf, XINING } from './suite/scene.ts';

/** What only a runtime in this process lets one do: cut the ways between cities, and turn the clock. */
let ahead = 0;
const clock = { now: () => new Date(Date.now() + ahead).toISOString() };
const embedded = await startEmbedded({ clock, scheduleSeconds: 0 });
const { runtime, deployment } = embedded;
const { desk } = sceneOf(deployment);
afterAll(() => embedded.stop());

/** Places a request of Xining with a partner. @returns its id and that of the message. */
const placedWith = async (partner: string) => {
  const agreementId = await signAgreement(desk, { from: XINING, to: partner, terms: someTerms(clock.now()) });
  return async () => {
    const at = clock.now();
    const asking = { city: XINING, incident: aFlood(XINING, at), items: [anItem(XINING, at)] };
    const { requestId, placements } = await placedRequest(desk, { ...asking, agreementIds: [agreementId] });
    return { requestId, messageId: placements[0]?.messageId ?? '' };
  };
};

/** Looks once for a request where it should not be. */
const notThere = (partner: string, requestId: string) =>
  receivedWhere(desk, partner, requestId, () => true, { timeoutMs: 0 });

const unconfirmed = async (messageId: string) => {
  const { body } = await desk('duty-officer', XINING).call(dutyRoomRoutes.listUnconfirmedMessages, {
    query: { limit: 200 },
  });
  return body.items.find((message) => message.messageId === messageId);
};

describe('behind a cut link', () => {
  test.each([
    ['bus to bus', HAIDONG],
    ['by courier', LANZHOU],
  ])('a message that goes %s is listed as unconfirmed, and arrives once when the link heals', async (_, partner) => {
    const place = await placedWith(partner);
    runtime.links.cut(XINING, partner);
    const { requestId, messageId } = await place();
    ahead += 3 * HOUR_MS;
    expect(await unconfirmed(messageId)).toMatchObject({ type: 'RequestResource', pending: [partner], hours: 3 });
    await runtime.runSchedule('clock', XINING);
    await expect(notThere(partner, requestId)).rejects.toThrow('404');

    runtime.links.heal(XINING, partner);
    ahead += 2 * MINUTE_MS;
    await runtime.runSchedule('clock', XINING);
    expect(await receivedWhere(desk, partner, requestId)).toMatchObject({ status: 'received', from: XINING });
    await eventually(async () => (await unconfirmed(messageId)) === undefined, { what: 'the receipt' });
    const messages = messagesOf(await readStory(desk, partner, 'received-request', requestId));
    expect(messages.filter(({ direction }) => direction === 'received')).toHaveLength(1);
  });

  test('a receipt that was lost is sent again for the message that comes again', async () => {
    const place = await placedWith(HAIDONG);
    runtime.links.cut(HAIDONG, XINING);
    const { requestId, messageId } = await place();
    await receivedWhere(desk, HAIDONG, requestId);
    expect((await unconfirmed(messageId))?.pending).toEqual([HAIDONG]);
    runtime.links.heal(HAIDONG, XINING);
    ahead += 2 * MINUTE_MS;
    await runtime.runSchedule('clock', XINING);
    await eventually(async () => (await unconfirmed(messageId)) === undefined, { what: 'the receipt' });
  });
});

test("a partner's team is found while its cell cannot be reached", async () => {
  const at = clock.now();
  const name = '虚构湟水河谷搜救队';
  const entry = aTeam(LANZHOU, at, { name, kind: 'water-rescue', hazards: ['flood'] });
  const { teamId } = await registerTeam(desk, LANZHOU, entry);
  const terms = someTerms(at, { listings: EVERYTHING_LISTED });
  const agreementId = await signAgreement(desk, { from: XINING, to: LANZHOU, terms });
  const found = async () => {
    const query = { q: '湟水河谷', near: '西宁', limit: 50 } as const;
    const { body } = await desk('coordinator', XINING).call(lookupRoutes.lookUp, { query });
    return body.items.find(({ entry: hit }) => hit.id === teamId);
  };
  await eventually(async () => (await found()) !== undefined, { what: 'the team in the lookup' });
  runtime.links.cut(XINING, LANZHOU);
  runtime.links.cut(LANZHOU, XINING);
  expect(await found()).toMatchObject({ entry: { name, city: LANZHOU } });

  // What becomes of it meanwhile is known once the link heals.
  const retirement = { params: { teamId }, body: { reason: '队伍整编（演示）' } };
  await desk('coordinator', LANZHOU).call(teamRoutes.retireTeam, retirement);
  ahead += 3 * HOUR_MS;
  await runtime.runSchedule('clock', LANZHOU);
  expect(await found()).toBeDefined();
  runtime.links.heal(XINING, LANZHOU);
  runtime.links.heal(LANZHOU, XINING);
  ahead += 2 * HOUR_MS;
  await runtime.runSchedule('clock', LANZHOU);
  await eventually(async () => (await found()) === undefined, { what: 'the withdrawal' });
  const ending = { params: { agreementId }, body: { reason: '场景结束（演示）' } };
  await desk('representative', XINING).call(agreementRoutes.terminateAgreement, ending);
});

test('a message that cannot be delivered for a fortnight is given up, and the duty room told to telephone', async () => {
  const place = await placedWith(LANZHOU);
  runtime.links.cut(XINING, LANZHOU);
  const { requestId } = await place();
  ahead += 15 * DAY_MS;
  await runtime.runSchedule('clock', XINING);
  const { body } = await desk('duty-officer', XINING).call(dutyRoomRoutes.listNotices);
  const told = body.items.filter(({ subject, text }) => subject.id === requestId && text.en.includes('telephone'));
  expect(told.map(({ urgency }) => urgency)).toContain('urgent');
  runtime.links.heal(XINING, LANZHOU);
  ahead += DAY_MS;
  await runtime.runSchedule('clock', XINING);
  await expect(notThere(LANZHOU, requestId)).rejects.toThrow('404');
});
