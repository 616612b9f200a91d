import { describe, expect, it } from 'vitest';
import { plus } from '../../../shared/domain/kernel/instant.ts';
import { receivedRequest } from '../../../shared/domain/received-request/received-request.ts';
import { AUTOMATIC_ANSWER_MS } from '../../../shared/domain/received-request/received-request-clock.ts';
import { distanceKm, travelMs } from '../../../shared/domain/vocabulary/estimated-travel.ts';
import { outcomeOf, signedAgreement, someTerms } from '../../builders/agreement.ts';
import {
  aMedicalItem,
  anItem,
  aPlacedRequest,
  atLanzhou,
  IDS,
  idOf,
  PLACED_AT,
  play,
  receivedRequestIn,
  reception,
} from '../../builders/received-request.ts';
import { aTeam, someDetails } from '../../builders/team.ts';

const PRE_AUTHORISED = [{ kind: 'water-rescue', level: 2, quantity: 3 }] as const;

const received = (items = [anItem(), aMedicalItem()], preAuthorised = [...PRE_AUTHORISED]) =>
  play([reception(aPlacedRequest({ items }), signedAgreement(someTerms({ preAuthorised })))]);

const candidates = (teams = [aTeam({ id: IDS.team }), aTeam({ id: IDS.secondTeam })], promisedElsewhere = 0) => ({
  type: 'answer-automatically' as const,
  candidates: [{ itemId: IDS.waterItem, teams, promisedElsewhere }],
});

describe('which items are pre-authorised', () => {
  it.each([
    ['the level covered', anItem({ level: 2 }), true],
    ['a lower level', anItem({ level: 3 }), true],
    ['a better level', anItem({ level: 1 }), false],
    ['as many teams as covered', anItem({ quantity: 3 }), true],
    ['more teams than covered', anItem({ quantity: 4 }), false],
    ['another kind', aMedicalItem(), false],
  ])('%s', (_, item, isCovered) => {
    const expected = isCovered ? [{ itemId: item.itemId, quantity: 3 }] : [];
    expect(received([item]).preAuthorised).toEqual(expected);
  });

  it('makes the request due at once', () => {
    expect(receivedRequest.dueAt(received())).toBe(PLACED_AT);
  });
});

describe('an automatic answer', () => {
  it('accepts the item with free teams, estimated from readiness and distance, and leaves the rest to people', () => {
    const state = play([candidates()], received());
    expect(state).toMatchObject({ status: 'received', preAuthorised: [], answers: [{ automatic: true }] });
    const [answer] = state.answers[0]?.items ?? [];
    const departure = plus(PLACED_AT, 30 * 60_000);
    expect(answer).toMatchObject({
      response: 'accept',
      teams: [{ teamId: IDS.team }, { teamId: IDS.secondTeam }],
      estimatedDeparture: departure,
      estimatedArrival: plus(departure, travelMs(someDetails().base, anItem().reportingPoint)),
    });
  });

  it.each([
    ['too few teams are free', candidates([aTeam({ id: IDS.team })])],
    ['others count on the quantity', candidates(undefined, 2)],
    [
      'a team is committed',
      candidates([
        aTeam({ id: IDS.team }),
        aTeam({
          id: IDS.secondTeam,
          commitment: {
            deploymentId: idOf(1),
            requestId: idOf(2),
            since: PLACED_AT,
            until: '2026-08-01T00:00:00.000Z',
          },
        }),
      ]),
    ],
    ['nobody was found', { type: 'answer-automatically' as const, candidates: [] }],
  ])('is left to people when %s', (_, command) => {
    const state = play([command], received());
    expect(state).toMatchObject({ status: 'received', preAuthorised: [], answers: [] });
    expect(receivedRequest.dueAt(state)).toBe('2026-07-15T02:00:00.000Z');
  });

  it('does not name a team twice, nor promise more of a kind than is covered', () => {
    const second = anItem({ itemId: idOf(0x405), quantity: 1 });
    const teams = [IDS.team, IDS.secondTeam, idOf(0x505)].map((id) => aTeam({ id }));
    const all = (items: readonly string[]) => ({
      type: 'answer-automatically' as const,
      candidates: items.map((itemId) => ({ itemId, teams, promisedElsewhere: 0 })),
    });
    const both = play([all([IDS.waterItem, second.itemId])], received([anItem(), second]));
    const named = both.answers.flatMap(({ items }) => items.flatMap((item) => ('teams' in item ? item.teams : [])));
    expect(named.map(({ teamId }) => teamId)).toEqual([IDS.team, IDS.secondTeam, idOf(0x505)]);
    const third = anItem({ itemId: idOf(0x406), quantity: 2 });
    const exceeded = play([all([IDS.waterItem, third.itemId])], received([anItem(), third]));
    expect(exceeded.answers.flatMap(({ items }) => items)).toHaveLength(1);
  });

  it('is left to people while the city itself is under a red warning', () => {
    const fear = { colour: 'red', hazards: [], headline: '暴雨红色预警', until: PLACED_AT } as const;
    const decision = receivedRequest.decide(received(), { ...candidates(), cautionedBy: fear }, atLanzhou());
    expect(decision).toMatchObject({
      events: [{ type: 'automaticAnswerForgone', itemIds: [IDS.waterItem], warning: { colour: 'red' } }],
    });
    if (!decision.accepted) throw new Error(decision.refusal.reason.code);
    const [event] = decision.events;
    const notices = event ? receivedRequest.notices?.(event, received()) : [];
    expect(notices).toMatchObject([{ urgency: 'urgent', text: { zh: expect.stringContaining('红色预警') } }]);
  });

  it('is given once', () => {
    const again = receivedRequest.decide(play([candidates()], received()), candidates(), atLanzhou());
    expect(outcomeOf(again)).toBe('nothing-to-answer-automatically');
    const other = receivedRequest.decide(receivedRequestIn.received(), candidates(), atLanzhou());
    expect(outcomeOf(other)).toBe('nothing-to-answer-automatically');
  });

  it('counts as promised while the request goes on', () => {
    const lists = (state: Parameters<typeof receivedRequest.listings>[0]) =>
      receivedRequest.listings(state).filter(({ list }) => list.includes('pre-authorised'));
    const state = play([candidates()], received());
    expect(lists(state)).toEqual([
      {
        list: `received-request/pre-authorised/${IDS.agreement}/water-rescue`,
        sort: IDS.request,
        card: { requestId: IDS.request, teams: 2 },
      },
    ]);
    expect(lists(receivedRequestIn.answered())).toEqual([]);
  });

  it('is waited for a while, then people decide', () => {
    const ring = (after: number) =>
      receivedRequest.decide(received(), { type: 'clock-ran-out' }, atLanzhou({ now: plus(PLACED_AT, after) }));
    expect(ring(AUTOMATIC_ANSWER_MS - 1)).toEqual({ accepted: true, events: [] });
    expect(ring(AUTOMATIC_ANSWER_MS)).toMatchObject({
      events: [{ type: 'automaticAnswerForgone', itemIds: [IDS.waterItem] }],
    });
  });
});

describe('estimated travel', () => {
  it('is the way from Lanzhou to Xining, by road in a convoy', () => {
    const { base } = someDetails();
    const to = anItem().reportingPoint;
    expect(distanceKm(base, to)).toBeGreaterThan(180);
    expect(distanceKm(base, to)).toBeLessThan(200);
    expect(travelMs(base, to) / 3_600_000).toBeCloseTo((distanceKm(base, to) * 1.4) / 60, 3);
    expect(travelMs(base, base)).toBe(60_000);
  });
});
