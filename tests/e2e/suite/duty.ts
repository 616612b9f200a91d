import { describe, expect, test } from 'vitest';
import { anAgency } from '../../../scripts/walkthrough/agency-payloads.ts';
import { eventually } from '../../../scripts/walkthrough/eventually.ts';
import { aTeam } from '../../../scripts/walkthrough/payloads.ts';
import { readStory, verifyStory } from '../../../scripts/walkthrough/steps/story.ts';
import { registerTeam } from '../../../scripts/walkthrough/steps/team.ts';
import { DAY_MS, HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { type DutyPerson, dutyRoomOffice, type OfficeDetails } from '../../../shared/domain/roster/roster-state.ts';
import { createClient } from '../../../shared/http/client.ts';
import { agencyRoutes } from '../../../shared/http/routes/agencies.ts';
import { dutyRoomRoutes } from '../../../shared/http/routes/duty-room.ts';
import { registryUpkeepRoutes } from '../../../shared/http/routes/registry-upkeep.ts';
import { rosterRoutes } from '../../../shared/http/routes/rosters.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import type { Deployment } from '../deployment.ts';
import { HAIDONG, now, refusalOf, sceneOf } from './scene.ts';

const CITY = HAIDONG;
const OFFICE = dutyRoomOffice(CITY);
const person = (name: string, telephone: string, personId?: string): DutyPerson => ({
  ...{ name, telephone },
  ...(personId === undefined ? {} : { personId }),
});
const officer = person('演示值班员', '000-0000-0031', `duty-officer@${CITY}`);
const second = person('演示副班', '000-0000-0032');
const lead = { ...person('演示带班', '000-0000-0033'), position: '副局长' };
const office = (name: string): OfficeDetails => ({
  name,
  line: '000-0000-0030',
  escalation: [{ ...person('演示局长', '000-0000-0034'), position: '局长' }],
});

/** Who is on duty, whom to ring, and the upkeep of the registry. */
export const describeDuty = (deployment: Deployment): void => {
  const { desk } = sceneOf(deployment);
  const coordinator = desk('coordinator', CITY);
  const today = `${now().slice(0, 10)}T00:00:00.000Z`;

  /** The duty room keeps its roster for good: on a deployment that was used before there is one. */
  const keepRoster = async (): Promise<void> => {
    const begun = coordinator.call(rosterRoutes.establishRoster, { body: office('海东市值班室（演示）') });
    const refused = await refusalOf(begun).catch(() => undefined);
    if (refused) expect(refused).toMatchObject({ code: 'roster-exists' });
    const days = [0, 1].map((day) => plus(today, day * DAY_MS));
    const shifts = days.map((from) => ({ from, until: plus(from, DAY_MS), lead, onDuty: [officer, second] }));
    await coordinator.call(rosterRoutes.planShifts, { params: { officeId: OFFICE }, body: { shifts } });
  };

  describe('the duty room', () => {
    test('says who is on duty and whom to ring next, and shows a telephone for a reason only', async () => {
      await keepRoster();
      const { body } = await coordinator.call(rosterRoutes.listOnDuty, { query: {} });
      const own = body.items.find(({ officeId }) => officeId === OFFICE);
      expect(own?.ring.map(({ name, because }) => [name, because])).toEqual([
        ['演示值班员', 'on-duty'],
        ['演示副班', 'on-duty'],
        ['演示带班', 'lead'],
        ['演示局长', 'escalation'],
      ]);
      expect(JSON.stringify(body)).not.toContain('000-0000-0031');
      const reading = { params: { officeId: OFFICE }, body: { reason: '请求增援（演示）' } };
      const lines = await desk('team-leader', CITY).call(rosterRoutes.readDutyLines, reading);
      expect(lines.body.ring[0]).toEqual({ name: '演示值班员', telephone: '000-0000-0031', because: 'on-duty' });
      const story = await readStory(desk, CITY, 'roster', OFFICE);
      expect(JSON.stringify(story)).not.toContain('000-0000-0031');
      expect(await verifyStory(desk, CITY, 'roster', OFFICE)).toMatchObject({ intact: true });
    });

    test('shows contacts to those on duty; others must say so, and it is told', async () => {
      await keepRoster();
      const { teamId } = await registerTeam(desk, CITY, aTeam(CITY, now()));
      const reading = { params: { teamId }, body: { reason: '核实到岗（演示）' } };
      await desk('duty-officer', CITY).call(teamRoutes.readTeamContact, reading);
      const refused = await refusalOf(coordinator.call(teamRoutes.readTeamContact, reading));
      expect(refused).toMatchObject({ status: 403, code: 'not-on-duty' });
      const saying = { ...reading, body: { ...reading.body, evenIfOffDuty: true } };
      await coordinator.call(teamRoutes.readTeamContact, saying);
      const { chapters } = await readStory(desk, CITY, 'team', teamId);
      const readings = chapters.flatMap(({ entries }) => entries.filter(({ type }) => type === 'teamContactRead'));
      expect(readings.map(({ data }) => data.offDuty !== undefined)).toEqual([false, true]);
    });

    test('lets people of an agency keep their own roster', async () => {
      const entry = anAgency(CITY, now(), '值班演示队（演示）');
      const { agencyId } = (await coordinator.call(agencyRoutes.registerAgency, { body: entry })).body;
      const token = () => deployment.token('agency-officer', CITY, agencyId);
      const own = createClient({ baseUrl: deployment.baseUrl(CITY), token });
      await own.call(rosterRoutes.establishRoster, { body: { ...office('演示队值班室'), agencyId } });
      const shifts = [{ from: today, until: plus(today, 2 * DAY_MS), onDuty: [second] }];
      const { body } = await own.call(rosterRoutes.planShifts, { params: { officeId: agencyId }, body: { shifts } });
      expect(body.shifts[0]?.onDuty).toEqual([{ name: '演示副班', telephone: '000****0032' }]);
      const foreign = own.call(rosterRoutes.planShifts, { params: { officeId: OFFICE }, body: { shifts } });
      expect(await refusalOf(foreign)).toMatchObject({ status: 403, code: 'not-the-persons-duty-office' });
      const confirmed = await own.call(agencyRoutes.confirmAgency, { params: { agencyId } });
      expect(confirmed.body.stale).toBe(false);
    });

    test('is told, unasked, that an office will have nobody on duty', async () => {
      const entry = anAgency(CITY, now(), '无人值班演示队（演示）');
      const { agencyId } = (await coordinator.call(agencyRoutes.registerAgency, { body: entry })).body;
      const params = { officeId: agencyId };
      await coordinator.call(rosterRoutes.establishRoster, { body: { ...office('无人演示队值班室'), agencyId } });
      const shifts = [{ from: now(), until: plus(now(), 5 * HOUR_MS), onDuty: [second] }];
      await coordinator.call(rosterRoutes.planShifts, { params, body: { shifts } });
      const told = await eventually(
        async () => {
          const { body } = await coordinator.call(dutyRoomRoutes.listNotices, { query: { limit: 200 } });
          return body.items.find(({ subject }) => subject.kind === 'roster' && subject.id === agencyId);
        },
        { what: 'the notice of the gap' },
      );
      expect(told.text.zh).toContain('无人值班');
    });

    test('lists what of the registry ends soon', async () => {
      const expiresAt = plus(now(), 5 * DAY_MS);
      const certification = { authority: '演示局', number: '演-到期', expiresAt };
      const { teamId } = await registerTeam(desk, CITY, aTeam(CITY, now(), { certification }));
      const query = { withinDays: 10, limit: 200 };
      const { body } = await coordinator.call(registryUpkeepRoutes.listExpiringEntries, { query });
      expect(body.items).toContainEqual(
        expect.objectContaining({ kind: 'team', id: teamId, what: 'certification', endsAt: expiresAt, ended: false }),
      );
      const stale = await coordinator.call(registryUpkeepRoutes.listStaleEntries, { query: {} });
      expect(stale.body.items.map(({ id }) => id)).not.toContain(teamId);
    });
  });
};
