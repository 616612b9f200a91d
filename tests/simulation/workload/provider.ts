import { type Fields, fieldsOf, objectsOf, textOf } from '../json.ts';
import type { Random } from '../random.ts';
import { hoursFrom, type Option, progress, type Situation, trouble, when } from './options.ts';

/** A team as its city's duty room remembers it. */
export interface KnownTeam {
  readonly teamId: string;
  readonly kind: string;
  /** `number` of the team leader who leads it. */
  readonly leader: number;
}

const ENDED = ['lapsed', 'cancelled', 'concluded'];

type Provider = Situation & { readonly teams: readonly KnownTeam[] };

const decision = (item: Fields, random: Random, { teams, now }: Provider) => {
  const able = random.shuffled(teams.filter(({ kind }) => kind === item.kind));
  const declined = { response: 'decline', itemId: item.itemId, reason: '本市队伍均已派出' };
  if (able.length === 0 || random.chance(0.15)) return declined;
  const promise = {
    itemId: item.itemId,
    teamIds: able.slice(0, random.between(1, Number(item.quantity))).map(({ teamId }) => teamId),
    estimatedDeparture: hoursFrom(now, 1),
    estimatedArrival: hoursFrom(now, 5),
    costs: { personnel: 100_000 },
  };
  return random.chance(0.2)
    ? { response: 'provisional', ...promise, reason: '视天气而定' }
    : { response: 'accept', ...promise };
};

/** Items without an answer: answered together, or one of them. */
const answers = (request: Fields, random: Random, situation: Provider): readonly Option[] => {
  const { city, path } = situation;
  const open = objectsOf(request.items).filter(({ progress: how }) => how !== 'answered');
  const some = random.chance(0.7) ? open : random.shuffled(open).slice(0, 1);
  const items = some.map(({ item }) => decision(fieldsOf(item), random, situation));
  return when(open.length > 0, progress({ city, role: 'duty-officer', path: `${path}/answers`, body: { items } }));
};

const withdrawals = (request: Fields, { city, path }: Provider): readonly Option[] =>
  objectsOf(request.items).flatMap(({ given }) => {
    const { messageId } = fieldsOf(given);
    const body = { reason: '本市突发险情' };
    return when(
      messageId !== undefined,
      trouble({ city, role: 'coordinator', path: `${path}/answers/${messageId}/withdrawal`, body }),
    );
  });

const commitments = (request: Fields, random: Random, { city, path, now }: Provider): readonly Option[] =>
  objectsOf(request.requisitions)
    .filter(({ status }) => status === 'pending')
    .flatMap(({ requisition }) => {
      const { requisitionId, teams } = fieldsOf(requisition);
      const below = `${path}/requisitions/${requisitionId}`;
      const teamIds = objectsOf(teams).map(({ teamId }) => teamId);
      const chosen = random.chance(0.8) ? teamIds : teamIds.slice(0, 1);
      const body = { teamIds: chosen, estimatedDeparture: hoursFrom(now, 1), estimatedArrival: hoursFrom(now, 6) };
      const commit = progress({ city, role: 'representative', path: `${below}/commitment`, body });
      const refuse = progress({ city, role: 'coordinator', path: `${below}/refusal`, body: { reason: '无法成行' } });
      return [commit, commit, commit, refuse];
    });

/** @returns what the city that was asked may do next with a received request. */
export const providerOptions = (request: Fields, random: Random, situation: Provider): readonly Option[] => {
  const { city, path } = situation;
  const status = textOf(request.status);
  if (status === 'archived') return [];
  return [
    ...when(status !== 'cancelled' && status !== 'concluded', ...answers(request, random, situation)),
    ...when(!ENDED.includes(status), ...commitments(request, random, situation)),
    ...when(random.chance(0.3), ...withdrawals(request, situation)),
    ...when(ENDED.includes(status), trouble({ city, role: 'duty-officer', path: `${path}/archive`, body: undefined })),
  ];
};
