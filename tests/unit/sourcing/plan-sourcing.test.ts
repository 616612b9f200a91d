import { describe, expect, it } from 'vitest';
import type { AgreementState } from '../../../shared/domain/agreement/agreement-state.ts';
import type { RegistryEntry } from '../../../shared/domain/registry/registry-entry.ts';
import type { RequestItem, SupplyItem } from '../../../shared/domain/request/request-item.ts';
import type { RequestState } from '../../../shared/domain/request/request-state.ts';
import { type Candidate, SourceNameSchema } from '../../../shared/domain/sourcing/candidate.ts';
import { packageRates } from '../../../shared/domain/sourcing/estimate.ts';
import type { Awareness, Trouble } from '../../../shared/domain/sourcing/giver-risk.ts';
import { type PlanSetting, planSourcing } from '../../../shared/domain/sourcing/plan-sourcing.ts';
import { essence, SourcingPlanSchema } from '../../../shared/domain/sourcing/sourcing-plan.ts';
import { COST_ESTIMATES } from '../../../shared/reference/cost-estimates.ts';
import { linearSolver } from '../../../shared/sourcing/linear-solver.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { anItem, idOf } from '../../builders/received-request.ts';
import { agreementWith, approved, placedWith } from '../../builders/request.ts';

/** East of the reporting point by so many degrees of longitude: about 89 km each. */
const east = (degrees: number): RegistryEntry['position'] => ({
  ...{ latitude: 36.62, longitude: 101.78 + degrees, crs: 'CGCS2000', place: '某地' },
});

const anEntry = (number: number, overrides: Partial<RegistryEntry> = {}): RegistryEntry => ({
  kind: 'team',
  id: idOf(0xc00 + number),
  city: XINING,
  name: `第${number}队`,
  words: [],
  capabilities: [{ kind: 'water-rescue', level: 1 }],
  hazards: ['flood'],
  languages: [],
  position: east(0),
  readinessMinutes: 30,
  validUntil: '2027-06-30T16:00:00.000Z',
  blocked: [],
  load: 0,
  ...overrides,
});

const own = (number: number, overrides: Partial<RegistryEntry> = {}): Candidate => ({
  entry: anEntry(number, overrides),
  agreements: [],
});
const lent = (number: number, agreement: AgreementState, overrides: Partial<RegistryEntry> = {}): Candidate => ({
  entry: anEntry(number, { city: LANZHOU, position: east(2), ...overrides }),
  agreements: [agreement],
});

const REQUEST = approved([anItem()]);

const plan = (candidates: readonly Candidate[], setting: Partial<PlanSetting> = {}) => {
  const request: RequestState = setting.request ?? REQUEST;
  const made = planSourcing({
    ...{ request, city: XINING, now: NOW, awareness: new Map(), solver: linearSolver },
    options: { from: [...SourceNameSchema.options], prefer: 'arrival' },
    candidates: new Map(request.items.map(({ itemId }) => [itemId, candidates])),
    ...{ rates: COST_ESTIMATES, packageRates: new Map() },
    ...setting,
  });
  return SourcingPlanSchema.parse(JSON.parse(JSON.stringify(made)));
};
const first = (made: ReturnType<typeof plan>) => {
  const [item] = made.items;
  if (!item) throw new Error('a plan has items');
  return item;
};
const codesOf = (made: ReturnType<typeof plan>) => first(made).notChosen.map(({ code }) => code);

describe('who can be sent', () => {
  const agreement = agreementWith(LANZHOU);
  const trouble = (...troubles: Trouble[]): { awareness: Awareness } => ({ awareness: new Map([[LANZHOU, troubles]]) });

  it.each([
    ['of too low a level', own(1, { capabilities: [{ kind: 'water-rescue', level: 3 }] }), 'level-too-low'],
    ['on a mission', own(1, { blocked: [{ from: NOW, until: '2026-07-16T00:00:00.000Z' }] }), 'not-available'],
    [
      'away before the mission ends',
      own(1, { blocked: [{ from: '2026-07-19T00:00:00.000Z', until: '2026-08-01T00:00:00.000Z' }] }),
      'not-available',
    ],
    [
      'whose certification ends before it arrives',
      own(1, { validUntil: '2026-07-15T00:10:00.000Z' }),
      'no-longer-valid',
    ],
    ['whose agreement has yet to begin', own(1, { validFrom: '2026-08-01T00:00:00.000Z' }), 'not-yet-valid'],
    ['that does not go so far', own(1, { position: east(2), reachKilometres: 100 }), 'out-of-reach'],
    ['that would come when all is over', own(1, { readinessMinutes: 8000 }), 'too-late'],
    ['that is an agency of a partner', lent(1, agreement, { kind: 'agency' }), 'agency-of-partner'],
    [
      'that a partner shares under no agreement this city holds',
      { ...lent(1, agreement), agreements: [] },
      'no-agreement',
    ],
    [
      'whose agreement leaves out the hazard',
      lent(1, agreementWith(LANZHOU, { hazards: ['drought'] })),
      'hazard-out-of-scope',
    ],
    [
      'whose agreement leaves out the kind',
      lent(1, agreementWith(LANZHOU, { resourceKinds: ['medical-rescue'] })),
      'resource-kind-out-of-scope',
    ],
    [
      'whose agreement is suspended',
      lent(1, { ...agreement, status: 'suspended' } as AgreementState),
      'agreement-not-in-force',
    ],
  ])('is nobody %s', (_, candidate, code) => {
    const made = plan([candidate]);
    expect(first(made).chosen).toEqual([]);
    expect(codesOf(made)).toEqual([code]);
    expect(first(made).unfilled).toMatchObject({ quantity: 2 });
    expect(first(made).unfilled.reasons).toHaveLength(2);
  });

  it('is an agency in a city that it serves, however far it is', () => {
    const agency = own(1, { kind: 'agency', position: east(2), reachKilometres: 0, serviceCities: [XINING] });
    expect(first(plan([agency])).chosen).toMatchObject([{ kind: 'agency', source: { type: 'agency' } }]);
  });

  it('is no partner that has the request already', () => {
    const request = placedWith(LANZHOU);
    expect(codesOf(plan([lent(1, agreement)], { request }))).toEqual(['already-asked']);
  });

  it('is a partner under whichever of its agreements allows it', () => {
    const narrow = agreementWith(LANZHOU, { hazards: ['drought'] });
    const candidate = { ...lent(1, narrow), agreements: [narrow, agreement] };
    expect(first(plan([candidate])).chosen).toMatchObject([
      { source: { type: 'partner', city: LANZHOU, agreementId: agreement.id } },
    ]);
  });

  it.each([
    ['at level I of whatever hazard', { hazard: 'fire', level: 'I' }, false],
    ['at level II of the same hazard', { hazard: 'flood', level: 'II' }, false],
    ['at level II of another hazard', { hazard: 'fire', level: 'II' }, true],
    ['at level III of the same hazard', { hazard: 'flood', level: 'III' }, true],
  ] as const)('is a partner with trouble of its own %s, or not', (_, itsTrouble, can) => {
    expect(first(plan([lent(1, agreement)], trouble(itsTrouble))).chosen).toHaveLength(can ? 1 : 0);
  });

  it('is, of two cities equally near and dear, the one with less trouble', () => {
    const calm = { ...lent(2, agreement, { city: '630200' }), agreements: [agreementWith('630200')] };
    const troubled = lent(1, agreement);
    const [item] = [anItem({ quantity: 1 })];
    const made = plan([troubled, calm], { request: approved([item]), ...trouble({ hazard: 'fire', level: 'IV' }) });
    expect(first(made).chosen.map(({ city }) => city)).toEqual(['630200']);
    expect(codesOf(made)).toEqual(['giver-at-greater-risk']);
  });

  it('is a partner under a red warning only after one that arrives two hours later', () => {
    const fear = { colour: 'red', hazards: [], headline: '暴雨红色预警', until: '2026-07-15T06:00:00.000Z' } as const;
    const feared = new Map([[LANZHOU, [fear]]]);
    const warned = lent(1, agreement);
    const farther = (degrees: number): Candidate => ({
      ...lent(2, agreement, { city: '630200', position: east(degrees) }),
      agreements: [agreementWith('630200')],
    });
    const request = approved([anItem({ quantity: 1 })]);
    const made = plan([warned, farther(2.5)], { request, feared });
    expect(first(made).chosen.map(({ city }) => city)).toEqual(['630200']);
    expect(first(made).notChosen).toMatchObject([
      { code: 'giver-under-warning', reason: { zh: expect.stringContaining('120分钟') } },
    ]);
    const alone = first(plan([warned, farther(6)], { request, feared })).chosen[0];
    expect(alone).toMatchObject({ city: LANZHOU, risk: 4 });
    expect(alone?.reasons.map(({ zh }) => zh).join()).toContain('红色预警（暴雨红色预警）');
    expect(first(plan([warned, farther(2.5)], { request })).chosen.map(({ city }) => city)).toEqual([LANZHOU]);
  });
});

describe('a plan', () => {
  it('says of those who are left why they are not needed', () => {
    const made = plan([own(1), own(2, { position: east(0.5) }), own(3, { position: east(1) })]);
    expect(first(made).chosen.map(({ name }) => name)).toEqual(['第1队', '第2队']);
    expect(first(made).notChosen).toMatchObject([{ name: '第3队', code: 'arrives-later' }]);
    expect(made.totals).toMatchObject({ open: 2, filled: 2, unfilled: 0 });
  });

  it('says of those who serve another item that they do', () => {
    const near = anItem({ itemId: idOf(0xb01), quantity: 1 });
    const far = anItem({ itemId: idOf(0xb02), quantity: 1, reportingPoint: east(1) });
    const made = plan([own(1)], { request: approved([near, far]) });
    expect(made.items.map(({ chosen }) => chosen.length).toSorted()).toEqual([0, 1]);
    expect(made.items.flatMap(({ notChosen }) => notChosen.map(({ code }) => code))).toEqual([
      'chosen-for-another-item',
    ]);
  });

  it('prefers what costs less when that is asked for', () => {
    const cheap = new Map([['630200/water-rescue', 100]]);
    const agreement = agreementWith('630200');
    const lentCheaply = { ...lent(2, agreement, { city: '630200' }), agreements: [agreement] };
    const request = approved([anItem({ quantity: 1 })]);
    const asked = { request, packageRates: cheap };
    expect(first(plan([own(1), lentCheaply], asked)).chosen[0]?.city).toBe(XINING);
    const options = { from: [...SourceNameSchema.options], prefer: 'cost' as const };
    const made = plan([own(1), lentCheaply], { ...asked, options });
    expect(first(made).chosen[0]?.city).toBe('630200');
    expect(codesOf(made)).toEqual(['costs-more']);
  });

  it('draws on the sources it is told to', () => {
    const options = { from: ['agencies' as const], prefer: 'arrival' as const };
    const made = plan([own(1), own(2, { kind: 'agency' })], { options });
    expect(first(made).chosen.map(({ kind }) => kind)).toEqual(['agency']);
    expect(first(made).notChosen).toEqual([]);
  });

  it('comes to the same a minute later, and to something else when somebody is gone', () => {
    const candidates = [own(1), own(2), own(3)];
    const later = plan(candidates, { now: '2026-07-15T00:01:00.000Z' });
    expect(essence(later)).toEqual(essence(plan(candidates)));
    expect(essence(plan(candidates.slice(1)))).not.toEqual(essence(later));
  });

  it('warns of lateness, of what ends during the mission, and of trouble at home', () => {
    const ending = own(1, { readinessMinutes: 900, validUntil: '2026-07-18T00:00:00.000Z' });
    const troubles: Awareness = new Map([[LANZHOU, [{ hazard: 'fire', level: 'IV' }]]]);
    const made = plan([ending, lent(2, agreementWith(LANZHOU))], { awareness: troubles });
    const said = first(made).chosen.map(({ reasons }) => reasons.map(({ en }) => en).join('; '));
    expect(said[1]).toMatch(/181 after it is needed.*ends during the mission/);
    expect(said[0]).toMatch(/asked of .* under an agreement.*may want it back/);
  });
});

describe('supplies', () => {
  const supply = { code: '1020101', unit: '顶' };
  const tents = (quantity: number, overrides: Partial<SupplyItem> = {}): RequestItem => {
    const { kind: _kind, level: _level, ...rest } = anItem();
    return { ...rest, kind: 'supplies', level: 3, quantity, supply, ...overrides };
  };
  const line = (number: number, free: number, overrides: Partial<RegistryEntry> = {}): Candidate =>
    own(number, { kind: 'stock', capabilities: [], hazards: [], supply: { ...supply, free }, ...overrides });

  it('come from the nearest stock first, and only as many as are needed', () => {
    const request = approved([tents(500)]);
    const made = plan([line(1, 300), line(2, 400, { position: east(1) }), line(3, 50, { position: east(2) })], {
      request,
    });
    expect(first(made).supply).toEqual(supply);
    expect(first(made).chosen).toMatchObject([
      { id: idOf(0xc01), source: { type: 'stock' }, quantity: 300 },
      { id: idOf(0xc02), source: { type: 'stock' }, quantity: 200 },
    ]);
    expect(made.totals).toMatchObject({ open: 500, filled: 500, unfilled: 0 });
    expect(codesOf(made)).toEqual(['arrives-later']);
  });

  it('are divided among items that ask for the same', () => {
    const near = tents(100, { itemId: idOf(0xb01) });
    const far = tents(100, { itemId: idOf(0xb02), reportingPoint: east(1) });
    const made = plan([line(1, 120), line(2, 60, { position: east(1) })], { request: approved([near, far]) });
    expect(made.totals).toMatchObject({ open: 200, filled: 180, unfilled: 20 });
    const sent = made.items.flatMap(({ chosen }) => chosen);
    expect(sent.reduce((sum, { id, quantity }) => sum + (id === idOf(0xc01) ? quantity : 0), 0)).toBe(120);
  });

  it.each([
    ['of another unit', line(1, 10, { supply: { ...supply, unit: '箱', free: 10 } }), 'other-goods'],
    ['of another code', line(1, 10, { supply: { ...supply, code: '1020102', free: 10 } }), 'other-goods'],
    ['that are all promised', line(1, 0), 'nothing-free'],
    ['that expire on the way', line(1, 10, { validUntil: NOW }), 'no-longer-valid'],
    [
      'of a partner whose agreement leaves goods out',
      { ...lent(1, agreementWith(LANZHOU), { kind: 'stock', supply: { ...supply, free: 9 } }) },
      'resource-kind-out-of-scope',
    ],
  ])('are none %s', (_, candidate, code) => {
    const made = plan([candidate], { request: approved([tents(5)]) });
    expect(first(made).chosen).toEqual([]);
    expect(codesOf(made)).toEqual([code]);
  });

  it('are asked of a partner whose agreement covers goods', () => {
    const agreement = agreementWith(LANZHOU, { resourceKinds: ['supplies'] });
    const candidate = lent(1, agreement, { kind: 'stock', supply: { ...supply, free: 9 } });
    const made = plan([candidate], { request: approved([tents(5)]) });
    expect(first(made).chosen).toMatchObject([{ quantity: 5, source: { type: 'partner', agreementId: agreement.id } }]);
  });
});

describe('an estimated price', () => {
  it('takes the place of the table where a giver has a package, the cheapest for a team and a day', () => {
    const of = (number: number, teams: number, fortnightCost: number) =>
      anEntry(number, { kind: 'package', package: { teams, fortnightCost } });
    const rates = packageRates([of(1, 2, 28_000_000), of(2, 1, 11_200_000), of(3, 0, 1), anEntry(4)]);
    expect([...rates]).toEqual([[`${XINING}/water-rescue`, 8000]]);
    const made = plan([own(1)], { packageRates: rates, request: approved([anItem({ quantity: 1 })]) });
    expect(first(made).chosen[0]?.estimatedCost).toBe((5 * 8000 + Math.ceil((2 / 60) * 600)) * 100);
  });
});
