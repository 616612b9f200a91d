import { describe, expect, test } from 'vitest';
import { eventually } from '../../../scripts/walkthrough/eventually.ts';
import { anExpert, aTeam } from '../../../scripts/walkthrough/payloads.ts';
import { appointExpert } from '../../../scripts/walkthrough/steps/expert.ts';
import { readTeam, registerTeam } from '../../../scripts/walkthrough/steps/team.ts';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import type { LookupHit } from '../../../shared/domain/lookup/lookup-query.ts';
import { lookupRoutes } from '../../../shared/http/routes/lookup.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import type { Deployment } from '../deployment.ts';
import { LANZHOU, now, sceneOf, XINING } from './scene.ts';

/** The one lookup: what is registered is found soon, and no longer when it is gone. */
export const describeLookup = (deployment: Deployment): void => {
  const { desk } = sceneOf(deployment);
  const coordinator = desk('coordinator', LANZHOU);
  const lookUp = async (query: Record<string, unknown>): Promise<readonly LookupHit[]> =>
    (await coordinator.call(lookupRoutes.lookUp, { query })).body.items;
  const found = async (query: Record<string, unknown>, id: string) =>
    (await lookUp(query)).find(({ entry }) => entry.id === id);
  const untilFound = (query: Record<string, unknown>, id: string) =>
    eventually(() => found(query, id), { what: `${id} in the lookup` });

  describe.concurrent('the lookup', () => {
    test('finds a team by its words and place, says why, and follows what becomes of it', async () => {
      const entry = aTeam(LANZHOU, now(), {
        name: '虚构羊皮筏子救援队',
        kind: 'water-rescue',
        hazards: ['flood'],
        level: 2,
      });
      const { teamId } = await registerTeam(desk, LANZHOU, entry);
      const query = { q: '羊皮筏子', kind: 'team', resourceKind: 'water-rescue', level: 3, near: '兰州', limit: 50 };
      const hit = await untilFound(query, teamId);
      expect(hit).toMatchObject({ agreements: [], availability: { free: true }, entry: { city: LANZHOU, load: 0 } });
      expect(hit?.reasons.map(({ code }) => code)).toEqual(['fit', 'distance', 'readiness', 'grade', 'term', 'load']);
      expect(await found({ ...query, q: 'ypfz' }, teamId)).toBeDefined();
      expect(await found({ ...query, level: 1 }, teamId)).toBeUndefined();

      const { etag = '' } = await readTeam(desk, LANZHOU, teamId);
      const at = now();
      const away = { from: at, until: plus(at, DAY_MS), available: false, reason: '年度检修（演示）' };
      const body = { periods: [away] };
      await coordinator.call(teamRoutes.setTeamAvailability, { params: { teamId }, body, ifMatch: etag });
      await eventually(async () => (await found(query, teamId))?.availability.free === false, { what: 'the period' });
      const later = { availableFrom: plus(at, 2 * DAY_MS), availableUntil: plus(at, 3 * DAY_MS) };
      expect(await found({ ...query, ...later }, teamId)).toMatchObject({ availability: { free: true } });

      await coordinator.call(teamRoutes.retireTeam, { params: { teamId }, body: { reason: '队伍整编（演示）' } });
      await eventually(async () => (await found(query, teamId)) === undefined, { what: 'the end of the team' });
    });

    test('finds an expert by speciality in Chinese, by initials and by hazard in English', async () => {
      const expert = { ...anExpert(LANZHOU, now()), specialities: ['冻土路基融沉监测'] };
      const { expertId } = await appointExpert(desk, LANZHOU, expert);
      await untilFound({ q: '冻土 监测', kind: 'expert' }, expertId);
      await untilFound({ q: 'dtlj', kind: 'expert,agency' }, expertId);
      await untilFound({ q: 'dongtu', language: expert.languages[0] }, expertId);
      const elsewhere = desk('coordinator', XINING).call(lookupRoutes.lookUp, { query: { q: '冻土路基融沉' } });
      expect((await elsewhere).body.items.map(({ entry }) => entry.id)).not.toContain(expertId);
    });
  });
};
