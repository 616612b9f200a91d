import { type Fields, fieldsOf, textOf } from '../json.ts';
import type { Random } from '../random.ts';
import { hoursFrom, type Option, progress, type Situation, trouble, when } from './options.ts';
import type { KnownTeam } from './provider.ts';

const NEXT: Readonly<Record<string, string>> = {
  mobilising: 'departed',
  departed: 'en-route',
  'en-route': 'arrived',
  arrived: 'working',
  returning: 'home',
};
/** From whom word is waited for, several times a day. */
const ON_THE_GROUND = ['departed', 'en-route', 'arrived', 'working'];
const ENDED = ['home', 'cancelled'];
/** People's watches and their city's clock may be seconds apart. */
const CLOCKS_APART_MS = 3000;

const isOpen = (question: unknown): boolean => {
  const { question: asked, answer } = fieldsOf(question);
  return asked !== undefined && answer === undefined;
};

/** What the city whose team has gone may do. */
const ownerOptions = (
  mission: Fields,
  random: Random,
  { city, path, now, teams }: Situation & { readonly teams: readonly KnownTeam[] },
): readonly Option[] => {
  const status = textOf(mission.status);
  const { teamId } = fieldsOf(mission.team);
  const leader = teams.find((team) => team.teamId === teamId)?.leader;
  const { answer } = fieldsOf(mission.returnRequest);
  const mayGo = mission.release !== undefined || fieldsOf(answer).response === 'accept';
  const next = NEXT[status] ?? (mayGo ? 'returning' : 'working');
  const report = {
    city,
    path: `${path}/reports`,
    body: { status: next, at: new Date(now - CLOCKS_APART_MS).toISOString() },
  };
  const by = { city, role: 'duty-officer' } as const;
  const response = random.chance(0.5) ? { response: 'accept' } : { response: 'decline', reason: '本市需要' };
  return [
    ...when(NEXT[status] !== undefined || mayGo, progress({ ...report, role: 'duty-officer' })),
    ...when(leader !== undefined, {
      command: { ...report, role: 'team-leader', number: leader ?? 0 },
      kind: NEXT[status] !== undefined || mayGo ? 'progress' : 'trouble',
    }),
    ...when(isOpen(mission.extension), progress({ ...by, path: `${path}/extension-answers`, body: response })),
    ...when(
      ON_THE_GROUND.includes(status) && random.chance(0.3),
      progress({ ...by, path: `${path}/check-ins`, body: { note: '平安' } }),
    ),
    trouble({ ...by, path: `${path}/return-requests`, body: { by: hoursFrom(now, 12), reason: '本市告急' } }),
  ];
};

/** What the city that is helped may do. */
const requesterOptions = (mission: Fields, random: Random, { city, path, now }: Situation): readonly Option[] => {
  const by = { city, role: 'coordinator' } as const;
  const release = { ...by, path: `${path}/release`, body: { note: '谢谢' } };
  const isAtWork = mission.status === 'working' && mission.release === undefined;
  const response = random.pick([
    { response: 'accept' },
    { response: 'decline', reason: '仍需支援' },
    { response: 'provisional', reason: '待接替', availableFrom: hoursFrom(now, 6) },
  ]);
  return [
    ...when(mission.release === undefined, isAtWork ? progress(release) : trouble(release)),
    ...when(isOpen(mission.returnRequest), progress({ ...by, path: `${path}/return-answers`, body: response })),
    trouble({ ...by, path: `${path}/extension-requests`, body: { until: hoursFrom(now, 24 * 8), reason: '水位未退' } }),
    trouble({ ...by, path: `${path}/status-requests`, body: undefined }),
  ];
};

/** @returns what a city may do next about a deployment, at whichever end it is. */
export const missionOptions = (
  mission: Fields,
  random: Random,
  situation: Situation & { readonly teams: readonly KnownTeam[] },
): readonly Option[] => {
  const { city, path } = situation;
  const status = textOf(mission.status);
  if (status === 'closed') return [];
  if (ENDED.includes(status))
    return [progress({ city, role: 'coordinator', path: `${path}/closure`, body: undefined })];
  const isOwn = mission.owner === mission.requester;
  return [
    ...(mission.side === 'owner' ? ownerOptions(mission, random, situation) : []),
    ...(mission.side === 'requester' || isOwn ? requesterOptions(mission, random, situation) : []),
  ];
};
