import { type Fields, fieldsOf, listOf, objectsOf, textOf } from '../json.ts';
import type { Random } from '../random.ts';
import { hoursFrom, type Option, progress, type Situation, trouble, when } from './options.ts';
import type { KnownTeam } from './provider.ts';

const OPEN = ['placed', 'lapsed', 'unable-to-fill'];

/** An item as people ask for it. */
export const draftItem = (random: Random, kind: string, now: number) => ({
  kind,
  level: 3,
  quantity: random.between(1, 2),
  mission: '转移被困群众',
  neededBy: hoursFrom(now, 24),
  neededUntil: hoursFrom(now, 24 * 5),
  reportingPoint: { latitude: 36.6, longitude: 101.8, crs: 'CGCS2000', place: '指挥部' },
  siteConditions: '',
  logistics: { meals: true, lodging: random.chance(0.5), fuel: true },
});

const isLive = ({ status }: Fields): boolean => status === 'awaiting' || status === 'committed';

/** Teams that a partner promised for an item and that were not asked of it before. */
const promised = (request: Fields, placement: Fields, itemId: string): readonly string[] => {
  const asked = objectsOf(request.requisitions)
    .filter(({ city, status }) => city === placement.city && status !== 'cancelled')
    .flatMap(({ requisition }) => objectsOf(fieldsOf(requisition).teams).map(({ teamId }) => teamId));
  return objectsOf(placement.answers)
    .map(({ answer }) => fieldsOf(answer))
    .filter((answer) => answer.itemId === itemId && answer.response !== 'decline')
    .flatMap(({ teams }) => objectsOf(teams).map(({ teamId }) => textOf(teamId)))
    .filter((teamId) => !asked.includes(teamId));
};

const taking = (city: unknown, itemId: string, teamIds: readonly string[]) => ({
  city,
  itemId,
  teamIds,
  costs: {},
  funding: { fundCode: 'F-1' },
  reason: '最快到达',
});

const requisitions = (request: Fields, { city, path }: Situation): readonly Option[] =>
  objectsOf(request.quantities).flatMap(({ itemId, open }) =>
    objectsOf(request.placements).flatMap((placement) => {
      const teamIds = promised(request, placement, textOf(itemId)).slice(0, Number(open));
      const body = { requisitions: [taking(placement.city, textOf(itemId), teamIds)] };
      return when(teamIds.length > 0, progress({ city, role: 'representative', path: `${path}/requisitions`, body }));
    }),
  );

/** What may be done about a partner of the request. */
const partnerTrouble = (request: Fields, { city, path }: Situation): readonly Option[] =>
  objectsOf(request.placements).flatMap((placement) => {
    const offers = objectsOf(placement.answers).some(({ answer }) => fieldsOf(answer).response !== 'decline');
    const taken = objectsOf(request.requisitions).some((record) => record.city === placement.city && isLive(record));
    const body = { city: placement.city, reason: '已有其他队伍' };
    return when(offers && !taken, trouble({ city, role: 'coordinator', path: `${path}/declined-answers`, body }));
  });

const changed = (item: unknown) => ({ ...fieldsOf(item), siteConditions: '夜间低温，道路结冰' });

/** Once a request is with partners: updates, cancellation, follow-up, closing. */
const steering = (request: Fields, random: Random, { city, path }: Situation): readonly Option[] => {
  const deployments = objectsOf(request.deployments);
  const allHome = deployments.every(({ ended }) => ended === true);
  const awaited = objectsOf(request.requisitions).some(({ status }) => status === 'awaiting');
  const by = { city, role: 'coordinator' } as const;
  const items = listOf(request.items);
  const updated = random.between(0, items.length - 1);
  const body = { items: items.map((item, index) => (index === updated ? changed(item) : item)) };
  return [
    trouble({ ...by, path: `${path}/updates`, body }),
    trouble({ ...by, path: `${path}/cancellation`, body: { reason: '险情解除' } }),
    ...when(
      allHome && deployments.length > 0,
      trouble({ ...by, path: `${path}/follow-up`, body: { satisfaction: 5, words: '感谢支援' } }),
    ),
    ...when(allHome && !awaited, {
      command: { ...by, path: `${path}/closure`, body: undefined },
      kind: deployments.length > 0 ? 'progress' : 'trouble',
    }),
  ];
};

type Requester = Situation & { readonly agreements: readonly string[]; readonly teams: readonly KnownTeam[] };

/** Own teams may go for what nobody has been found for yet, also some that partners have been promised. */
const ownTeams = (request: Fields, random: Random, { city, path, teams }: Requester): readonly Option[] =>
  objectsOf(request.quantities).flatMap(({ itemId, open }) => {
    const item = objectsOf(request.items).find((each) => each.itemId === itemId);
    const [team] = random.shuffled(teams.filter(({ kind }) => kind === item?.kind));
    const to = `${path}/items/${textOf(itemId)}/own-deployments`;
    const body = { teamIds: [team?.teamId] };
    return when(team !== undefined && Number(open) > 0, trouble({ city, role: 'coordinator', path: to, body }));
  });

/** @returns what the city that asks may do next with its request. @param agreements under which it may be placed. */
export const requesterOptions = (request: Fields, random: Random, situation: Requester): readonly Option[] => {
  const { city, path, agreements } = situation;
  const status = textOf(request.status);
  const placed = objectsOf(request.placements).map(({ agreementId }) => agreementId);
  const unasked = agreements.filter((agreement) => !placed.includes(agreement));
  const place = (agreementIds: readonly string[]): Option =>
    progress({ city, role: 'coordinator', path: `${path}/placements`, body: { agreementIds } });
  if (status === 'drafted')
    return [
      progress({ city, role: 'approver', path: `${path}/approval`, body: undefined }),
      trouble({ city, role: 'approver', path: `${path}/send-back`, body: { reason: '数量不足' } }),
    ];
  if (status === 'approved')
    return [
      ...when(unasked.length > 0, place(random.shuffled(unasked).slice(0, random.between(1, unasked.length)))),
      ...ownTeams(request, random, situation),
    ];
  if (!OPEN.includes(status)) return [];
  return [
    ...requisitions(request, situation),
    ...when(unasked.length > 0 && status !== 'placed', place(unasked)),
    ...ownTeams(request, random, situation),
    ...partnerTrouble(request, situation),
    ...steering(request, random, situation),
  ];
};
