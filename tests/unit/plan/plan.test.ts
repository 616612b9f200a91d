import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgencyKeeper } from '../../../shared/domain/agency/agency-commands.ts';
import { type Instant, MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { plan as aggregate } from '../../../shared/domain/plan/plan.ts';
import type { PlanCommand } from '../../../shared/domain/plan/plan-commands.ts';
import { type PlanDetails, PlanDetailsSchema } from '../../../shared/domain/plan/plan-details.ts';
import { draftFromPlan } from '../../../shared/domain/plan/plan-draft.ts';
import { type PlanCard, PlanCardSchema } from '../../../shared/domain/plan/plan-listings.ts';
import { matchingLists, rankPlans } from '../../../shared/domain/plan/plan-match.ts';
import { MAXIMUM_FORMER_VERSIONS, type PlanState, PlanStateSchema } from '../../../shared/domain/plan/plan-state.ts';
import { PlanTypeSchema } from '../../../shared/domain/plan/plan-type.ts';
import {
  EVENT_CLASSES,
  type EventClass,
  HAZARDS,
  HazardSchema,
  RESPONSE_LEVELS,
} from '../../../shared/domain/vocabulary/hazards.ts';
import { AGENCY_ID, anAgency, OTHER_AGENCY_ID } from '../../builders/agency.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { aFreshId, circumstances, NOW } from '../../builders/circumstances.ts';
import { anIncident, someIncidentDetails } from '../../builders/incident.ts';
import { aPlan, aTemplateItem, PLAN_ID, planDetails } from '../../builders/plan.ts';

const applied = (state: PlanState | undefined, command: PlanCommand, now: Instant = NOW): PlanState => {
  const decision = aggregate.decide(state, command, circumstances({ now }));
  if (!decision.accepted) throw new Error(`refused: ${decision.refusal.reason.code}`);
  const after = decision.events.reduce<PlanState | undefined>(
    (sum, event) => aggregate.evolve(sum, aggregate.eventSchema.parse(event)),
    state,
  );
  return PlanStateSchema.parse(after);
};
const outcome = (state: PlanState | undefined, command: PlanCommand) =>
  outcomeOf(aggregate.decide(state, command, circumstances()));

const reason = '按年度演练评估修订';
const city: AgencyKeeper = { for: 'city' };
const later = plus(NOW, MINUTE_MS);
const retired = () => applied(aPlan(), { type: 'retire', reason });
const revise = (details: PlanDetails, by: AgencyKeeper = city): PlanCommand => ({
  type: 'revise',
  by,
  details,
  reason,
});

describe('a plan', () => {
  it.each([
    [{ hazards: ['flood', 'flood'] }, 'hazards'],
    [{ levels: ['I', 'I'] }, 'levels'],
    [{ validUntil: planDetails().validFrom }, 'validUntil'],
    [{ document: { name: '预案', url: 'http://example.com/a.pdf' } }, 'document.url'],
    [{ document: { name: '预案', url: 'https://example.com/a.pdf', size: 3 } }, 'document.sha256'],
    [{ requestTemplate: { items: [] } }, 'requestTemplate.items'],
    [
      { requestTemplate: { items: [{ ...aTemplateItem(), neededUntilMinutes: 120 }] } },
      'requestTemplate.items.0.neededUntilMinutes',
    ],
  ])('is not one with %o', (details, path) => {
    const parsed = PlanDetailsSchema.safeParse({ ...planDetails(), ...details });
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });

  it('may be a link only, for anything', () => {
    const details = { hazards: [], levels: [], document: { name: '预案', url: 'https://example.com/a' } };
    expect(PlanDetailsSchema.safeParse({ ...planDetails(), ...details }).success).toBe(true);
  });

  const commands: readonly PlanCommand[] = [
    revise(planDetails()),
    { type: 'confirm', by: city },
    { type: 'retire', reason },
  ];
  it.each(commands)('$type: not before it is on file, not after it is retired', (command) => {
    expect(outcome(undefined, command)).toBe('plan-unknown');
    expect(outcome(retired(), command)).toBe('plan-retired');
    expect(outcome(aPlan(), command)).toBe('accepted');
  });

  it('is put on file once, of an agency that there is', () => {
    const file = (agency?: { state: ReturnType<typeof anAgency> | undefined }): PlanCommand => ({
      ...{ type: 'file', id: PLAN_ID, details: planDetails() },
      ...(agency === undefined ? {} : { agency }),
    });
    expect(applied(undefined, file())).toEqual(aPlan());
    expect(outcome(aPlan(), file())).toBe('plan-exists');
    expect(outcome(undefined, file({ state: undefined }))).toBe('agency-unknown');
    const gone = { ...anAgency(), status: 'retired', reason, retiredAt: NOW } as const;
    expect(outcome(undefined, file({ state: gone }))).toBe('agency-retired');
    expect(outcome(undefined, file({ state: anAgency() }))).toBe('accepted');
  });

  it('keeps its former versions, and none of a correction', () => {
    const corrected = applied(aPlan(), revise(planDetails({ levels: ['I'] })), later);
    expect(corrected).toMatchObject({ formerVersions: [], confirmedAt: later, details: { levels: ['I'] } });
    const revised = applied(corrected, revise(planDetails({ version: '2026年修订', title: '新预案' })), later);
    const { version, title, validFrom, document } = planDetails();
    expect(revised.formerVersions).toEqual([{ version, title, validFrom, document, replacedAt: later, reason }]);
    expect(revised.details.title).toBe('新预案');
  });

  it('shows no more former versions than fit', () => {
    let state = aPlan();
    for (let year = 0; year < MAXIMUM_FORMER_VERSIONS + 3; year += 1)
      state = applied(state, revise(planDetails({ version: `第${year}版` })));
    expect(state.formerVersions).toHaveLength(MAXIMUM_FORMER_VERSIONS);
    expect(state.formerVersions[0]?.version).toBe(`第${MAXIMUM_FORMER_VERSIONS + 1}版`);
  });

  it.each<[string | undefined, string | undefined, string]>([
    [AGENCY_ID, AGENCY_ID, 'accepted'],
    [AGENCY_ID, OTHER_AGENCY_ID, 'not-the-persons-plan'],
    [undefined, AGENCY_ID, 'not-the-persons-plan'],
    [undefined, undefined, 'not-the-persons-plan'],
  ])('of %s is kept by people of %s: %s', (of, by, expected) => {
    const details = planDetails(of === undefined ? {} : { agencyId: of });
    const keeper: AgencyKeeper = { for: 'agency', agencyId: by };
    expect(outcome(aPlan({ details }), revise(details, keeper))).toBe(expected);
    expect(outcome(aPlan({ details }), { type: 'confirm', by: keeper })).toBe(expected);
  });

  it('goes to another agency by the city only', () => {
    const own = aPlan({ details: planDetails({ agencyId: AGENCY_ID }) });
    const moved = planDetails({ agencyId: OTHER_AGENCY_ID });
    expect(outcome(own, revise(moved, { for: 'agency', agencyId: AGENCY_ID }))).toBe('plan-agency-kept-by-city');
    expect(outcome(own, revise(moved))).toBe('accepted');
  });
});

const listsOf = (details: PlanDetails) => aggregate.listings(aPlan({ details })).map(({ list }) => list);

describe('lists of plans', () => {
  it('name what it is for, and when it must be seen to', () => {
    const details = planDetails({ agencyId: AGENCY_ID, validUntil: later });
    expect(listsOf(details).sort()).toEqual([
      'plan',
      `plan/agency/${AGENCY_ID}`,
      'plan/for/hazard/flood/level/I',
      'plan/for/hazard/flood/level/II',
      'plan/key',
      'plan/type/special',
      'registry/confirmed',
      'registry/expiring',
    ]);
    expect(aggregate.listings(retired()).map(({ list }) => list)).toEqual(['plan']);
  });

  const arbitraryDetails = fc.record({
    type: fc.constantFrom(...PlanTypeSchema.options),
    hazards: fc.uniqueArray(fc.constantFrom(...HazardSchema.options), { maxLength: 7 }),
    eventClasses: fc.uniqueArray(fc.constantFrom(...(Object.keys(EVENT_CLASSES) as EventClass[])), { maxLength: 4 }),
    levels: fc.uniqueArray(fc.constantFrom(...RESPONSE_LEVELS), { maxLength: 4 }),
  });
  const arbitraryIncident = fc
    .record({ hazard: fc.constantFrom(...HazardSchema.options), level: fc.constantFrom(...RESPONSE_LEVELS) })
    .map(({ hazard, level }) => anIncident({ details: someIncidentDetails({ hazard }), responseLevel: level }));

  it('hold a plan for an incident if, and only if, it is for its hazard and its level', () => {
    fc.assert(
      fc.property(arbitraryDetails, arbitraryIncident, (parts, incident) => {
        const { hazards, eventClasses, levels } = parts;
        const { hazard } = incident.details;
        const isFor =
          (hazards.length + eventClasses.length === 0 ||
            hazards.includes(hazard) ||
            eventClasses.includes(HAZARDS[hazard].eventClass)) &&
          (levels.length === 0 || levels.includes(incident.responseLevel));
        const lists = listsOf(planDetails(parts));
        expect(matchingLists(incident).filter(({ list }) => lists.includes(list)).length > 0).toBe(isFor);
        expect(new Set(lists).size).toBe(lists.length);
      }),
    );
  });

  it('change within one transaction whatever a plan is for', () => {
    fc.assert(
      fc.property(arbitraryDetails, arbitraryDetails, (before, after) => {
        const rows = listsOf(planDetails({ ...before, validUntil: later })).length;
        expect(rows + listsOf(planDetails({ ...after, title: '新', validUntil: later })).length).toBeLessThan(90);
      }),
    );
  });
});

describe('the plans that match an incident', () => {
  const incident = anIncident();
  const card = (title: string, details: Partial<PlanDetails> = {}): PlanCard => {
    const [listing] = aggregate.listings(aPlan({ id: aFreshId(), details: planDetails({ title, ...details }) }));
    return PlanCardSchema.parse(listing?.card);
  };
  const listsAs = (scope: number, level: number) => ({ list: 'any', scope, level });

  it('come special first, among their type the closest first, and those not in force at the end, with why', () => {
    const twice = card('两处都列');
    const ranked = rankPlans(
      incident,
      [
        { from: listsAs(2, 1), plans: [card('总体', { type: 'general' }), card('企业', { type: 'enterprise' })] },
        { from: listsAs(1, 1), plans: [card('自然灾害'), twice] },
        { from: listsAs(0, 1), plans: [card('洪涝各级'), card('未生效', { validFrom: later })] },
        { from: listsAs(0, 0), plans: [card('洪涝二级'), twice, card('部门', { type: 'departmental' })] },
      ],
      NOW,
    );
    expect(ranked.map(({ plan }) => plan.title)).toEqual([
      '两处都列',
      '洪涝二级',
      '洪涝各级',
      '自然灾害',
      '总体',
      '部门',
      '企业',
      '未生效',
    ]);
    expect(ranked[1]?.why.map(({ zh }) => zh)).toEqual(['专项预案', '针对洪涝', '适用II级响应']);
    expect(ranked[4]?.why.map(({ en }) => en)).toEqual([
      'general plan',
      'for whatever happens',
      'for every response level',
    ]);
    expect(ranked.at(-1)?.why.at(-1)?.en).toMatch(/not in force/);
    expect(ranked.map(({ inForce }) => inForce)).toEqual([...Array(7).fill(true), false]);
  });
});

describe('a request from a plan', () => {
  const incident = anIncident();
  const { occurredAt, position } = incident.details;
  const at = (base: Instant, minutes: number) => plus(base, minutes * MINUTE_MS);
  const drafted = (plan: PlanState | undefined, now: Instant) => draftFromPlan(plan, incident, now);

  it('counts its times from the incident, and from now what the incident has overtaken', () => {
    const elsewhere = { ...position, place: '集结点' };
    const items = [
      aTemplateItem({ neededByMinutes: 600, neededUntilMinutes: 700 }),
      aTemplateItem({ reportingPoint: elsewhere }),
    ];
    const plan = aPlan({ details: planDetails({ requestTemplate: { items } }) });
    const now = at(occurredAt, 240);
    const { neededByMinutes: _by, neededUntilMinutes: _until, ...same } = aTemplateItem();
    expect(drafted(plan, now)).toEqual({
      plan: { planId: PLAN_ID, title: planDetails().title, version: planDetails().version },
      items: [
        { ...same, reportingPoint: position, neededBy: at(occurredAt, 600), neededUntil: at(occurredAt, 700) },
        { ...same, reportingPoint: elsewhere, neededBy: at(now, 120), neededUntil: at(now, 2880) },
      ],
    });
  });

  it.each<[string, PlanState | undefined, string]>([
    ['there is none', undefined, 'plan-unknown'],
    ['it is retired', retired(), 'plan-retired'],
    ['it is not yet in force', aPlan({ details: planDetails({ validFrom: later }) }), 'plan-not-in-force'],
    ['it is no longer in force', aPlan({ details: planDetails({ validUntil: NOW }) }), 'plan-not-in-force'],
    ['it has no template', aPlan({ details: planDetails({ requestTemplate: undefined }) }), 'plan-without-template'],
  ])('is not drafted when %s', (_, plan, code) => {
    expect(drafted(plan, NOW).refusal?.reason.code).toBe(code);
  });
});
