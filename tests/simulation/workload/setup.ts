import { person } from '../people.ts';
import type { Random } from '../random.ts';
import { HAZARD, idIn, KINDS } from './agreements.ts';
import type { Desk } from './desk.ts';
import { hoursFrom } from './options.ts';
import type { KnownTeam } from './provider.ts';
import { draftItem } from './requester.ts';

const SOMEWHERE = { latitude: 36.6, longitude: 101.7, crs: 'WGS-84', place: '驻地' };

interface NewTeam {
  readonly city: string;
  readonly leader: number;
  readonly now: number;
}

/** @returns what a city's duty room enters of a team. */
export const newTeam = (random: Random, { city, leader, now }: NewTeam) => {
  const { id: personId, name } = person(city, 'team-leader', leader);
  return {
    name: `${city}第${leader}救援队`,
    kind: random.chance(0.7) ? KINDS[0] : KINDS[1],
    level: random.between(1, 3),
    hazards: [HAZARD],
    headcount: random.between(8, 40),
    equipment: [{ name: '冲锋舟', quantity: 2, unit: '艘' }],
    base: SOMEWHERE,
    readinessMinutes: 30,
    certification: { authority: '应急管理厅', number: `C-${leader}`, expiresAt: hoursFrom(now, 24 * 365 * 2) },
    leader: { personId, name },
    dutyContact: { name: '演示联系人', telephone: '000-0000-0000' },
  };
};

/** A city's duty room registers a team. @returns it, once that is acknowledged. */
export const registerTeam = async (desk: Desk, random: Random, team: NewTeam): Promise<KnownTeam | undefined> => {
  const { city, leader } = team;
  const body = newTeam(random, team);
  const { kind } = body;
  const answer = await desk.command({ city, role: 'administrator', path: '/v1/teams', body });
  const teamId = idIn(answer, 'teamId');
  return teamId === undefined ? undefined : { teamId, kind, leader };
};

/** A coordinator opens an incident and drafts a request for it. @returns the request's id, once that is acknowledged. */
export const draftRequest = async (
  desk: Desk,
  random: Random,
  { city, now }: { readonly city: string; readonly now: number },
): Promise<string | undefined> => {
  const incident = {
    hazard: HAZARD,
    title: '湟水河洪水',
    description: '河水漫堤',
    occurredAt: hoursFrom(now, -1),
    position: SOMEWHERE,
    responseLevel: 'II',
    exercise: random.chance(0.2),
  };
  const by = { city, role: 'coordinator' } as const;
  const opened = await desk.command({ ...by, path: '/v1/incidents', body: incident });
  const incidentId = idIn(opened, 'incidentId');
  if (incidentId === undefined) return undefined;
  const kinds = random.chance(0.4) ? KINDS : KINDS.slice(0, 1);
  const items = kinds.map((kind) => draftItem(random, kind, now));
  const drafted = await desk.command({ ...by, path: '/v1/requests', body: { incidentId, items } });
  return idIn(drafted, 'requestId');
};
