import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { offer } from '../../../shared/domain/offer/offer.ts';
import type { OfferCommandOf } from '../../../shared/domain/offer/offer-commands.ts';
import { type Offer, OfferStateSchema } from '../../../shared/domain/offer/offer-state.ts';
import { travelMs } from '../../../shared/domain/vocabulary/estimated-travel.ts';
import { AGREEMENT_ID, outcomeOf, signedAgreement, someTerms } from '../../builders/agreement.ts';
import { aVehicle, somePumps } from '../../builders/asset.ts';
import { circumstances, LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import {
  aPackage,
  aRetiredPackage,
  MEDICAL_TEAM_ID,
  PACKAGE_ID,
  packageParts,
  theMedics,
} from '../../builders/package.ts';
import { aTeam, someDetails, TEAM_ID } from '../../builders/team.ts';

const OFFER_ID = '0190b000-0000-7000-8000-000000000b00';
const availableUntil = '2026-07-22T00:00:00.000Z';
const destination = { latitude: 36.617, longitude: 101.778, crs: 'WGS-84' as const, place: '西宁市' };
const terms = {
  agreementId: AGREEMENT_ID,
  subject: { hazard: 'flood' as const, description: '南川河洪水' },
  availableFrom: NOW,
  availableUntil,
  destination,
  exercise: false,
};
const make = (more: Partial<OfferCommandOf<'make-from-package'>> = {}): OfferCommandOf<'make-from-package'> => ({
  type: 'make-from-package',
  id: OFFER_ID,
  terms,
  package: aPackage(),
  parts: packageParts(),
  agreement: signedAgreement(),
  ...more,
});
const decide = (more?: Parameters<typeof make>[0]) =>
  offer.decide(undefined, make(more), circumstances({ city: LANZHOU, role: 'coordinator' }));
const made = (more?: Parameters<typeof make>[0]): Offer => {
  const decision = decide(more);
  if (!decision.accepted) throw new Error(decision.refusal.reason.code);
  const [event] = decision.events;
  if (event?.type !== 'offerMade') throw new Error('an offer was made');
  return OfferStateSchema.parse(offer.evolve(undefined, event)).offer;
};

describe('an offer made from a package', () => {
  it('names its teams by kind, each kind with its share of a week of the package, travel once', () => {
    const { resources, ...whole } = made();
    expect(whole).toMatchObject({ availableFrom: NOW, availableUntil, exercise: false, subject: terms.subject });
    expect(resources).toMatchObject([
      {
        kind: 'water-rescue',
        level: 1,
        quantity: 1,
        teams: [{ teamId: TEAM_ID }],
        costs: { personnel: 350_001, travel: 150_001, equipment: 35_000 },
      },
      {
        kind: 'medical-rescue',
        level: 2,
        quantity: 1,
        teams: [{ teamId: MEDICAL_TEAM_ID }],
        costs: { personnel: 350_000, travel: 150_000, equipment: 35_000 },
      },
    ]);
  });

  it('tells what it is, what it needs, and when it could be there', () => {
    const departure = plus(NOW, HOUR_MS);
    expect(made().package).toEqual({
      packageId: PACKAGE_ID,
      name: '水域救援与医疗任务包',
      mission: '洪涝灾害水域救援与现场医疗',
      capability: '昼夜转移被困群众，每日 300 人',
      limitations: '流速 3 m/s 以下',
      logisticsNeeded: '油料、宿营场地',
      footprint: '1000 m²',
      estimatedDeparture: departure,
      estimatedArrival: plus(departure, travelMs(someDetails().base, destination)),
    });
    const { destination: _, ...nowhere } = terms;
    expect(made({ terms: nowhere }).package).not.toHaveProperty('estimatedArrival');
  });

  it('begins when all of it can move off, unless another beginning is named', () => {
    const { availableFrom: _, ...soonest } = terms;
    expect(made({ terms: soonest }).availableFrom).toBe(plus(NOW, HOUR_MS));
    const overBefore = { ...soonest, availableUntil: plus(NOW, HOUR_MS) };
    expect(decide({ terms: overBefore })).toMatchObject({
      refusal: { reason: { code: 'offer-over-before-package-ready' }, pointer: '/availableUntil' },
    });
  });

  it('follows what its teams are now, not what they were when it was defined', () => {
    const weaker = aTeam({ details: someDetails({ level: 3, name: '改编后的队伍' }) });
    const { resources } = made({ parts: packageParts({ teams: [weaker, theMedics()] }) });
    expect(resources[0]).toMatchObject({ level: 3, teams: [{ name: '改编后的队伍' }] });
  });

  it.each([
    ['nobody knows', { package: undefined }, 'package-unknown', undefined],
    ['that is retired', { package: aRetiredPackage() }, 'package-retired', '水域救援'],
    [
      'whose team is away',
      {
        parts: packageParts({
          teams: [
            aTeam({ periods: [{ from: NOW, until: plus(NOW, DAY_MS), available: false, reason: '检修' }] }),
            theMedics(),
          ],
        }),
      },
      'team-not-available',
      '兰州水上救援一队',
    ],
    [
      'whose vehicle is in the workshop',
      { parts: packageParts({ assets: [somePumps(), aVehicle({ repair: { reason: '换胎', since: NOW } })] }) },
      'vehicle-under-repair',
      '甘A·演0007',
    ],
    [
      'for more than a year',
      {
        package: aPackage({ details: { ...aPackage().details, validUntil: '2030-01-01T00:00:00.000Z' } }),
        terms: { ...terms, availableUntil: plus(NOW, 367 * DAY_MS) },
      },
      'mission-too-long-for-package',
      undefined,
    ],
    ['under no agreement', { agreement: undefined }, 'agreement-not-found', undefined],
    [
      'of a kind the agreement leaves out',
      { agreement: signedAgreement(someTerms({ resourceKinds: ['water-rescue'] })) },
      'resource-kind-out-of-scope',
      undefined,
    ],
  ] as const)('is refused of one %s', (_, more, code, named) => {
    const decision = decide(more);
    expect(outcomeOf(decision)).toBe(code);
    if (!decision.accepted && named) expect(Object.values(decision.refusal.parameters).join()).toContain(named);
  });

  it('is made once', () => {
    const decision = decide();
    if (!decision.accepted) throw new Error('made');
    const [event] = decision.events;
    const state = event && offer.evolve(undefined, event);
    expect(outcomeOf(offer.decide(state, make(), circumstances({ city: LANZHOU })))).toBe('offer-already-made');
    expect(state).toMatchObject({ side: 'provider', receiver: XINING });
  });
});
