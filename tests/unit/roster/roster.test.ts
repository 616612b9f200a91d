import { describe, expect, it } from 'vitest';
import { HOUR_MS, type Instant, plus } from '../../../shared/domain/kernel/instant.ts';
import { roster as aggregate } from '../../../shared/domain/roster/roster.ts';
import type { RosterCommand } from '../../../shared/domain/roster/roster-commands.ts';
import {
  dutyRoomOffice,
  MAXIMUM_SHIFTS,
  type RosterShift,
  RosterShiftSchema,
  type RosterState,
  RosterStateSchema,
} from '../../../shared/domain/roster/roster-state.ts';
import { AGENCY_ID, anAgency } from '../../builders/agency.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { circumstances, NOW, XINING } from '../../builders/circumstances.ts';
import { aDutyPerson, aRoster, aShift, hours, someOffice } from '../../builders/roster.ts';

const applied = (state: RosterState | undefined, command: RosterCommand, now: Instant = NOW): RosterState => {
  const decision = aggregate.decide(state, command, circumstances({ now }));
  if (!decision.accepted) throw new Error(`refused: ${decision.refusal.reason.code}`);
  const after = decision.events.reduce<RosterState | undefined>(
    (sum, event) => aggregate.evolve(sum, aggregate.eventSchema.parse(event)),
    state,
  );
  return RosterStateSchema.parse(after);
};
const outcome = (state: RosterState | undefined, command: RosterCommand, now: Instant = NOW) =>
  outcomeOf(aggregate.decide(state, command, circumstances({ now })));

const reason = '调整排班';
const establish: RosterCommand = { type: 'establish', id: dutyRoomOffice(XINING), office: someOffice() };
const plan = (...shifts: readonly RosterShift[]): RosterCommand => ({ type: 'plan-shifts', shifts });
const day = () => aRoster([aShift(-8, 16, '甲'), aShift(16, 40, '乙')]);
const discontinued = () => applied(day(), { type: 'discontinue', reason });
const handOver = (overrides: Partial<Extract<RosterCommand, { type: 'hand-over' }>> = {}): RosterCommand => ({
  ...{ type: 'hand-over', handedOverBy: '甲', takenOverBy: '乙', notes: '东川沟雨量偏大，继续关注。' },
  ...overrides,
});

describe('a roster', () => {
  it('is established once, and again after it was discontinued', () => {
    expect(applied(undefined, establish)).toEqual(aRoster());
    expect(outcome(day(), establish)).toBe('roster-exists');
    expect(applied(discontinued(), establish, hours(1))).toEqual({ ...day(), watchedUntil: hours(1) });
  });

  it('of an agency needs an agency that is not retired', () => {
    const of = (agency: ReturnType<typeof anAgency> | undefined): RosterCommand => ({
      ...{ type: 'establish', id: AGENCY_ID, of: { agency }, office: someOffice({ name: '矿山救护队' }) },
    });
    expect(outcome(undefined, of(undefined))).toBe('agency-unknown');
    const retired = { ...anAgency(), status: 'retired', reason, retiredAt: NOW } as const;
    expect(outcome(undefined, of(retired))).toBe('agency-retired');
    expect(applied(undefined, of(anAgency()))).toMatchObject({ id: AGENCY_ID, kind: 'agency' });
  });

  it.each<[RosterCommand, string]>([
    [{ type: 'change-office', office: someOffice() }, 'accepted'],
    [plan(aShift(50, 60, '丙')), 'accepted'],
    [{ type: 'remove-shift', from: hours(16), reason }, 'accepted'],
    [handOver({ shift: hours(16) }), 'handover-too-early'],
    [{ type: 'show-lines', reason }, 'accepted'],
    [{ type: 'discontinue', reason }, 'accepted'],
    [{ type: 'clock-ran-out' }, 'nothing'],
  ])('%o is %s while it is kept; otherwise refused', (command, whileKept) => {
    expect(outcome(undefined, command)).toBe('roster-unknown');
    const decision = aggregate.decide(day(), command, circumstances());
    expect(decision.accepted && decision.events.length === 0 ? 'nothing' : outcome(day(), command)).toBe(whileKept);
    if (command.type !== 'clock-ran-out') expect(outcome(discontinued(), command)).toBe('roster-discontinued');
  });
});

describe('a shift', () => {
  it.each([
    [aShift(2, 2, '甲'), '/until'],
    [aShift(0, 49, '甲'), '/until'],
    [aShift(0, 1, { name: '甲', telephone: 'by word' }), '/onDuty/0/telephone'],
  ])('is not one: %#', (shift, pointer) => {
    const parsed = RosterShiftSchema.safeParse(shift);
    expect(parsed.error?.issues.map(({ path }) => `/${path.join('/')}`)).toContain(pointer);
  });

  it.each<[string, RosterShift[], string]>([
    ['after the others', [aShift(40, 64, '丙')], 'accepted'],
    ['between, with a gap', [aShift(41, 42, '丙')], 'accepted'],
    ['instead of one', [aShift(16, 39, '丙')], 'accepted'],
    ['instead of the present one', [aShift(-8, 16, '丙')], 'accepted'],
    ['into one', [aShift(20, 24, '丙')], 'shifts-overlap'],
    ['over the next', [aShift(16, 41, '丙'), aShift(40, 64, '丁')], 'shifts-overlap'],
    ['of the past', [aShift(-32, -8, '丙')], 'shift-over'],
    ['twice', [aShift(40, 50, '丙'), aShift(40, 50, '丁')], 'shift-named-twice'],
  ])('is planned %s: %#', (_, shifts, expected) => {
    expect(outcome(day(), plan(...shifts))).toBe(expected);
  });

  it('takes the place of one that begins when it does, handover and all', () => {
    const handover = { at: hours(-8), handedOverBy: '丁', takenOverBy: '甲', notes: '' };
    const state = aRoster([{ ...aShift(-8, 16, '甲'), handover }, aShift(16, 40, '乙')]);
    expect(applied(state, plan(aShift(-8, 16, '丙')))).toMatchObject({
      shifts: [{ onDuty: [{ name: '丙' }], handover }, { onDuty: [{ name: '乙' }] }],
    });
  });

  it('is removed before it begins, not after', () => {
    const remove = (from: Instant): RosterCommand => ({ type: 'remove-shift', from, reason });
    expect(outcome(day(), remove(hours(-8)))).toBe('shift-begun');
    expect(outcome(day(), remove(hours(17)))).toBe('shift-unknown');
    expect(applied(day(), remove(hours(16)))).toEqual(aRoster([aShift(-8, 16, '甲')]));
  });

  it('leaves the roster a month after it is over, a few at a time', () => {
    const past = Array.from({ length: 20 }, (_, index) => aShift(-900 + index, -899 + index, '甲'));
    const after = applied(aRoster([...past, aShift(-1, 1, '乙')]), plan(aShift(1, 2, '丙')));
    expect(after.shifts).toHaveLength(16);
    expect(after.shifts.at(0)).toEqual(past[6]);
  });

  it('finds no room when there are too many to come; those that are over make room', () => {
    const many = (from: number) =>
      Array.from({ length: MAXIMUM_SHIFTS }, (_, index) => aShift(from + index, from + index + 1, '甲'));
    expect(outcome(aRoster(many(1)), plan(aShift(500, 501, '丙')))).toBe('roster-full');
    expect(applied(aRoster(many(-100)), plan(aShift(500, 501, '丙'))).shifts).toHaveLength(MAXIMUM_SHIFTS);
  });
});

describe('a handover', () => {
  it('is recorded with the shift that takes over', () => {
    const after = applied(day(), handOver({ shift: hours(16) }), hours(15));
    const handover = { at: hours(15), handedOverBy: '甲', takenOverBy: '乙', notes: '东川沟雨量偏大，继续关注。' };
    expect(after.shifts[1]).toEqual({ ...aShift(16, 40, '乙'), handover });
    expect(applied(day(), handOver(), hours(17)).shifts[1]).toMatchObject({ handover: { at: hours(17) } });
  });

  it('may be between those who lead', () => {
    expect(outcome(day(), handOver({ handedOverBy: '虚构带班', takenOverBy: '虚构带班' }), hours(17))).toBe('accepted');
  });

  it.each<[string, RosterCommand, number, string]>([
    ['by somebody else', handOver({ handedOverBy: '丁' }), 17, 'not-on-the-shift'],
    ['to somebody else', handOver({ takenOverBy: '丁' }), 17, 'not-on-the-shift'],
    ['long before', handOver({ shift: hours(16) }), 13, 'handover-too-early'],
    ['when it is over', handOver({ shift: hours(16) }), 41, 'shift-over'],
    ['of no shift', handOver({ shift: hours(17) }), 17, 'shift-unknown'],
    ['while nobody is planned', handOver(), 41, 'nobody-on-duty'],
    ['of the first shift', handOver(), 0, 'nothing-to-take-over'],
  ])('is refused %s', (_, command, at, expected) => {
    expect(outcome(day(), command, hours(at))).toBe(expected);
  });

  it('happens once', () => {
    expect(outcome(applied(day(), handOver(), hours(17)), handOver(), hours(18))).toBe('duty-handed-over');
  });
});

describe('lists of rosters', () => {
  it('hold the office, and each shift on every day it touches, and nothing personal', () => {
    const personId = 'duty-officer@630100';
    const listings = aggregate.listings(
      aRoster([aShift(-8, 16, aDutyPerson('甲', { personId })), aShift(24, 48, '乙')]),
    );
    const office = `0#${dutyRoomOffice(XINING)}`;
    expect(listings.map(({ list, sort }) => [list, sort])).toEqual([
      ['roster', office],
      ['roster/day/2026-07-14', `${office}#${hours(-8)}`],
      ['roster/day/2026-07-15', `${office}#${hours(-8)}`],
      ['roster/day/2026-07-16', `${office}#${hours(24)}`],
    ]);
    expect(JSON.stringify(listings)).not.toMatch(/139-0000|duty-officer@/);
    expect(listings[1]?.card).toMatchObject({
      onDuty: [{ name: '甲' }],
      lead: { name: '虚构带班', position: '副局长' },
    });
  });

  it('touch three days at most, and leave out the office once it is discontinued', () => {
    expect(aggregate.listings(aRoster([aShift(-1, 47, '甲')])).map(({ list }) => list)).toEqual([
      'roster',
      'roster/day/2026-07-14',
      'roster/day/2026-07-15',
      'roster/day/2026-07-16',
    ]);
    expect(aggregate.listings(discontinued()).map(({ list }) => list)).not.toContain('roster');
  });

  it('change within one transaction for as many shifts as can be planned at once', () => {
    const before = aRoster([
      ...Array.from({ length: 20 }, (_, index) => aShift(-2000 + 48 * index, -1953 + 48 * index, '甲')),
      ...Array.from({ length: 14 }, (_, index) => aShift(1 + 48 * index, 49 + 48 * index, '甲')),
    ]);
    const shorter = Array.from({ length: 14 }, (_, index) => aShift(1 + 48 * index, 2 + 48 * index, '乙'));
    const rows = (state: RosterState) =>
      new Map(aggregate.listings(state).map(({ list, sort, card }) => [`${list} ${sort}`, JSON.stringify(card)]));
    const [old, current] = [rows(before), rows(applied(before, plan(...shorter)))];
    const puts = [...current].filter(([name, card]) => old.get(name) !== card);
    const deletes = [...old].filter(([name]) => !current.has(name));
    expect(puts.length + deletes.length).toBeLessThan(95);
  });
});

describe('what the duty room is told', () => {
  const told = (event: Parameters<NonNullable<typeof aggregate.notices>>[0], kind: 'city' | 'agency') =>
    (aggregate.notices?.(event, aRoster([], { kind })) ?? []).map(({ urgency }) => urgency);

  it.each([
    [{ type: 'dutyGapComing', from: NOW, at: NOW }, ['urgent'], ['routine']],
    [{ type: 'dutyGapBegun', from: NOW, at: NOW }, ['urgent'], ['urgent']],
    [{ type: 'handoverLate', shift: NOW, at: NOW }, ['urgent'], ['routine']],
    [{ type: 'rosterWatched', at: NOW }, [], []],
  ] as const)('%o: %o of itself, %o of an agency', (event, ofCity, ofAgency) => {
    expect(told(event, 'city')).toEqual(ofCity);
    expect(told(event, 'agency')).toEqual(ofAgency);
  });

  it('names the office in both languages', () => {
    const [notice] = aggregate.notices?.({ type: 'dutyGapBegun', from: plus(NOW, HOUR_MS), at: NOW }, aRoster()) ?? [];
    expect(notice?.text.zh).toContain('西宁市应急管理局值班室');
    expect(notice?.text.en).toMatch(/Nobody has been on duty/);
  });
});
