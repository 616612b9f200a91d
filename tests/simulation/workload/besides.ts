import { type Fields, fieldsOf, listOf, objectsOf, textOf } from '../json.ts';
import type { Random } from '../random.ts';
import { HAZARD, KINDS } from './agreements.ts';
import { hoursFrom, type Option, progress, type Situation, trouble, when } from './options.ts';
import type { KnownTeam } from './provider.ts';
import { registryOptions } from './registry.ts';
import { draftItem } from './requester.ts';

const DUTY_OFFICER = 'duty-officer';

const offer = (agreementId: unknown, { city, now }: Situation, teams: readonly KnownTeam[]): Option => {
  const [team] = teams;
  const named = team ? { kind: team.kind, teamIds: [team.teamId] } : { kind: KINDS[0], teamIds: [] };
  const body = {
    agreementId,
    subject: { hazard: HAZARD, description: '听闻贵市受灾' },
    resources: [{ ...named, level: 3, quantity: 1, costs: { travel: 5000 } }],
    availableFrom: hoursFrom(now, 1),
    availableUntil: hoursFrom(now, 48),
  };
  return progress({ city, role: DUTY_OFFICER, path: '/v1/offers', body });
};

const questions = (agreementId: unknown, { city, now }: Situation): readonly Option[] => {
  const by = { city, role: DUTY_OFFICER, path: '/v1/questions' } as const;
  const reportingPoint = { latitude: 36.6, longitude: 101.8, crs: 'WGS-84', place: '指挥部' };
  const item = { kind: KINDS[0], level: 3, quantity: 1, mission: '排水' };
  const period = { neededBy: hoursFrom(now, 24), neededUntil: hoursFrom(now, 72), reportingPoint };
  return [
    progress({ ...by, body: { kind: 'information', agreementId, text: '贵市水位如何？' } }),
    progress({ ...by, body: { kind: 'quote', agreementId, items: [{ ...item, ...period }] } }),
  ];
};

/** What a city may do about an agreement, and on its strength. */
export const agreementOptions = (
  agreement: Fields,
  random: Random,
  situation: Situation & { readonly teams: readonly KnownTeam[] },
): readonly Option[] => {
  const { city, path, teams } = situation;
  const by = { city, role: 'representative' } as const;
  const { agreementId, status, amendment, terms } = agreement;
  const isSuspendedHere = objectsOf(agreement.suspensions).some((suspension) => suspension.by === city);
  const { amendmentId, proposedBy } = fieldsOf(amendment);
  const isAsked = amendmentId !== undefined && fieldsOf(proposedBy).city !== city;
  const answer = random.chance(0.7)
    ? { below: 'signature', body: {} }
    : { below: 'refusal', body: { reason: '条款需再议' } };
  const amended = {
    ...fieldsOf(terms),
    replyWithinMinutes: random.pick([90, 180]),
    // Mostly the same as before, so that the floods go on.
    resourceKinds: random.chance(0.8) ? KINDS : KINDS.slice(0, 1),
  };
  return [
    ...when(isSuspendedHere, progress({ ...by, path: `${path}/resumption`, body: { reason: '恢复' } })),
    ...when(isAsked, progress({ ...by, path: `${path}/amendments/${amendmentId}/${answer.below}`, body: answer.body })),
    ...when(
      status === 'in-force',
      offer(agreementId, situation, teams),
      ...questions(agreementId, situation),
      trouble({ ...by, path: `${path}/suspension`, body: { reason: '本市同时受灾' } }),
      trouble({ ...by, path: `${path}/amendments`, body: { terms: amended } }),
    ),
    ...when(
      status === 'in-force' && random.chance(0.1),
      trouble({ ...by, path: `${path}/termination`, body: { reason: '不再续约' } }),
    ),
    ...registryOptions(random, situation),
  ];
};

const takeUp = (
  { agreementId, resources }: Fields,
  random: Random,
  { city, path, now }: Situation,
  incidentId: string,
): readonly Option[] => {
  const [resource] = objectsOf(resources);
  const teamIds = objectsOf(resource?.teams).map(({ teamId }) => teamId);
  const { kind: _kind, level: _level, quantity: _quantity, ...mission } = draftItem(random, '', now);
  const { resourceId } = fieldsOf(resource);
  const taken = { teamIds, costs: {}, funding: { fundingInfo: '专项' }, reason: '正需要' };
  const body = { incidentId, agreementId, resourceId, mission, ...taken };
  return when(teamIds.length > 0, progress({ city, role: 'representative', path: `${path}/requests`, body }));
};

/** What a city may do about an unsolicited offer, at whichever end it is. @param incidents of the city. */
export const offerOptions = (
  view: Fields,
  random: Random,
  situation: Situation & { readonly incidents: readonly string[] },
): readonly Option[] => {
  const { city, path, incidents } = situation;
  const by = { city, role: DUTY_OFFICER } as const;
  if (view.status !== 'offered') return [];
  if (view.side === 'provider') return [trouble({ ...by, path: `${path}/withdrawal`, body: { reason: '本市需要' } })];
  return [
    ...incidents.slice(0, 1).flatMap((incidentId) => takeUp(view, random, situation, incidentId)),
    progress({ ...by, path: `${path}/decline`, body: { reason: '已有足够队伍' } }),
  ];
};

/** What a city may do about a question, at whichever end it is. */
export const questionOptions = (view: Fields, _random: Random, { city, path }: Situation): readonly Option[] => {
  const by = { city, role: DUTY_OFFICER } as const;
  if (view.status !== 'asked') return [];
  if (view.side === 'asker') return [trouble({ ...by, path: `${path}/withdrawal`, body: { reason: '已知悉' } })];
  const { kind, items } = fieldsOf(view.question);
  const quotes = listOf(items).map((item) => ({
    response: 'accept',
    itemId: textOf(fieldsOf(item).itemId),
    costs: { travel: 100 },
  }));
  const body = kind === 'quote' ? { kind: 'quote', quotes } : { kind: 'information', response: 'accept', text: '平稳' };
  return [progress({ ...by, path: `${path}/answer`, body })];
};
