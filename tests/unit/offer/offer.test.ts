import { describe, expect, it } from 'vitest';
import { offer } from '../../../shared/domain/offer/offer.ts';
import type { OfferCommand, OfferDetails } from '../../../shared/domain/offer/offer-commands.ts';
import type { TeamState } from '../../../shared/domain/team/team-state.ts';
import { agreementIn, outcomeOf, signedAgreement, someTerms } from '../../builders/agreement.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { REQUEST_ID } from '../../builders/deployment.ts';
import { AVAILABLE_UNTIL, offerDetails, offeringCities } from '../../builders/offer.ts';
import { aTeam, someDetails, TEAM_ID } from '../../builders/team.ts';

const clock: OfferCommand = { type: 'clock-ran-out' };
const takenUp: OfferCommand = { type: 'taken-up', requestId: REQUEST_ID };
const withdraw: OfferCommand = { type: 'withdraw', reason: '本市有汛情' };
const decline: OfferCommand = { type: 'decline', reason: '力量已足' };

const made = () => {
  const cities = offeringCities();
  cities.make();
  cities.deliverAll();
  return cities;
};

describe('an offer made', () => {
  it('is with the partner of the agreement, the same at both ends', () => {
    const cities = made();
    const { side: here, ...atProvider } = cities.state(LANZHOU);
    const { side: there, ...atReceiver } = cities.state(XINING);
    expect([here, there]).toEqual(['provider', 'receiver']);
    expect(atReceiver).toEqual(atProvider);
    expect(atReceiver).toMatchObject({ status: 'offered', provider: LANZHOU, receiver: XINING });
    expect(atReceiver.offer.resources[0]?.teams).toEqual([
      { teamId: TEAM_ID, name: '兰州水上救援一队', level: 1, headcount: 12 },
    ]);
  });

  it.each([
    [
      'of a hazard out of scope',
      { subject: { hazard: 'drought' as const, description: '旱情' } },
      'hazard-out-of-scope',
    ],
    [
      'of a kind out of scope',
      { resources: [{ kind: 'mine-rescue' as const, level: 3 as const, quantity: 1, costs: {}, teamIds: [] }] },
      'resource-kind-out-of-scope',
    ],
    [
      'that is over already',
      { availableFrom: '2026-07-01T00:00:00.000Z', availableUntil: '2026-07-14T00:00:00.000Z' },
      'offer-already-over',
    ],
  ])('is refused %s', (_what, details, code) => {
    expect(outcomeOf(offeringCities().make(offerDetails(details)))).toBe(code);
  });

  it.each([
    ['suspended', 'agreement-not-in-force'],
    ['terminated', 'agreement-not-in-force'],
    ['proposed', 'agreement-not-in-force'],
  ] as const)('is refused under an agreement that is %s', (status, code) => {
    const agreement = agreementIn[status]();
    const make: OfferCommand = { type: 'make', id: REQUEST_ID, details: offerDetails(), agreement, teams: [aTeam()] };
    expect(outcomeOf(offeringCities().act(LANZHOU, make))).toBe(code);
  });

  it('is refused under no agreement, or for the real thing under one for exercises', () => {
    const make = { type: 'make' as const, id: REQUEST_ID, details: offerDetails(), teams: [aTeam()] };
    expect(outcomeOf(offeringCities().act(LANZHOU, { ...make, agreement: undefined }))).toBe('agreement-not-found');
    const agreement = { ...signedAgreement(), exercise: true };
    expect(outcomeOf(offeringCities().act(LANZHOU, { ...make, agreement }))).toBe('agreement-for-exercises-only');
    const exercise = { ...make, details: offerDetails({ exercise: true }), agreement };
    expect(outcomeOf(offeringCities().act(LANZHOU, exercise))).toBe('accepted');
  });

  const resource = { kind: 'water-rescue' as const, level: 2 as const, quantity: 3, costs: {}, teamIds: [TEAM_ID] };

  it.each<[string, Pick<Partial<OfferDetails>, 'resources'> & { readonly teams?: TeamState[] }, string]>([
    ['nobody knows', { teams: [] }, 'offered-team-unknown'],
    ['of another kind', { teams: [aTeam({ details: someDetails({ kind: 'medical-rescue' }) })] }, 'offered-team-unfit'],
    ['of a lower level', { teams: [aTeam({ details: someDetails({ level: 3 }) })] }, 'offered-team-unfit'],
    [
      'promised elsewhere',
      {
        teams: [
          aTeam({
            commitment: {
              deploymentId: REQUEST_ID,
              requestId: REQUEST_ID,
              since: '2026-07-14T00:00:00.000Z',
              until: AVAILABLE_UNTIL,
            },
          }),
        ],
      },
      'team-already-committed',
    ],
    ['named twice', { resources: [{ ...resource, teamIds: [TEAM_ID, TEAM_ID] }] }, 'offered-team-twice'],
  ])('cannot name a team %s', (_what, { teams = [aTeam()], resources = [resource] }, code) => {
    const decision = offeringCities().make(offerDetails({ resources }), teams);
    expect(outcomeOf(decision)).toBe(code);
    expect(decision.accepted || decision.refusal.pointer).toMatch(/^\/resources\/0\/teamIds\/[01]$/);
  });

  it('is refused by a receiver whose agreement does not cover it, and shows as not delivered', () => {
    const wide = signedAgreement(someTerms({ hazards: ['flood', 'drought'] }));
    const cities = offeringCities(signedAgreement(someTerms({ hazards: ['earthquake'] })));
    const details = offerDetails({ subject: { hazard: 'drought', description: '旱情' } });
    cities.act(LANZHOU, { type: 'make', id: REQUEST_ID, details, agreement: wide, teams: [aTeam()] });
    cities.deliverAll();
    expect(cities.state(LANZHOU)).toMatchObject({
      status: 'undelivered',
      failures: [{ city: XINING, code: 'hazard-out-of-scope' }],
    });
  });
});

describe('an open offer', () => {
  it('is declined by the receiver', () => {
    const cities = made();
    cities.act(XINING, decline);
    expect(cities.underWay()).toEqual(['OfferDeclined']);
    cities.deliverAll();
    expect(cities.state(LANZHOU)).toMatchObject({ status: 'declined', reason: '力量已足' });
  });

  it('is withdrawn by the provider, which repeats it in a recall', () => {
    const cities = made();
    cities.act(LANZHOU, withdraw);
    expect(cities.underWay()).toEqual(['OfferUnsolicitedResource']);
    cities.deliverAll();
    expect(cities.state(XINING)).toMatchObject({ status: 'withdrawn', reason: '本市有汛情' });
  });

  it('lapses at both ends when its time is over, once', () => {
    const cities = made();
    expect(offer.dueAt(cities.state(LANZHOU))).toBe(AVAILABLE_UNTIL);
    cities.setTime(AVAILABLE_UNTIL);
    for (const city of [LANZHOU, XINING]) {
      cities.act(city, clock);
      expect(cities.state(city)).toMatchObject({ status: 'lapsed', lapsedAt: AVAILABLE_UNTIL });
      expect(offer.dueAt(cities.state(city))).toBeUndefined();
      expect(cities.act(city, clock)).toEqual({ accepted: true, events: [] });
    }
  });

  it('is taken up, and then neither declined nor withdrawn', () => {
    const cities = made();
    cities.act(XINING, takenUp);
    cities.act(LANZHOU, takenUp);
    expect(outcomeOf(cities.act(XINING, decline))).toBe('offer-not-open');
    expect(outcomeOf(cities.act(LANZHOU, withdraw))).toBe('offer-not-open');
    expect(cities.state(LANZHOU)).toMatchObject({ status: 'taken-up', requestId: REQUEST_ID });
  });

  it('is declined by nobody but the receiver and withdrawn by nobody but the provider', () => {
    const cities = made();
    expect(outcomeOf(cities.act(LANZHOU, decline))).toBe('wrong-side-of-offer');
    expect(outcomeOf(cities.act(XINING, withdraw))).toBe('wrong-side-of-offer');
    const said = { messageId: REQUEST_ID, reason: '不需要', at: AVAILABLE_UNTIL };
    expect(outcomeOf(cities.act(LANZHOU, { type: 'receive-decline', from: '630200', ...said }))).toBe(
      'not-party-to-offer',
    );
    expect(outcomeOf(offeringCities().act(XINING, decline))).toBe('offer-not-found');
  });
});

describe('messages about an offer that cross', () => {
  it.each<[string, OfferCommand, OfferCommand, string]>([
    ['withdrawal and decline', withdraw, decline, 'withdrawn'],
    ['withdrawal and taking up', withdraw, takenUp, 'withdrawn'],
    ['lapse and decline', clock, decline, 'declined'],
  ])('leave both ends with the same: %s', (_what, atProvider, atReceiver, status) => {
    const cities = made();
    cities.act(XINING, atReceiver);
    if (atProvider === clock) cities.setTime(AVAILABLE_UNTIL);
    cities.act(LANZHOU, atProvider);
    cities.deliverAll();
    expect(cities.state(LANZHOU).status).toBe(status);
    expect(cities.state(XINING).status).toBe(status);
  });

  it('let a requisition under way take up what has lapsed meanwhile, but not what was withdrawn', () => {
    const lapsed = made();
    lapsed.setTime(AVAILABLE_UNTIL);
    lapsed.act(LANZHOU, clock);
    expect(outcomeOf(lapsed.act(LANZHOU, takenUp))).toBe('accepted');
    const withdrawn = made();
    withdrawn.act(LANZHOU, withdraw);
    expect(outcomeOf(withdrawn.act(LANZHOU, takenUp))).toBe('offer-not-open');
  });
});

describe('what the duty rooms are told of an offer', () => {
  it('is told to the end that did not speak', () => {
    const cities = made();
    const state = cities.state(XINING);
    const event = {
      type: 'offerMade' as const,
      id: state.id,
      side: state.side,
      provider: LANZHOU,
      receiver: XINING,
      offer: state.offer,
    };
    expect(offer.notices?.(event, state)).toEqual([
      { urgency: 'routine', text: { zh: '{city:620100}主动提供支援。', en: '{city:620100} offers help unasked.' } },
    ]);
    expect(offer.notices?.(event, cities.state(LANZHOU))).toEqual([]);
  });
});
