import { describe, expect, it } from 'vitest';
import { actsAs } from '../../../functions/experts/own-entry.ts';
import { expert as aggregate } from '../../../shared/domain/expert/expert.ts';
import { conditionOf } from '../../../shared/domain/expert/expert-availability.ts';
import type { ExpertCommand } from '../../../shared/domain/expert/expert-commands.ts';
import { averageGrade, type ExpertState, ExpertStateSchema } from '../../../shared/domain/expert/expert-state.ts';
import type { Circumstances } from '../../../shared/domain/kernel/decision.ts';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { DUTY_ROOM, REGISTRARS, type Role } from '../../../shared/http/roles.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { aFreshId, circumstances, NOW, XINING } from '../../builders/circumstances.ts';
import { anExpert, EXPERT_ID, someExpertContact, someExpertDetails, someExpertTerm } from '../../builders/expert.ts';
import { NO_ROSTER } from '../../builders/roster.ts';

const where = circumstances({ role: 'coordinator' });
const days = (count: number): string => plus(NOW, count * DAY_MS);
const { until: termEnd } = someExpertTerm();
const callOutId = aFreshId();

const applied = (state: ExpertState | undefined, command: ExpertCommand, by: Circumstances = where): ExpertState => {
  const decision = aggregate.decide(state, command, by);
  if (!decision.accepted) throw new Error(`refused: ${decision.refusal.reason.code}`);
  const after = decision.events.reduce<ExpertState | undefined>(
    (sum, event) => aggregate.evolve(sum, aggregate.eventSchema.parse(event)),
    state,
  );
  return ExpertStateSchema.parse(after);
};
const outcome = (state: ExpertState | undefined, command: ExpertCommand, by: Circumstances = where): string =>
  outcomeOf(aggregate.decide(state, command, by));

const leave = { type: 'leave', reason: '调离本省' } as const;
const left = (): ExpertState => applied(anExpert(), leave);
const appointment = {
  type: 'appoint',
  id: EXPERT_ID,
  details: someExpertDetails(),
  contact: someExpertContact(),
  term: someExpertTerm(),
  reason: '首次聘任',
} as const;
const renewal = { type: 'renew', term: { from: termEnd, until: plus(termEnd, 700 * DAY_MS) }, reason: '续聘' } as const;
const invitation = { type: 'invite', callOutId, from: days(1), until: days(2), parties: [] as string[] } as const;

describe('what can be done with an expert', () => {
  it.each<[ExpertCommand, string]>([
    [{ type: 'change', details: someExpertDetails() }, 'expert-left'],
    [{ type: 'change-contact', as: 'city', contact: someExpertContact() }, 'expert-left'],
    [{ type: 'set-availability', as: 'city', periods: [] }, 'expert-left'],
    [{ type: 'confirm', as: 'city' }, 'expert-left'],
    [leave, 'expert-left'],
    [invitation, 'expert-left'],
    [renewal, 'accepted'],
    [{ type: 'call-out-ended', callOutId }, 'accepted'],
    [{ type: 'clock-ran-out' }, 'accepted'],
  ])('%o: not before the appointment, and once they have left: %s', (command, afterwards) => {
    expect(outcome(undefined, command)).toBe('expert-unknown');
    expect(outcome(anExpert(), command)).toBe('accepted');
    expect(outcome(left(), command)).toBe(afterwards);
  });

  it('appoints once, for a term that is not over', () => {
    expect(applied(undefined, appointment)).toEqual(
      anExpert({ membership: [{ step: 'appointed', at: NOW, reason: '首次聘任' }] }),
    );
    expect(outcome(anExpert(), appointment)).toBe('expert-exists');
    const over = { from: days(-10), until: NOW };
    expect(outcome(undefined, { ...appointment, term: over })).toBe('expert-term-over');
  });

  it('changes everything but the contact, and the contact by itself', () => {
    const details = someExpertDetails({ title: '教授' });
    expect(applied(anExpert(), { type: 'change', details })).toEqual(anExpert({ details }));
    const contact = { telephone: '139-0000-0009' };
    expect(applied(anExpert(), { type: 'change-contact', as: 'city', contact })).toEqual(anExpert({ contact }));
  });

  it('keeps periods in order and apart', () => {
    const period = (from: number, until: number) => ({
      from: days(from),
      until: days(until),
      available: false,
      reason: '讲学',
    });
    const set = (...periods: ReturnType<typeof period>[]) =>
      ({ type: 'set-availability', as: 'city', periods }) as const;
    expect(applied(anExpert(), set(period(3, 4), period(1, 2)))).toMatchObject({
      periods: [period(1, 2), period(3, 4)],
    });
    expect(outcome(anExpert(), set(period(1, 3), period(2, 4)))).toBe('availability-periods-overlap');
  });
});

describe('people who act as experts', () => {
  const own = [
    { type: 'change-contact', contact: someExpertContact() },
    { type: 'set-availability', periods: [] },
    { type: 'confirm' },
    { type: 'show-contact', reason: '核对', duty: NO_ROSTER },
  ] as const;
  const asExpert = circumstances({ role: 'expert' });
  const another = anExpert({ details: someExpertDetails({ personId: 'somebody-else' }) });

  it.each(own)('do $type for themselves only', (command) => {
    expect(outcome(anExpert(), { ...command, as: 'expert' }, asExpert)).toBe('accepted');
    expect(outcome(another, { ...command, as: 'expert' }, asExpert)).toBe('not-the-expert');
    const onDuty = circumstances({ role: 'duty-officer' });
    expect(outcome(another, { ...command, as: 'city' }, onDuty)).toBe('accepted');
  });

  it.each<[Role[], readonly Role[], 'city' | 'expert']>([
    [['expert'], REGISTRARS, 'expert'],
    [['expert', 'team-leader'], REGISTRARS, 'expert'],
    [['expert', 'approver'], REGISTRARS, 'expert'],
    [['expert', 'approver'], DUTY_ROOM, 'city'],
    [['administrator'], REGISTRARS, 'city'],
  ])('with the roles %j act, where %j may for anybody, as %s', (roles, forAnybody, capacity) => {
    expect(actsAs({ id: 'p', name: 'p', city: XINING, roles }, forAnybody)).toBe(capacity);
  });
});

describe('how to reach an expert', () => {
  const show = { type: 'show-contact', as: 'city', reason: '请求咨询', duty: NO_ROSTER } as const;
  it.each<[Role, string, string]>([
    ['duty-officer', 'accepted', 'accepted'],
    ['coordinator', 'expert-contact-not-needed', 'accepted'],
    ['approver', 'expert-contact-not-needed', 'accepted'],
    ['representative', 'expert-contact-not-needed', 'accepted'],
  ])('is shown to the %s: %s; with an open call-out: %s', (role, without, withOne) => {
    const by = circumstances({ role });
    expect(outcome(anExpert(), show, by)).toBe(without);
    expect(outcome(anExpert({ openCallOuts: [callOutId] }), show, by)).toBe(withOne);
  });

  it('is shown for a reason that the ledger keeps', () => {
    const decision = aggregate.decide(anExpert(), show, circumstances({ role: 'duty-officer' }));
    expect(decision).toEqual({ accepted: true, events: [{ type: 'expertContactRead', reason: '请求咨询' }] });
  });
});

describe('an invitation', () => {
  const period = (from: number, until: number, available = false) => ({
    from: days(from),
    until: days(until),
    available,
    reason: '讲学',
  });
  it.each<[string, ExpertState, readonly string[], string]>([
    ['free', anExpert(), [], 'accepted'],
    ['on stand-by then', anExpert({ periods: [period(0, 3, true)] }), [], 'accepted'],
    ['away then', anExpert({ periods: [period(1.5, 3)] }), [], 'expert-not-available'],
    ['back by then', anExpert({ periods: [period(0, 1)] }), [], 'accepted'],
    ['gone', left(), [], 'expert-left'],
    ['whose term begins later', anExpert({ term: { from: days(1.5), until: days(90) } }), [], 'expert-outside-term'],
    ['whose term ends before', anExpert({ term: { from: days(-9), until: days(1.5) } }), [], 'expert-outside-term'],
    ['about to leave', anExpert({ leaving: { at: days(1), reason: '退休' } }), [], 'expert-outside-term'],
    ['with an interest', anExpert(), ['虚构甲化工有限公司'], 'expert-recused'],
    ['with an interest, written otherwise', anExpert(), ['西宁市 虚构甲化工有限公司（西宁）'], 'expert-recused'],
    ['employed by a party', anExpert(), ['别的公司', '虚构地质环境监测院'], 'expert-employer-concerned'],
    ['with an interest in others', anExpert(), ['虚构乙化工有限公司'], 'accepted'],
    ['with an interest in what is too short to tell', anExpert(), ['公司'], 'accepted'],
  ])('of an expert who is %s', (_, state, parties, code) => {
    expect(outcome(state, { ...invitation, parties })).toBe(code);
  });

  it('says who is concerned and why', () => {
    const decision = aggregate.decide(anExpert(), { ...invitation, parties: ['虚构甲化工有限公司'] }, where);
    expect(decision).toMatchObject({
      refusal: { parameters: { expert: '虚构专家甲', party: '虚构甲化工有限公司', reason: '担任该公司独立董事' } },
    });
  });

  it('stays open until the call-out ends, however often it is repeated', () => {
    const calledOut = applied(applied(anExpert(), invitation), invitation);
    expect(calledOut).toEqual(anExpert({ openCallOuts: [callOutId] }));
    expect(applied(calledOut, { type: 'call-out-ended', callOutId: aFreshId() })).toEqual(calledOut);
    expect(applied(calledOut, { type: 'call-out-ended', callOutId })).toEqual(anExpert());
  });
});

describe('appraisals', () => {
  const appraisal = (grade: number) => ({
    callOutId,
    grade,
    words: '准确',
    by: { id: 'coordinator@630100', name: '协调员' },
    at: NOW,
  });
  it('are kept, also of those who have left, and averaged', () => {
    expect(averageGrade(anExpert())).toBeUndefined();
    const once = applied(left(), { type: 'record-appraisal', appraisal: appraisal(5) });
    const thrice = [4, 4].reduce(
      (state, grade) => applied(state, { type: 'record-appraisal', appraisal: appraisal(grade) }),
      once,
    );
    expect(averageGrade(thrice)).toBe(4.33);
  });
});

describe('the membership of an expert', () => {
  const ring = (state: ExpertState, now: string) => applied(state, { type: 'clock-ran-out' }, circumstances({ now }));

  it('is spoken of sixty days before it ends, and ends by itself', () => {
    const announcedAt = plus(termEnd, -60 * DAY_MS);
    expect(aggregate.dueAt(anExpert())).toBe(announcedAt);
    expect(ring(anExpert(), NOW)).toEqual(anExpert());
    const announced = ring(anExpert(), announcedAt);
    expect(announced).toEqual(anExpert({ termNotice: 'expiring' }));
    expect(aggregate.dueAt(announced)).toBe(termEnd);
    const gone = ring(announced, termEnd);
    expect(gone).toMatchObject({ status: 'left', membership: [{}, { step: 'left', at: termEnd, reason: '聘期届满' }] });
    expect(aggregate.dueAt(gone)).toBeUndefined();
    expect(ring(gone, plus(termEnd, DAY_MS))).toEqual(gone);
  });

  it('goes on when it is renewed, and begins again for those who have left', () => {
    const renewed = applied(anExpert({ termNotice: 'expiring' }), renewal);
    expect(renewed).toMatchObject({ status: 'in-pool', term: renewal.term, termNotice: 'none' });
    expect(renewed.membership.at(-1)).toEqual({ step: 'renewed', at: NOW, reason: '续聘' });
    expect(applied(left(), renewal)).toMatchObject({
      status: 'in-pool',
      membership: [{}, { step: 'left' }, { step: 'renewed' }],
    });
    const shorter = { ...renewal, term: { from: NOW, until: plus(termEnd, -1) } };
    expect(outcome(anExpert(), shorter)).toBe('expert-term-not-longer');
    expect(outcome(left(), shorter)).toBe('accepted');
    expect(outcome(left(), { ...renewal, term: { from: days(-2), until: NOW } })).toBe('expert-term-over');
  });

  it('ends now, or on the day arranged', () => {
    expect(left()).toMatchObject({ status: 'left', membership: [{}, { step: 'left', at: NOW, reason: '调离本省' }] });
    const leaving = applied(anExpert(), { ...leave, at: days(30) });
    expect(leaving).toEqual(anExpert({ leaving: { at: days(30), reason: '调离本省' } }));
    expect(aggregate.dueAt(leaving)).toBe(days(30));
    expect(ring(leaving, days(29))).toEqual(leaving);
    expect(ring(leaving, days(30))).toMatchObject({
      status: 'left',
      membership: [{}, { at: days(30), reason: '调离本省' }],
    });
    expect(applied(leaving, renewal)).not.toHaveProperty('leaving');
  });

  it.each([
    ['before now', days(-1), 'expert-leaving-past'],
    ['after the term', termEnd, 'expert-leaving-after-term'],
    ['now', NOW, 'accepted'],
  ])('is not ended on a day %s', (_, at, code) => {
    expect(outcome(anExpert(), { ...leave, at })).toBe(code);
  });

  it('is not ended by hand while a call-out is open; the clock ends it and says so', () => {
    const calledOut = anExpert({ openCallOuts: [callOutId] });
    expect(outcome(calledOut, leave)).toBe('expert-called-out');
    const gone = ring(calledOut, termEnd);
    const event = { type: 'expertLeft', at: termEnd, reason: '聘期届满' } as const;
    expect(aggregate.notices?.(event, gone)).toMatchObject([{ urgency: 'urgent' }]);
    expect(aggregate.notices?.(event, left())).toMatchObject([{ urgency: 'routine' }]);
  });

  it('is told in both languages', () => {
    const [notice] = aggregate.notices?.({ type: 'expertTermEnding', until: termEnd }, anExpert()) ?? [];
    expect(notice?.text.zh).toContain('虚构专家甲');
    expect(notice?.text.en).toContain(termEnd);
    expect(aggregate.notices?.({ type: 'expertContactRead', reason: '核对' }, anExpert())).toEqual([]);
  });

  it('says in one word how an expert stands', () => {
    const period = { from: days(1), until: days(1) };
    expect(conditionOf(anExpert(), period)).toBe('available');
    expect(conditionOf(left(), period)).toBe('left');
    expect(conditionOf(anExpert({ term: { from: days(2), until: days(3) } }), period)).toBe('outside-term');
    const away = { from: days(0), until: days(2), available: false, reason: '讲学' };
    expect(conditionOf(anExpert({ periods: [away] }), period)).toBe('unavailable');
  });
});

describe('lists of experts', () => {
  it('name class and hazards, leads first, and nothing personal', () => {
    const listings = aggregate.listings(anExpert({ details: someExpertDetails({ groupLead: true }) }));
    expect(listings.map(({ list }) => list).sort()).toEqual([
      'expert',
      'expert/class/natural-disaster',
      'expert/class/natural-disaster/hazard/flood',
      'expert/class/natural-disaster/hazard/geological',
      'expert/hazard/flood',
      'expert/hazard/geological',
      'expert/key',
      'expert/person/expert@630100',
      'registry/confirmed',
      'registry/expiring',
    ]);
    const shown = listings.filter(({ list }) => !/key$|^registry/.test(list));
    expect(new Set(shown.map(({ sort }) => sort))).toEqual(new Set([`0#虚构专家甲#${EXPERT_ID}`]));
    expect(JSON.stringify(listings.map(({ card }) => card))).not.toMatch(/0000-0007|example\.com|独立董事|120000/);
  });

  it('do not change with call-outs, and keep those who have left among all and their own', () => {
    expect(aggregate.listings(anExpert({ openCallOuts: [callOutId] }))).toEqual(aggregate.listings(anExpert()));
    expect(aggregate.listings(left()).map(({ list }) => list)).toEqual(['expert', 'expert/person/expert@630100']);
  });
});
