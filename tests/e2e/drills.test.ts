import { afterAll, expect, test } from 'vitest';
import { readDrillScripts } from '../../scripts/seed/drills.ts';
import { filePlans } from '../../scripts/seed/plans.ts';
import { aTeam, someTerms } from '../../scripts/walkthrough/payloads.ts';
import { signAgreement } from '../../scripts/walkthrough/steps/agreement.ts';
import { acceptance, answer, receivedWhere } from '../../scripts/walkthrough/steps/received-request.ts';
import { approve, place, requestWhere } from '../../scripts/walkthrough/steps/request.ts';
import { readStory } from '../../scripts/walkthrough/steps/story.ts';
import { registerTeam } from '../../scripts/walkthrough/steps/team.ts';
import { MINUTE_MS, millisecondsBetween, plus } from '../../shared/domain/kernel/instant.ts';
import type { TeamKind } from '../../shared/domain/vocabulary/resource-kinds.ts';
import { drillRoutes } from '../../shared/http/routes/drills.ts';
import { startEmbedded } from './embedded-runtime.ts';
import { LANZHOU, now, sceneOf, XINING } from './suite/scene.ts';

/** A scripted drill of six hours, in seconds: the embedded runtime's clocks are put forward. */
const embedded = await startEmbedded({ scheduleSeconds: 0 });
const { runtime, deployment } = embedded;
const { desk } = sceneOf(deployment);
const coordinator = desk('coordinator', XINING);
afterAll(() => embedded.stop());

/** @returns the moment it is in the cities then. */
const advance = async (advanceMinutes: number): Promise<string> => {
  const response = await fetch(`${runtime.url}/_local/clock`, {
    method: 'POST',
    body: JSON.stringify({ advanceMinutes }),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { now: string }).now;
};

const KINDS: readonly TeamKind[] = ['water-rescue', 'engineering-rescue', 'communications'];

test('a red rainstorm is drilled with Lanzhou by its script, minute by minute, to its score', async () => {
  const script = readDrillScripts(XINING)['red-rainstorm'];
  if (!script) throw new Error('the script is ready');
  await filePlans(desk, XINING);
  const terms = someTerms(now(), { preAuthorised: [] });
  const agreementId = await signAgreement(desk, { from: XINING, to: LANZHOU, terms });
  const teams = await Promise.all(
    KINDS.map((kind) => registerTeam(desk, LANZHOU, aTeam(LANZHOU, now(), { kind, name: `演练${kind}（演示）` }))),
  );
  const { body: planned } = await coordinator.call(drillRoutes.planDrill, {
    body: { script, participants: [agreementId] },
  });
  const params = { drillId: planned.drillId };
  const handle = (key: string) =>
    coordinator.call(drillRoutes.handleInject, { params: { ...params, key }, body: { note: '已处置（演练）' } });
  await coordinator.call(drillRoutes.stepDrill, { params, body: { to: 'started' } });

  const at = await advance(16);
  for (const key of ['red-warning', 'flood', 'ask-lanzhou']) await handle(key);
  const { body: drill } = await coordinator.call(drillRoutes.readDrill, { params });
  const requestId = drill.injects?.find(({ key }) => key === 'ask-lanzhou')?.outcome?.made?.id ?? '';
  const { items } = await approve(desk, XINING, requestId);
  await place(desk, XINING, requestId, [agreementId]);
  await receivedWhere(desk, LANZHOU, requestId);
  await advance(60);
  const promises = items.map(({ itemId, kind }) => {
    const named = teams.filter((team) => team.kind === kind).map(({ teamId }) => teamId);
    return acceptance(itemId, named, at);
  });
  await answer(desk, LANZHOU, requestId, promises);
  await requestWhere(desk, XINING, requestId, ({ placements }) => placements[0]?.status === 'answered');

  await advance(50);
  for (const key of ['lanzhou-out', 'press']) await handle(key);
  await advance(300);
  const { body: report } = await coordinator.call(drillRoutes.readDrillReport, { params });
  expect(report).toMatchObject({
    final: true,
    figures: { replies: { asked: 1, answered: 1 }, injects: { scripted: 6, given: 6, failed: 0, toHandle: 5 } },
  });
  expect(report.figures.replies.slowestMinutes).toBeCloseTo(60, 0);
  const passed = (measure: string) => report.objectives.find(({ objective }) => objective.measure === measure)?.passed;
  expect([passed('reply-minutes'), passed('fill-percent')]).toEqual([true, false]);

  const { chapters } = await readStory(desk, XINING, 'drill', params.drillId);
  const given = (chapters[0]?.entries ?? []).filter(({ type }) => type === 'injectGiven');
  const started = chapters[0]?.entries.find(({ type }) => type === 'drillStarted')?.at ?? '';
  const late = given.map(({ at: givenAt }, index) => {
    const minutes = script.injects[index]?.atMinutes ?? 0;
    return Math.floor(millisecondsBetween(plus(started, minutes * MINUTE_MS), givenAt) / MINUTE_MS);
  });
  // The clock looks once a minute.
  expect(late.filter((minutes) => minutes < 0 || minutes > 1)).toEqual([]);

  await desk('administrator', XINING).call(drillRoutes.removeDrillData, { params });
  await advance(3);
  const { body: removed } = await coordinator.call(drillRoutes.readDrill, { params });
  expect(removed.removal).toMatchObject({ pending: 0, counts: { incident: 1, request: 1, warning: 1 } });
  expect(removed.removal?.doneAt).toBeDefined();
}, 120_000);
