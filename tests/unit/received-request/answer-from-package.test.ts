import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { receivedRequest } from '../../../shared/domain/received-request/received-request.ts';
import type { ReceivedRequestCommandOf } from '../../../shared/domain/received-request/received-request-commands.ts';
import type { TeamItem } from '../../../shared/domain/request/request-item.ts';
import { travelMs } from '../../../shared/domain/vocabulary/estimated-travel.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { aVehicle, somePumps } from '../../builders/asset.ts';
import { NOW } from '../../builders/circumstances.ts';
import { aPackage, MEDICAL_TEAM_ID, packageDetails, packageParts, theMedics } from '../../builders/package.ts';
import { anItem, aPlacedRequest, atLanzhou, IDS, idOf, play, reception } from '../../builders/received-request.ts';
import { aTeam, someDetails, TEAM_ID } from '../../builders/team.ts';

const command = (
  more: Partial<ReceivedRequestCommandOf<'answer-from-package'>> = {},
): ReceivedRequestCommandOf<'answer-from-package'> => ({
  type: 'answer-from-package',
  itemId: IDS.waterItem,
  package: aPackage(),
  parts: packageParts(),
  ...more,
});
const asked = (item: Partial<TeamItem> = {}) =>
  play([
    reception(aPlacedRequest({ items: [anItem({ neededBy: NOW, neededUntil: plus(NOW, 7 * DAY_MS), ...item })] })),
  ]);
const decide = (item?: Partial<TeamItem>, more?: Parameters<typeof command>[0]) =>
  receivedRequest.decide(asked(item), command(more), atLanzhou());

const weak = () => ({ parts: packageParts({ teams: [aTeam({ details: someDetails({ level: 2 }) }), theMedics()] }) });

const busyMedics = () => {
  const commitment = { deploymentId: idOf(0x9ff), requestId: IDS.request, since: NOW, until: plus(NOW, DAY_MS) };
  return aTeam({ id: MEDICAL_TEAM_ID, commitment });
};

describe('an answer from a package', () => {
  it('promises its teams of the kind, at their share of the item’s week, with times estimated', () => {
    const departure = plus(NOW, HOUR_MS);
    expect(play([command()], asked()).answers[0]?.items).toEqual([
      {
        response: 'accept',
        itemId: IDS.waterItem,
        teams: [{ teamId: TEAM_ID, name: '兰州水上救援一队', level: 1, headcount: 12 }],
        costs: { personnel: 350_001, travel: 150_001, equipment: 35_000 },
        estimatedDeparture: departure,
        estimatedArrival: plus(departure, travelMs(someDetails().base, anItem().reportingPoint)),
      },
    ]);
  });

  it('is provisional where a reason is given, and may then be above the ceiling', () => {
    expect(decide({ costCeiling: 1 })).toMatchObject({
      accepted: false,
      refusal: { reason: { code: 'above-cost-ceiling' }, pointer: '/packageId' },
    });
    const reason = '按任务包报价';
    expect(play([command({ reason })], asked({ costCeiling: 1 })).answers[0]?.items).toMatchObject([
      { response: 'provisional', reason },
    ]);
  });

  const onlyMedics = aPackage({ details: packageDetails({ teamIds: [MEDICAL_TEAM_ID] }) });
  const second = aTeam({ id: MEDICAL_TEAM_ID });
  const refused: readonly [string, Partial<TeamItem>, Parameters<typeof command>[0], string, string][] = [
    ['of an item there is none of', {}, { itemId: idOf(0x4ff) }, 'unknown-item', '/itemId'],
    ['from a package nobody knows', {}, { package: undefined }, 'package-unknown', '/packageId'],
    ['from one without teams of the kind', {}, { package: onlyMedics }, 'package-without-kind', '/packageId'],
    ['from one whose teams are too weak', { level: 1 }, weak(), 'team-level-too-low', '/packageId'],
    [
      'from one with more teams than asked for',
      { quantity: 1 },
      { parts: packageParts({ teams: [aTeam(), second] }) },
      'more-teams-than-asked',
      '/packageId',
    ],
    [
      'from one whose other team is on a mission',
      {},
      { parts: packageParts({ teams: [aTeam(), busyMedics()] }) },
      'team-already-committed',
      '/packageId',
    ],
    [
      'from one whose vehicle is in the workshop',
      {},
      { parts: packageParts({ assets: [somePumps(), aVehicle({ repair: { reason: '换胎', since: NOW } })] }) },
      'vehicle-under-repair',
      '/packageId',
    ],
  ];
  it.each(refused)('is refused %s', (_, item, more, code, pointer) => {
    expect(decide(item, more)).toMatchObject({ accepted: false, refusal: { reason: { code }, pointer } });
  });

  it('is given once', () => {
    const answered = play([command()], asked());
    expect(outcomeOf(receivedRequest.decide(answered, command(), atLanzhou()))).toBe('item-already-answered');
  });
});
