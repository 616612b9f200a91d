import { beforeAll, describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/lookup/handler.ts';
import { indexEntries } from '../../../shared/data/lookup/registry-index.ts';
import { type LookupResult, lookupRoutes as routes } from '../../../shared/http/routes/lookup.ts';
import { aFreshId, LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { entryOf } from '../../builders/registry/entry-of.ts';
import { aRegistry } from '../../builders/registry-entries.ts';
import { createTestCell } from '../../builders/test-cell.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const AS = `auditor@${XINING}`;
const AGREEMENT = aFreshId();
const OTHER_AGREEMENT = aFreshId();

const test = createTestCell({ city: XINING, now: NOW });
const handler = createHandler(test.cell);
const call = (query: Record<string, string>) => test.call(handler, routes.lookUp, { as: AS, query });
const lookUp = async (query: Record<string, string>): Promise<LookupResult> => {
  const { status, body } = await call(query);
  expect(status, JSON.stringify(body)).toBe(200);
  return body as LookupResult;
};
const namesOf = ({ items }: LookupResult) => items.map(({ entry }) => entry.name);

const partnersTeam = entryOf({
  kind: 'team',
  city: LANZHOU,
  name: '兰州金城羊皮筏救援队',
  capabilities: [{ kind: 'water-rescue', level: 1 }],
  hazards: ['flood'],
  id: '0190c000-0000-7000-8000-0000000fffff',
});
const changesOf = (entries: readonly (typeof partnersTeam)[]) =>
  entries.map((entry) => ({ kind: entry.kind, id: entry.id, version: 1, entry }));

beforeAll(async () => {
  await indexEntries(test.cell, 'own', changesOf(aRegistry()));
  for (const agreement of [AGREEMENT, OTHER_AGREEMENT])
    await indexEntries(test.cell, { agreement }, changesOf([partnersTeam]));
});

describe('the lookup', () => {
  itAnswersWrongCalls(routes.lookUp, async () => ({ test, handler, good: { as: AS, query: { q: '滑坡' } } }));

  it.each([
    ['a kind there is none of', { kind: 'team,dragon' }, '/query/kind/1'],
    ['a level there is none of', { level: '4' }, '/query/level'],
    ['a hazard there is none of', { hazard: 'dragons' }, '/query/hazard'],
    ['no place', { near: '月球' }, '/query/near'],
    ['a latitude beyond the pole', { near: '91,100' }, '/query/near'],
    ['a radius around nothing', { withinKilometres: '5' }, '/query/withinKilometres'],
    ['a time to nowhere', { withinMinutes: '5' }, '/query/withinMinutes'],
    ['half a period', { availableFrom: NOW }, '/query/availableUntil'],
    [
      'a period that ends before it begins',
      { availableFrom: NOW, availableUntil: '2026-07-14T00:00:00Z' },
      '/query/availableUntil',
    ],
    ['a code of two digits', { supplyCode: '10' }, '/query/supplyCode'],
    ['a language that is no code', { language: '汉语' }, '/query/language'],
    ['words that are too many', { q: '滑'.repeat(101) }, '/query/q'],
    ['a page that is too long', { limit: '51' }, '/query/limit'],
    ['what it does not know', { colour: 'red' }, '/query/colour'],
  ])('refuses %s', async (_, query, pointer) => {
    const answer = await call(query);
    expectProblem(answer, 400, 'parameters-not-valid');
    expect(answer.body).toMatchObject({ errors: [{ pointer }] });
  });

  it('finds what there is under an agreement, once, and says under which', async () => {
    const { items } = await lookUp({ q: '羊皮筏' });
    expect(items).toHaveLength(1);
    expect(items[0]?.entry).toEqual(partnersTeam);
    expect(items[0]?.agreements).toEqual([AGREEMENT, OTHER_AGREEMENT].toSorted());
  });

  it('names a point by its degrees, or by a city in either language or by its code', async () => {
    const query = { resourceKind: 'water-rescue', withinKilometres: '60' };
    const found = await lookUp({ ...query, near: '36.061, 103.834' });
    expect(found.items.length).toBeGreaterThan(0);
    for (const near of ['兰州', '兰州市', 'Lanzhou', 'lanzhou', LANZHOU])
      expect(await lookUp({ ...query, near })).toEqual(found);
    expect(new Set(found.items.map(({ entry }) => entry.city))).toEqual(new Set([LANZHOU]));
    for (const { distanceKilometres, travelMinutes } of found.items) {
      expect(distanceKilometres).toBeLessThanOrEqual(60);
      expect(travelMinutes).toBeGreaterThan(0);
    }
  });

  it('counts what there is, of each kind', async () => {
    const { facets, found, exact, items } = await lookUp({
      hazard: 'grassland-fire',
      kind: 'expert,package',
      limit: '50',
    });
    expect(exact).toBe(true);
    expect(found).toBe(items.length);
    expect(facets.kind).toEqual({ expert: 2, package: 1 });
    expect(facets.hazard['grassland-fire']).toBe(3);
    expect(facets.resourceKind).toEqual({ firefighting: 1 });
  });

  it('shows page after page in the same order, each hit once, whatever comes in between', async () => {
    const query = { kind: 'team', resourceKind: 'medical-rescue' };
    const whole = await lookUp({ ...query, limit: '50' });
    expect(whole.nextCursor).toBeUndefined();
    const shown: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await lookUp({ ...query, limit: '4', ...(cursor && { cursor }) });
      expect(page.askedAt).toBe(NOW);
      shown.push(...page.items.map(({ entry }) => entry.id));
      cursor = page.nextCursor;
      test.setTime('2026-07-16T00:00:00.000Z');
    } while (cursor);
    test.setTime(NOW);
    expect(shown).toEqual(whole.items.map(({ entry }) => entry.id));
  });

  it('takes no cursor of another query, and none that is made up', async () => {
    const { nextCursor = '' } = await lookUp({ kind: 'team', limit: '3' });
    expect(nextCursor).not.toBe('');
    for (const query of [
      { kind: 'expert', cursor: nextCursor },
      { kind: 'team', cursor: 'bm90aGluZw' },
      { kind: 'team', cursor: Buffer.from('["x"]').toString('base64url') },
    ])
      expectProblem(await call(query), 400, 'cursor-not-valid');
  });

  it('puts what is free when it is wanted before what is not, and says why', async () => {
    const free = entryOf({ kind: 'stock', city: XINING, name: '测试驼绒被' });
    const away = {
      ...free,
      id: aFreshId(),
      blocked: [{ from: '2026-07-20T00:00:00.000Z', until: '2026-07-22T00:00:00.000Z' }],
    };
    const expired = { ...free, id: aFreshId(), validUntil: '2026-07-21T12:00:00.000Z' };
    await indexEntries(test.cell, 'own', changesOf([away, expired, free]));
    const wanted = { availableFrom: '2026-07-21T00:00:00.000Z', availableUntil: '2026-07-23T00:00:00.000Z' };
    const { items } = await lookUp({ q: '驼绒被', ...wanted });
    expect(items[0]?.entry.id).toBe(free.id);
    expect(items.map(({ availability }) => (availability.free ? 'free' : availability.code)).toSorted()).toEqual([
      'blocked',
      'free',
      'no-longer-valid',
    ]);
    const [said] = items.flatMap(({ availability }) => (availability.free ? [] : [availability.text]));
    expect(said?.zh).toMatch(/2026年7月2\d日/);
    expect(said?.en).toContain('(UTC+8)');
    const now = await lookUp({ q: '驼绒被' });
    expect(now.items.every(({ availability }) => availability.free)).toBe(true);
  });

  it('finds nothing where nothing fits, and everything where nothing is asked', async () => {
    expect(await lookUp({ q: '独角兽饲养' })).toMatchObject({ items: [], found: 0, exact: true });
    expect(await lookUp({ supplyCode: '2010101', kind: 'expert' })).toMatchObject({ items: [], found: 0 });
    const all = await lookUp({});
    expect(all.items).toHaveLength(20);
    expect(all.exact).toBe(false);
    expect(Object.keys(all.facets.kind).toSorted()).toEqual(['agency', 'expert', 'package', 'stock', 'team']);
    expect(namesOf(await lookUp({ q: '！！' }))).toEqual(namesOf(all));
  });
});
