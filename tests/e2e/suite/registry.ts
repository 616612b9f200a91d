import { describe, expect, test } from 'vitest';
import { aTeam } from '../../../scripts/walkthrough/payloads.ts';
import { readTeam, registerTeam } from '../../../scripts/walkthrough/steps/team.ts';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import type { AvailabilityPeriod } from '../../../shared/domain/vocabulary/availability.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import type { Deployment } from '../deployment.ts';
import { LANZHOU, now, refusalOf, sceneOf, XINING } from './scene.ts';

/** The registry of rescue teams: entered, found, changed, retired. */
export const describeRegistry = (deployment: Deployment): void => {
  const { desk } = sceneOf(deployment);
  const coordinator = desk('coordinator', LANZHOU);

  describe.concurrent('the registry', () => {
    test('keeps a team as it was entered, its telephone masked, and shows it to no other city', async () => {
      const entry = aTeam(LANZHOU, now());
      const { teamId } = await registerTeam(desk, LANZHOU, entry);
      const { dutyContact: _, ...details } = entry;
      const { body } = await readTeam(desk, LANZHOU, teamId);
      expect(body).toMatchObject({ ...details, teamId, status: 'active', condition: 'available', periods: [] });
      expect(body.dutyContact).toEqual({ name: '演*', telephone: '000****0001' });
      expect(await refusalOf(readTeam(desk, XINING, teamId))).toMatchObject({ status: 404 });
    });

    test('finds teams by kind, hazard, level and availability', async () => {
      const entry = aTeam(LANZHOU, now(), { kind: 'diving-rescue', hazards: ['flood', 'transport'], level: 2 });
      const { teamId } = await registerTeam(desk, LANZHOU, entry);
      const found = async (query: Parameters<typeof list>[0]) =>
        (await list(query)).some((team) => team.teamId === teamId);
      const list = async (query: {
        kind?: 'diving-rescue';
        hazard?: 'flood' | 'mine';
        level?: number;
        available?: 'true';
      }) => (await coordinator.call(teamRoutes.listTeams, { query: { ...query, limit: 100 } })).body.items;
      expect(await found({ kind: 'diving-rescue', hazard: 'flood', level: 2, available: 'true' })).toBe(true);
      expect(await found({ kind: 'diving-rescue', level: 1 })).toBe(false);
      expect(await found({ hazard: 'mine' })).toBe(false);
    });

    test('changes a team that nobody else has changed since, and no other', async () => {
      const entry = aTeam(LANZHOU, now());
      const { teamId } = await registerTeam(desk, LANZHOU, entry);
      const params = { teamId };
      const { etag = '' } = await readTeam(desk, LANZHOU, teamId);
      const { dutyContact: _, ...details } = entry;
      const body = { ...details, readinessMinutes: 15 };
      const changed = await coordinator.call(teamRoutes.changeTeam, { params, body, ifMatch: etag });
      expect(changed.body.readinessMinutes).toBe(15);
      expect(changed.etag).not.toBe(etag);
      const again = coordinator.call(teamRoutes.changeTeam, { params, body, ifMatch: etag });
      expect(await refusalOf(again)).toMatchObject({ status: 412, code: 'stale-version' });
      expect(await refusalOf(coordinator.call(teamRoutes.changeTeam, { params, body }))).toMatchObject({
        status: 428,
        code: 'if-match-required',
      });
    });

    test('knows when a team cannot be had', async () => {
      const at = now();
      const { teamId } = await registerTeam(desk, LANZHOU, aTeam(LANZHOU, at));
      const away: AvailabilityPeriod = { from: at, until: plus(at, DAY_MS), available: false, reason: '年度检修' };
      const { etag = '' } = await readTeam(desk, LANZHOU, teamId);
      const leader = desk('team-leader', LANZHOU);
      const call = { params: { teamId }, body: { periods: [away] }, ifMatch: etag };
      const { body } = await leader.call(teamRoutes.setTeamAvailability, call);
      expect(body).toMatchObject({ condition: 'unavailable', periods: [away] });
    });

    test('retires a team for good', async () => {
      const { teamId } = await registerTeam(desk, LANZHOU, aTeam(LANZHOU, now()));
      const retirement = { params: { teamId }, body: { reason: '队伍整编（演示）' } };
      const { body } = await coordinator.call(teamRoutes.retireTeam, retirement);
      expect(body).toMatchObject({ status: 'retired', condition: 'retired' });
      expect(await refusalOf(coordinator.call(teamRoutes.retireTeam, retirement))).toMatchObject({
        status: 409,
        code: 'team-retired',
      });
    });
  });
};
