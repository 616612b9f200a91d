import { describe, expect, it } from 'vitest';
import { agencyRegistryEntry } from '../../../shared/domain/agency/agency-registry-entry.ts';
import { expertRegistryEntry } from '../../../shared/domain/expert/expert-registry-entry.ts';
import { RegistryEntrySchema } from '../../../shared/domain/registry/registry-entry.ts';
import { teamRegistryEntry } from '../../../shared/domain/team/team-registry-entry.ts';
import { agencyDetails, anAgency } from '../../builders/agency.ts';
import { NOW, XINING } from '../../builders/circumstances.ts';
import { anExpert } from '../../builders/expert.ts';
import { aTeam } from '../../builders/team.ts';

const UNTIL = '2026-08-01T00:00:00.000Z';
const away = { from: NOW, until: UNTIL, available: false, reason: '不便外传的理由' };
const there = { from: UNTIL, until: '2026-09-01T00:00:00.000Z', available: true, reason: '值守' };
const periods = [away, there];
const deploymentId = '0190b000-0000-7000-8000-000000000999';
const commitment = { deploymentId, requestId: deploymentId, since: NOW, until: UNTIL };

describe('what anybody may know', () => {
  it.each([
    ['a team', teamRegistryEntry(aTeam({ periods }), XINING)],
    ['an agency', agencyRegistryEntry(anAgency({ periods }), XINING)],
    ['an expert', expertRegistryEntry(anExpert({ periods }), XINING)],
  ])('of %s is no telephone, no person to sign in as, no fee, no reason', (_, entry) => {
    expect(RegistryEntrySchema.parse(entry)).toEqual(entry);
    const told = JSON.stringify(entry);
    for (const secret of [
      '138-0000',
      '139-0000',
      '@630100',
      '@620100',
      'example.com',
      '120000',
      '不便外传',
      '独立董事',
      '互通信息',
    ])
      expect(told).not.toContain(secret);
    expect(entry?.blocked).toEqual([{ from: away.from, until: away.until }]);
  });

  it('of a team on a mission is until when, and of an expert how many call-outs are open', () => {
    const onMission = teamRegistryEntry(aTeam({ commitment }), XINING);
    expect(onMission).toMatchObject({ load: 1, blocked: [{ from: NOW, until: UNTIL }] });
    expect(expertRegistryEntry(anExpert({ openCallOuts: [deploymentId] }), XINING)?.load).toBe(1);
  });

  it('of an agency is valid while both its agreement and its certification are', () => {
    const certification = { ...agencyDetails().certification, expiresAt: UNTIL };
    const agency = anAgency({ details: agencyDetails({ certification }) });
    expect(agencyRegistryEntry(agency, XINING)?.validUntil).toBe(UNTIL);
    const { agreement } = agencyDetails();
    expect(agencyRegistryEntry(anAgency(), XINING)).toMatchObject({
      validFrom: agreement.validFrom,
      validUntil: '2027-06-30T16:00:00.000Z',
    });
  });

  it('of an agency is how far it goes around its base, and for which cities it turns out', () => {
    expect(agencyRegistryEntry(anAgency(), XINING)).toMatchObject({ reachKilometres: 0, serviceCities: [XINING] });
    const around = {
      centre: { latitude: 37.62, longitude: 101.77, crs: 'CGCS2000', place: '大通' } as const,
      radiusKilometres: 150,
    };
    const details = agencyDetails({ serviceArea: { cities: [], around } });
    const reach = agencyRegistryEntry(anAgency({ details }), XINING)?.reachKilometres ?? 0;
    expect(reach).toBeGreaterThan(35);
    expect(reach).toBeLessThan(45);
  });

  it('of an expert who is about to leave is the day of leaving', () => {
    expect(expertRegistryEntry(anExpert({ leaving: { at: UNTIL, reason: '退休' } }), XINING)?.validUntil).toBe(UNTIL);
  });

  it('is nothing of what can no longer be had', () => {
    const { commitment: _, ...team } = { commitment: undefined, ...aTeam() };
    expect(teamRegistryEntry({ ...team, status: 'retired', reason: '整编', retiredAt: NOW }, XINING)).toBeUndefined();
    expect(
      agencyRegistryEntry({ ...anAgency(), status: 'suspended', reason: '整顿', suspendedAt: NOW }, XINING),
    ).toBeUndefined();
    const { termNotice: _notice, ...expert } = anExpert();
    expect(expertRegistryEntry({ ...expert, status: 'left' }, XINING)).toBeUndefined();
  });
});
