import { describe, expect, it } from 'vitest';
import { agency as aggregate } from '../../../shared/domain/agency/agency.ts';
import { agencyConditionOf } from '../../../shared/domain/agency/agency-availability.ts';
import type { AgencyCommand } from '../../../shared/domain/agency/agency-commands.ts';
import { type AgencyState, AgencyStateSchema } from '../../../shared/domain/agency/agency-state.ts';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { AGENCY_ID, agencyContacts, agencyDetails, anAgency, OTHER_AGENCY_ID } from '../../builders/agency.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { circumstances, NOW } from '../../builders/circumstances.ts';
import { NO_ROSTER } from '../../builders/roster.ts';

const applied = (state: AgencyState | undefined, command: AgencyCommand, now = NOW): AgencyState => {
  const decision = aggregate.decide(state, command, circumstances({ now }));
  if (!decision.accepted) throw new Error(`refused: ${decision.refusal.reason.code}`);
  const after = decision.events.reduce<AgencyState | undefined>(
    (sum, event) => aggregate.evolve(sum, aggregate.eventSchema.parse(event)),
    state,
  );
  return AgencyStateSchema.parse(after);
};
const outcome = (state: AgencyState | undefined, command: AgencyCommand) =>
  outcomeOf(aggregate.decide(state, command, circumstances()));

const reason = '年度检修';
const suspended = () => applied(anAgency(), { type: 'suspend', reason });
const retired = () => applied(anAgency(), { type: 'retire', reason });
const away = { from: plus(NOW, -DAY_MS), until: plus(NOW, DAY_MS), available: false, reason };
const { agreement, certification } = agencyDetails();

describe('whether an agency can be given a task', () => {
  it.each([
    ['in service', anAgency(), 'available'],
    ['suspended', suspended(), 'suspended'],
    ['retired', retired(), 'retired'],
    ['away', anAgency({ periods: [away] }), 'unavailable'],
    ['on stand-by', anAgency({ periods: [{ ...away, available: true }] }), 'available'],
    [
      'whose agreement has not begun',
      anAgency({ details: agencyDetails({ agreement: { ...agreement, validFrom: plus(NOW, 1) } }) }),
      'agreement-not-in-force',
    ],
    [
      'whose agreement has ended',
      anAgency({ details: agencyDetails({ agreement: { ...agreement, validUntil: NOW } }) }),
      'agreement-not-in-force',
    ],
    [
      'whose certification has ended',
      anAgency({ details: agencyDetails({ certification: { ...certification, expiresAt: NOW } }) }),
      'certification-expired',
    ],
  ] as const)('%s: %#', (_, state, condition) => {
    expect(agencyConditionOf(state, NOW)).toBe(condition);
  });
});

describe('what can be done with an agency', () => {
  const commands: readonly AgencyCommand[] = [
    { type: 'change', as: 'city', details: agencyDetails() },
    { type: 'set-availability', periods: [] },
    { type: 'confirm', by: { for: 'city' } },
    { type: 'confirm', by: { for: 'agency', agencyId: AGENCY_ID } },
    { type: 'suspend', reason },
    { type: 'retire', reason },
    { type: 'show-contacts', reason, duty: NO_ROSTER },
  ];
  it.each(commands)('$type: not before it is registered, not after it is retired', (command) => {
    expect(outcome(undefined, command)).toBe('agency-unknown');
    expect(outcome(retired(), command)).toBe('agency-retired');
    expect(outcome(anAgency(), command)).toBe('accepted');
  });

  it('is suspended once and resumed once', () => {
    expect(outcome(suspended(), { type: 'suspend', reason })).toBe('agency-suspended');
    expect(applied(suspended(), { type: 'resume' })).toEqual(anAgency());
    expect(outcome(anAgency(), { type: 'resume' })).toBe('agency-not-suspended');
  });

  it('registers once', () => {
    const register = {
      type: 'register',
      id: AGENCY_ID,
      details: agencyDetails(),
      dutyContacts: agencyContacts(),
    } as const;
    expect(applied(undefined, register)).toEqual(anAgency());
    expect(outcome(anAgency(), register)).toBe('agency-exists');
  });

  it('keeps its contacts when a change names none', () => {
    const details = agencyDetails({ headcount: 40 });
    expect(applied(anAgency(), { type: 'change', as: 'agency', details })).toEqual(anAgency({ details }));
    const dutyContacts = agencyContacts().slice(1);
    expect(applied(anAgency(), { type: 'change', as: 'city', details, dutyContacts })).toEqual(
      anAgency({ details, dutyContacts }),
    );
  });

  it('has its agreement changed by the city only', () => {
    const details = agencyDetails({ agreement: { ...agreement, replyMinutes: 5 } });
    expect(outcome(anAgency(), { type: 'change', as: 'agency', details })).toBe('agency-agreement-kept-by-city');
    expect(applied(anAgency(), { type: 'change', as: 'city', details })).toEqual(anAgency({ details }));
  });

  it.each([OTHER_AGENCY_ID, undefined])('is not confirmed by people of %s', (agencyId) => {
    const by = { for: 'agency', agencyId } as const;
    expect(outcome(anAgency(), { type: 'confirm', by })).toBe('not-the-persons-agency');
  });

  it('keeps periods apart', () => {
    expect(outcome(anAgency(), { type: 'set-availability', periods: [away, away] })).toBe(
      'availability-periods-overlap',
    );
    expect(applied(anAgency(), { type: 'set-availability', periods: [away] })).toEqual(anAgency({ periods: [away] }));
  });
});

describe('what must be renewed', () => {
  const ring = (state: AgencyState, now: string) => applied(state, { type: 'clock-ran-out' }, now);
  const soon = plus(certification.expiresAt, -60 * DAY_MS);

  it('is spoken of sixty days before it ends, when it ends, and not again', () => {
    expect(aggregate.dueAt(anAgency())).toBe(soon);
    expect(ring(anAgency(), NOW)).toEqual(anAgency());
    const expiring = ring(anAgency(), soon);
    expect(expiring.expiryNotices).toEqual({ certification: 'expiring', agreement: 'none' });
    expect(aggregate.dueAt(expiring)).toBe(certification.expiresAt);
    const expired = ring(expiring, certification.expiresAt);
    expect(expired.expiryNotices).toEqual({ certification: 'expired', agreement: 'none' });
    expect(aggregate.dueAt(expired)).toBe(plus(agreement.validUntil, -60 * DAY_MS));
    const all = ring(expired, agreement.validUntil);
    expect(all.expiryNotices).toEqual({ certification: 'expired', agreement: 'expired' });
    expect(aggregate.dueAt(all)).toBeUndefined();
    expect(aggregate.dueAt(retired())).toBeUndefined();
  });

  it('starts anew when it is renewed, each by itself', () => {
    const told = anAgency({ expiryNotices: { certification: 'expired', agreement: 'expiring' } });
    const details = agencyDetails({ certification: { ...certification, expiresAt: plus(NOW, 900 * DAY_MS) } });
    expect(applied(told, { type: 'change', as: 'agency', details }).expiryNotices).toEqual({
      certification: 'none',
      agreement: 'expiring',
    });
  });

  it('is told of in both languages', () => {
    const { expiresAt } = certification;
    const notices = (type: 'agencyRenewalDue' | 'agencyRenewalMissed') =>
      aggregate.notices?.({ type, what: 'certification', expiresAt }, anAgency()) ?? [];
    expect(notices('agencyRenewalDue')).toMatchObject([
      { urgency: 'routine', text: { en: expect.stringMatching(/ends at/) } },
    ]);
    expect(notices('agencyRenewalMissed')).toMatchObject([
      { urgency: 'urgent', text: { zh: expect.stringContaining('西宁虚构矿山救护队') } },
    ]);
    expect(aggregate.notices?.({ type: 'agencyContactsRead', reason }, anAgency())).toEqual([]);
  });
});

describe('lists of agencies', () => {
  it('name every kind and hazard, and nothing personal', () => {
    const details = agencyDetails({
      capabilities: [
        { kind: 'mine-rescue', grade: 1 },
        { kind: 'engineering-rescue', grade: 3 },
      ],
    });
    const listings = aggregate.listings(anAgency({ details }));
    expect(listings.map(({ list, sort }) => `${list} ${sort.slice(0, 2)}`).sort()).toEqual([
      'agency 西宁',
      'agency/hazard/flood 西宁',
      'agency/hazard/mine 西宁',
      'agency/key 西宁',
      'agency/kind/engineering-rescue 3#',
      'agency/kind/engineering-rescue/hazard/flood 3#',
      'agency/kind/engineering-rescue/hazard/mine 3#',
      'agency/kind/mine-rescue 1#',
      'agency/kind/mine-rescue/hazard/flood 1#',
      'agency/kind/mine-rescue/hazard/mine 1#',
      'registry/confirmed 20',
      'registry/expiring 20',
      'registry/expiring 20',
    ]);
    expect(JSON.stringify(listings)).not.toMatch(/王示例|0000-0011/);
  });

  it('show one that is suspended among all only, and keep it up', () => {
    const lists = aggregate.listings(suspended()).map(({ list }) => list);
    expect(lists).toEqual(['agency', 'agency/key', 'registry/confirmed', 'registry/expiring', 'registry/expiring']);
  });

  it('show one that is retired among all only', () => {
    expect(aggregate.listings(retired()).map(({ list }) => list)).toEqual(['agency']);
  });
});
