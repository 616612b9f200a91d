import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { type Ask, AskSchema, askingOf } from '../../../shared/domain/over-ask/ask.ts';
import { OverAskStateSchema, overAsk } from '../../../shared/domain/over-ask/over-ask.ts';
import { type AreSameEvent, overlapReasons, overlapsOf } from '../../../shared/domain/over-ask/overlap.ts';
import { totalsOf } from '../../../shared/domain/over-ask/totals.ts';
import { circumstances, LANZHOU, NOW } from '../../builders/circumstances.ts';
import { anAsk, anOverAsk } from '../../builders/over-ask.ts';
import { approved, drafted, requestIn } from '../../builders/request.ts';

const id = (number: number): string => `0190b000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const OTHER = { requestId: id(0xe01), itemId: id(0xe02), city: LANZHOU, side: 'received' } as const;
const ELSEWHERE = { latitude: 36.06, longitude: 103.83, crs: 'CGCS2000', place: '兰州' } as const;
const unrelated: AreSameEvent = (one, other) => one === other;

const arbitraryAsk: fc.Arbitrary<Ask> = fc
  .record({
    request: fc.integer({ min: 1, max: 3 }),
    incident: fc.integer({ min: 1, max: 3 }),
    kind: fc.constantFrom('water-rescue', 'medical-rescue', 'supplies'),
    unit: fc.constantFrom('床', '件'),
    quantity: fc.integer({ min: 1, max: 9 }),
    fromHours: fc.integer({ min: 0, max: 20 }),
    lastsHours: fc.integer({ min: 1, max: 10 }),
    latitude: fc.double({ min: 36.5, max: 36.7, noNaN: true }),
    longitude: fc.double({ min: 101.7, max: 101.9, noNaN: true }),
    exercise: fc.boolean(),
  })
  .map(({ request, incident, kind, unit, quantity, fromHours, lastsHours, latitude, longitude, exercise }) =>
    anAsk({
      requestId: id(request),
      itemId: id(0x100 + request),
      incidentId: id(0x200 + incident),
      ...{ kind, quantity, exercise },
      ...(kind === 'supplies' ? { supply: { code: '1010101', unit } } : {}),
      from: plus(NOW, fromHours * HOUR_MS),
      until: plus(NOW, (fromHours + lastsHours) * HOUR_MS),
      position: { latitude, longitude, crs: 'CGCS2000', place: '某处' },
    }),
  );

describe('an overlap', () => {
  it('has no direction', () => {
    fc.assert(
      fc.property(arbitraryAsk, arbitraryAsk, fc.boolean(), (one, other, together) => {
        const areSame: AreSameEvent = together ? () => true : unrelated;
        expect(overlapReasons(one, other, areSame)).toEqual(overlapReasons(other, one, areSame));
        const there = overlapsOf([one], [other], areSame);
        const back = overlapsOf([other], [one], areSame);
        expect(there.map(({ scope, sameEvent }) => ({ scope, sameEvent }))).toEqual(
          back.map(({ scope, sameEvent }) => ({ scope, sameEvent })),
        );
      }),
    );
  });

  it('is never found within one request, nor between a drill and the real thing', () => {
    fc.assert(
      fc.property(arbitraryAsk, arbitraryAsk, (one, other) => {
        if (one.requestId === other.requestId || one.exercise !== other.exercise)
          expect(overlapReasons(one, other, () => true)).toBeUndefined();
      }),
    );
  });

  it.each<[string, Partial<Ask>, 'none' | 'found']>([
    ['of another city for the same incident', {}, 'found'],
    ['at another place, for the same incident', { position: ELSEWHERE }, 'found'],
    ['for another incident at the same place', { incidentId: id(1) }, 'found'],
    ['for another incident at another place', { incidentId: id(1), position: ELSEWHERE }, 'none'],
    ['of another kind', { kind: 'medical-rescue' }, 'none'],
    ['that begins when the other ends', { from: anAsk().until, until: plus(anAsk().until, HOUR_MS) }, 'none'],
  ])('%s', (_, overrides, expected) => {
    const overlaps = overlapsOf([anAsk()], [anAsk({ ...OTHER, ...overrides })], unrelated);
    expect(overlaps).toHaveLength(expected === 'found' ? 1 : 0);
  });

  it('of supplies is of the same goods in the same unit', () => {
    const tents = anAsk({ kind: 'supplies', supply: { code: '1010101', unit: '顶' } });
    const found = (supply: { code: string; unit: string }) =>
      overlapsOf([tents], [{ ...tents, ...OTHER, supply }], unrelated).length;
    expect([found({ code: '1010101', unit: '顶' }), found({ code: '1010102', unit: '顶' })]).toEqual([1, 0]);
    expect(found({ code: '1010101', unit: '箱' })).toBe(0);
  });

  it('says why', () => {
    const [overlap] = overlapsOf([anAsk()], [anAsk({ ...OTHER, quantity: 3 })], unrelated);
    expect(overlap).toMatchObject({ scope: 'between-cities', sameEvent: true });
    expect(overlap?.reasons.map(({ zh }) => zh)).toEqual([
      '为同一或相关事件',
      '集结点相距0公里',
      '同时需要112小时',
      '数量2与3',
    ]);
  });
});

describe('the sums', () => {
  it('are held against the need where somebody has said it', () => {
    const asks = [
      anAsk(),
      anAsk({ ...OTHER, quantity: 3 }),
      anAsk({ itemId: id(9), kind: 'medical-rescue', quantity: 1 }),
    ];
    expect(totalsOf(asks, [{ kind: 'water-rescue', quantity: 4 }])).toEqual([
      { kind: 'medical-rescue', asked: 1, requests: 1 },
      { kind: 'water-rescue', asked: 5, requests: 2, need: 4, excess: 1 },
    ]);
  });

  it('lose nothing, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(arbitraryAsk, { maxLength: 12 }), (asks) => {
        const sum = totalsOf(asks, []).reduce((all, { asked }) => all + asked, 0);
        expect(sum).toBe(asks.reduce((all, { quantity }) => all + quantity, 0));
        expect(totalsOf([...asks].reverse(), [])).toEqual(totalsOf(asks, []));
      }),
    );
  });
});

describe('what a request asks for', () => {
  it('stands from its approval until nobody can send it any more', () => {
    expect(askingOf(drafted()).stands).toBe(false);
    expect(askingOf(approved()).stands).toBe(true);
    for (const status of ['lapsed', 'unable-to-fill', 'cancelled', 'closed'] as const)
      expect(askingOf(requestIn[status]()).stands).toBe(false);
    expect(askingOf(approved()).asks.every((ask) => AskSchema.safeParse(ask).success)).toBe(true);
  });

  it('is listed while it stands, by incident and by place', () => {
    const state = anOverAsk();
    expect(overAsk.listings(state).map(({ list }) => list)).toEqual([
      `over-ask/incident/${anAsk().incidentId}`,
      'over-ask/near/real/water-rescue',
    ]);
    expect(overAsk.listings({ ...state, stands: false })).toEqual([]);
    expect(overAsk.isExercise(anOverAsk(anAsk({ exercise: true })))).toBe(true);
  });

  it('is told of once for each pair of asks, in one notice for each other request', () => {
    const where = circumstances();
    const state = anOverAsk();
    const overlaps = [
      ...overlapsOf([anAsk()], [anAsk(OTHER)], unrelated),
      ...overlapsOf([anAsk()], [anAsk({ ...OTHER, itemId: id(0xe03) })], unrelated),
    ];
    const decision = overAsk.decide(state, { type: 'find', overlaps }, where);
    const [event] = decision.accepted ? decision.events : [];
    if (!event) throw new Error('nothing found');
    const told = OverAskStateSchema.parse(overAsk.evolve(state, overAsk.eventSchema.parse(event)));
    expect(overAsk.notices?.(event, told)).toMatchObject([
      { urgency: 'urgent', text: { zh: expect.stringContaining('可能重复') } },
    ]);
    expect(overAsk.decide(told, { type: 'find', overlaps }, where)).toEqual({ accepted: true, events: [] });
    const follow = { type: 'follow', id: state.id, asks: state.asks, stands: true } as const;
    expect(overAsk.decide(told, follow, where)).toEqual({ accepted: true, events: [] });
    const ended = overAsk.decide(told, { ...follow, stands: false }, where);
    expect(ended).toMatchObject({ events: [{ type: 'asksFollowed', stands: false }] });
    expect(overAsk.decide(undefined, { ...follow, stands: false }, where)).toEqual({ accepted: true, events: [] });
    expect(overAsk.decide(undefined, { type: 'find', overlaps }, where)).toMatchObject({ accepted: false });
  });
});
