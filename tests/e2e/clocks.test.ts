import { afterAll, describe, expect, test } from 'vitest';
import { aFlood, anItem, someTerms } from '../../scripts/walkthrough/payloads.ts';
import { signAgreement } from '../../scripts/walkthrough/steps/agreement.ts';
import { receivedWhere } from '../../scripts/walkthrough/steps/received-request.ts';
import { placedRequest, readRequest } from '../../scripts/walkthrough/steps/request.ts';
import { readStory, verifyStory } from '../../scripts/walkthrough/steps/story.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, millisecondsBetween, plus } from '../../shared/domain/kernel/instant.ts';
import { dutyRoomOffice } from '../../shared/domain/roster/roster-state.ts';
import { boardRoutes } from '../../shared/http/routes/board.ts';
import { dutyRoomRoutes } from '../../shared/http/routes/duty-room.ts';
import { rosterRoutes } from '../../shared/http/routes/rosters.ts';
import { situationReportRoutes } from '../../shared/http/routes/situation-reports.ts';
import { reportContent, someDivisions } from '../builders/situation-report.ts';
import { startEmbedded } from './embedded-runtime.ts';
import { approveDraft, approvedVersion, reportedIncident, reportsWhere } from './suite/reporting.ts';
import { HAIDONG, LANZHOU, now, sceneOf, XINING } from './suite/scene.ts';

/** What takes hours, in seconds: the embedded runtime's clocks are put forward, and everything rings at its minute. A deployment's cannot be. */
const embedded = await startEmbedded({ scheduleSeconds: 0 });
const { runtime, deployment } = embedded;
const scene = sceneOf(deployment);
const { desk } = scene;
const coordinator = desk('coordinator', XINING);
afterAll(() => embedded.stop());

const advance = async (minutes: number): Promise<void> => {
  const body = JSON.stringify({ advanceMinutes: minutes });
  const response = await fetch(`${runtime.url}/_local/clock`, { method: 'POST', body });
  expect(response.status).toBe(200);
};

const dutyPerson = (name: string, position: string, personId?: string) => ({
  ...{ name, position, telephone: '000-0000-0041' },
  ...(personId === undefined ? {} : { personId }),
});

const advanceTo = async (at: string): Promise<void> => {
  const response = await fetch(`${runtime.url}/_local/clock`, { method: 'POST', body: JSON.stringify({ now: at }) });
  expect(response.status).toBe(200);
};

/** Ten in the morning in China, as reports are due, is two in the world's time. */
const HOUR_OF_REPORTS = 'T02:00:00.000Z';

/** @returns once it is an hour past the time of reports on some day: the next is far away, whenever the test is run. */
const pastTheHourOfReports = async (): Promise<void> => {
  const response = await fetch(`${runtime.url}/_local/clock`);
  const { now: shown } = (await response.json()) as { readonly now: string };
  const today = `${shown.slice(0, 10)}${HOUR_OF_REPORTS}`;
  const hour = plus(today, HOUR_MS);
  await advanceTo(hour >= shown ? hour : plus(hour, DAY_MS));
};

/** Somebody is on duty in Xining for two days, with a lead and the director behind them. */
const keepRoster = async (): Promise<void> => {
  const escalation = [dutyPerson('演示局长', '局长')];
  const office = { name: '西宁市值班室（演示）', line: '000-0000-0040', escalation };
  await coordinator.call(rosterRoutes.establishRoster, { body: office });
  const from = plus(`${now().slice(0, 10)}T00:00:00.000Z`, 0);
  const shifts = [0, 1].map((day) => ({
    from: plus(from, day * DAY_MS),
    until: plus(from, (day + 1) * DAY_MS),
    lead: dutyPerson('演示带班', '副局长'),
    onDuty: [dutyPerson('演示值班员', '值班员', `duty-officer@${XINING}`)],
  }));
  await coordinator.call(rosterRoutes.planShifts, { params: { officeId: dutyRoomOffice(XINING) }, body: { shifts } });
};

/** The acts of the clock about a partner's answer, each with the minute after the deadline. */
const actsAbout = async (requestId: string, partner: string, due: string): Promise<readonly string[]> => {
  const { chapters } = await readStory(desk, XINING, 'request', requestId);
  return chapters
    .flatMap(({ entries }) => entries)
    .filter(({ type, data }) => type === 'deadlineActed' && data.handOff === 'answer' && data.key === partner)
    .map(({ at, data }) => {
      const { name = '' } = (data.told ?? {}) as { name?: string };
      const minute = Math.floor(millisecondsBetween(due, at) / MINUTE_MS);
      return `${data.act} at ${minute}${name === '' ? '' : ` to ${name}`}`;
    });
};

describe('a request left unanswered', () => {
  test('escalates by itself through the duty roster and to the next partners', { timeout: 60_000 }, async () => {
    await keepRoster();
    const at = now();
    const terms = someTerms(at, { replyWithinMinutes: 60, preAuthorised: [] });
    const agreementId = await signAgreement(desk, { from: XINING, to: LANZHOU, terms });
    await signAgreement(desk, { from: XINING, to: HAIDONG, terms });
    const asking = { city: XINING, incident: aFlood(XINING, at), items: [anItem(XINING, at)] };
    const { requestId, placements } = await placedRequest(desk, { ...asking, agreementIds: [agreementId] });
    const due = placements[0]?.replyBy ?? '';
    await receivedWhere(desk, LANZHOU, requestId);

    await advance(61);
    const board = async (view: 'overdue' | 'escalated') =>
      (await coordinator.call(boardRoutes.readBoard, { query: { view } })).body.items.find(
        ({ id }) => id === requestId,
      );
    expect(await board('overdue')).toMatchObject({ handOff: 'answer', waiting: [{ waitsFor: { city: LANZHOU } }] });
    expect(await board('escalated')).toBeUndefined();

    await advance(12);
    expect((await board('escalated'))?.waiting[0]?.escalatedTo).toMatchObject([{ name: '演示值班员' }]);
    const { body: notices } = await coordinator.call(dutyRoomRoutes.listNotices, { query: { limit: 200 } });
    const texts = notices.items.filter(({ subject }) => subject.id === requestId).map(({ text }) => text.zh);
    expect(texts).toContainEqual(expect.stringMatching(/升级至值班员演示值班员/));

    await advance(5);
    expect((await readRequest(desk, XINING, requestId)).placements).toMatchObject([
      { city: LANZHOU, status: 'lapsed' },
      { city: HAIDONG, status: 'awaiting' },
    ]);
    await receivedWhere(desk, HAIDONG, requestId);

    // Haidong is silent too; nobody is left to ask, so that it goes all the way up the roster.
    const next = (await readRequest(desk, XINING, requestId)).placements[1]?.replyBy ?? '';
    await advance(60 + 65);
    expect(await actsAbout(requestId, LANZHOU, due)).toEqual([
      'warn at -30',
      'remind at 0',
      'urge at 5',
      'escalate at 10 to 演示值班员',
      'widen at 15',
    ]);
    expect(await actsAbout(requestId, HAIDONG, next)).toEqual([
      'warn at -30',
      'remind at 0',
      'urge at 5',
      'escalate at 10 to 演示值班员',
      'widen at 15',
      'escalate at 30 to 演示带班',
      'widen at 45',
      'escalate at 60 to 演示局长',
    ]);
    expect(await verifyStory(desk, XINING, 'request', requestId)).toMatchObject({ intact: true });
    expect(embedded.errors()).toEqual([]);
  });
});

describe('the daily report on a disaster', () => {
  test('drafts itself at ten in the morning in China, and waits to be approved', { timeout: 60_000 }, async () => {
    await pastTheHourOfReports();
    const { reportId } = await reportedIncident(scene);
    const { nextRoutineAt = '' } = await approvedVersion(scene, reportId, reportContent({ asOf: now() }));
    expect(nextRoutineAt.slice(10)).toBe(HOUR_OF_REPORTS);

    await advanceTo(plus(nextRoutineAt, -MINUTE_MS));
    const before = await reportsWhere(scene, XINING, reportId, () => true);
    expect(before.draft).toBeUndefined();
    await advanceTo(nextRoutineAt);
    const { draft } = await reportsWhere(scene, XINING, reportId, (reports) => reports.draft !== undefined);
    expect(draft).toMatchObject({ status: 'drafted', number: 2, content: { kind: 'zero', asOf: nextRoutineAt } });
    expect(draft?.content.divisions).toEqual(someDivisions());
    expect(await approveDraft(scene, reportId)).toMatchObject({ latest: { number: 2, content: { kind: 'zero' } } });
    const { body } = await coordinator.call(situationReportRoutes.readReportVersion, {
      params: { reportId, number: 2 },
    });
    expect(body.text.zh).toContain('零报告（第2版）');
    expect(embedded.errors()).toEqual([]);
  });
});
