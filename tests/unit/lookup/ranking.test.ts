import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availabilityAt } from '../../../shared/domain/lookup/availability-at.ts';
import { planLookup } from '../../../shared/domain/lookup/lookup-plan.ts';
import type { LookupQuery } from '../../../shared/domain/lookup/lookup-query.ts';
import { judge } from '../../../shared/domain/lookup/score.ts';
import { termsOf } from '../../../shared/domain/lookup/terms.ts';
import { textFit } from '../../../shared/domain/lookup/text-fit.ts';
import type { RegistryEntry } from '../../../shared/domain/registry/registry-entry.ts';
import { NOW, XINING } from '../../builders/circumstances.ts';
import { entryOf } from '../../builders/registry/entry-of.ts';
import { aRegistry } from '../../builders/registry-entries.ts';

const near = { latitude: 36.617, longitude: 101.778 };
const query: LookupQuery = { near, limit: 20 };
const team = (overrides: Partial<RegistryEntry> = {}): RegistryEntry =>
  entryOf({
    kind: 'team',
    city: XINING,
    name: '测试队',
    capabilities: [{ kind: 'water-rescue', level: 2 }],
    hazards: ['flood'],
    id: '0190c000-0000-7000-8000-00000000000a',
    ...overrides,
  });
const judged = (entry: RegistryEntry, asked: LookupQuery = query, fit?: number) =>
  judge({ entry, query: asked, asking: XINING, now: NOW, ...(fit !== undefined && { textFit: fit }) });
const score = (entry: RegistryEntry, asked?: LookupQuery, fit?: number) => judged(entry, asked, fit).score;
const farther = (kilometres: number) => ({
  ...near,
  latitude: near.latitude + kilometres / 111.2,
  crs: 'CGCS2000' as const,
  place: '某处',
});

describe('a hit’s score', () => {
  it('is less by half for a partner under a red warning, which is said, and not for the own city', () => {
    const fear = { colour: 'red', hazards: [], headline: '暴雨', until: NOW } as const;
    const feared = new Map([
      ['620100', [fear]],
      [XINING, [fear]],
    ]);
    const theirs = team({ city: '620100' });
    const warned = judge({ entry: theirs, query, asking: XINING, now: NOW, feared });
    expect(warned.score).toBeCloseTo(score(theirs) / 2, 5);
    expect(warned.reasons.at(-1)).toMatchObject({ code: 'giver-under-warning', share: 0 });
    expect(judge({ entry: team(), query, asking: XINING, now: NOW, feared })).toEqual(judged(team()));
  });

  it('is between nothing and all, and the sum of what its reasons add', () => {
    for (const entry of aRegistry())
      for (const asked of [query, { limit: 20 }, { ...query, level: 3, resourceKind: 'water-rescue' }] as const) {
        const { score: total, reasons } = judged(entry, asked, 0.8);
        expect(total).toBeGreaterThan(0);
        expect(total).toBeLessThanOrEqual(1);
        expect(reasons.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(total, 5);
        for (const { text } of reasons) expect([text.zh, text.en].every((words) => words.length > 2)).toBe(true);
      }
  });

  it('is never better farther away, later ready, busier, of a worse grade or fitting less', () => {
    const two = fc.tuple(fc.nat(500), fc.nat(500)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(two, ([less, more]) => {
        expect(score(team({ position: farther(more) }))).toBeLessThanOrEqual(score(team({ position: farther(less) })));
        expect(score(team({ readinessMinutes: more }))).toBeLessThanOrEqual(score(team({ readinessMinutes: less })));
        expect(score(team({ load: more }))).toBeLessThanOrEqual(score(team({ load: less })));
        expect(score(team(), query, less / 500)).toBeLessThanOrEqual(score(team(), query, more / 500));
      }),
    );
    const graded = (level: 1 | 2 | 3) => score(team({ capabilities: [{ kind: 'water-rescue', level }] }));
    expect([graded(1), graded(2), graded(3)]).toEqual([graded(1), graded(2), graded(3)].toSorted((a, b) => b - a));
  });

  it('keeps the best for what needs them: the level asked for fits better than a higher one', () => {
    const asked: LookupQuery = { ...query, resourceKind: 'water-rescue', level: 2 };
    const [exact, higher] = [
      judged(team(), asked),
      judged(team({ capabilities: [{ kind: 'water-rescue', level: 1 }] }), asked),
    ];
    const fitOf = ({ reasons }: typeof exact) => reasons.find(({ code }) => code === 'fit')?.share ?? 0;
    expect(fitOf(exact)).toBeGreaterThan(fitOf(higher));
  });

  it('of what is not free is below that of the same when it is, wherever that is', () => {
    const blocked = [{ from: NOW, until: '2026-07-16T00:00:00.000Z' }];
    expect(score(team({ blocked }))).toBeLessThan(score(team({ position: farther(400), readinessMinutes: 600 })));
  });

  it('takes no account of what does not go that far, unless it goes for the city that asks, or can be asked by telephone', () => {
    const far = { position: farther(300), reachKilometres: 100 };
    const share = (entry: RegistryEntry) => judged(entry).reasons.find(({ code }) => code === 'distance')?.share;
    expect(share(team(far))).toBe(0);
    expect(share(team({ ...far, serviceCities: [XINING] }))).toBeGreaterThan(0);
    expect(share({ ...team(far), kind: 'expert' })).toBeGreaterThan(0);
  });
});

describe('whether an entry is free', () => {
  const wanted = { from: '2026-07-20T00:00:00.000Z', until: '2026-07-22T00:00:00.000Z' };
  it.each([
    ['not before it is valid', { validFrom: '2026-07-20T00:00:00.001Z' }, 'not-yet-valid'],
    ['not until it is no longer', { validUntil: '2026-07-22T00:00:00.000Z' }, 'no-longer-valid'],
    [
      'not when it is away for part of the time',
      { blocked: [{ from: '2026-07-22T00:00:00.000Z', until: '2026-07-23T00:00:00.000Z' }] },
      'blocked',
    ],
    ['not when nothing is left', { supply: { code: '1010101', unit: '顶', free: 0 } }, 'nothing-left'],
  ])('is said: %s', (_, overrides, code) => {
    expect(availabilityAt(team(overrides), wanted)).toMatchObject({ free: false, code });
  });

  it('is said: it is, when it comes back just before', () => {
    const blocked = [{ from: '2026-07-19T00:00:00.000Z', until: '2026-07-20T00:00:00.000Z' }];
    expect(availabilityAt(team({ blocked }), wanted)).toEqual({ free: true });
  });
});

describe('how well words fit', () => {
  const fitOf = (q: string, entry: RegistryEntry) => textFit(termsOf(q), entry, '');
  it('is best in the name, good among the words, fair by the sense', () => {
    const named = team({ name: '滑坡监测队' });
    const saying = team({ words: ['滑坡监测'] });
    const meaning = team({ hazards: ['geological'] });
    const fits = [named, saying, meaning, team()].map((entry) => fitOf('滑坡', entry));
    expect(fits).toEqual(fits.toSorted((a, b) => b - a));
    expect(new Set(fits).size).toBe(4);
    expect(fits.at(-1)).toBe(0);
  });

  it('is never worse for an entry that says more of what is looked for', () => {
    const entry = team({ words: ['滑坡'] });
    const more = team({ words: ['滑坡', '监测'] });
    for (const q of ['滑坡', '监测', '滑坡 监测', '滑坡监测', '地质灾害 滑坡 监测'])
      expect(fitOf(q, more)).toBeGreaterThanOrEqual(fitOf(q, entry));
  });
});

describe('the plan of a lookup', () => {
  it('is bounded, whatever is asked', () => {
    const queries = fc.record(
      {
        q: fc.string({ minLength: 1, maxLength: 100 }),
        hazard: fc.constantFrom('flood', 'mine'),
        resourceKind: fc.constantFrom('water-rescue', 'mine-rescue'),
        supplyCode: fc.constantFrom('1010101', '1', '101'),
        language: fc.constantFrom('bo', 'zh'),
        city: fc.constant(XINING),
      },
      { requiredKeys: [] },
    );
    const long = '地质灾害滑坡监测 landslide monitoring 水上救援 huapojiance dzzhhpjc';
    fc.assert(
      fc.property(queries, fc.boolean(), (asked, wordy) => {
        const q = wordy ? long : asked.q;
        const plan = planLookup({ ...asked, limit: 20 } as LookupQuery, q === undefined ? [] : termsOf(q));
        expect(plan.words.length).toBeLessThanOrEqual(12);
        expect(plan.nearest.length).toBeLessThanOrEqual(10);
        expect(plan.instead.length).toBeLessThanOrEqual(15);
      }),
    );
  });

  it('looks in the shortest list that holds all hits', () => {
    const tokens = (asked: Omit<LookupQuery, 'limit'>) => [
      ...new Set(planLookup({ ...asked, limit: 20 }, []).nearest.map(({ token }) => token)),
    ];
    expect(tokens({ resourceKind: 'water-rescue', hazard: 'flood' })).toEqual(['kind/water-rescue/hazard/flood']);
    expect(tokens({ supplyCode: '10101' })).toEqual(['supply/10101']);
    expect(tokens({ language: 'bo', hazard: 'flood' })).toEqual(['language/bo']);
    expect(tokens({ language: 'zh', hazard: 'flood' })).toEqual(['hazard/flood']);
    expect(tokens({ city: XINING })).toEqual([`city/${XINING}`]);
    expect(tokens({})).toEqual(['all']);
  });

  it('reads nothing for what cannot be', () => {
    const plan = planLookup({ kinds: ['expert'], resourceKind: 'water-rescue', limit: 20 }, termsOf('滑坡'));
    expect(plan).toMatchObject({ words: [], nearest: [], instead: [] });
  });
});
