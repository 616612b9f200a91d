import { describe, expect, it } from 'vitest';
import { agency } from '../../../shared/domain/agency/agency.ts';
import { depot } from '../../../shared/domain/depot/depot.ts';
import { expert } from '../../../shared/domain/expert/expert.ts';
import { dutyStanding } from '../../../shared/domain/roster/duty-standing.ts';
import { ringOrder } from '../../../shared/domain/roster/ring-order.ts';
import type { KeptShift, RosterState } from '../../../shared/domain/roster/roster-state.ts';
import { team } from '../../../shared/domain/team/team.ts';
import type { Role } from '../../../shared/http/roles.ts';
import { anAgency } from '../../builders/agency.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { aFreshId, aPerson, circumstances, NOW, XINING } from '../../builders/circumstances.ts';
import { aDepot } from '../../builders/depot.ts';
import { anExpert } from '../../builders/expert.ts';
import { aDutyPerson, aRoster, aShift, hours } from '../../builders/roster.ts';
import { aTeam } from '../../builders/team.ts';

const officer = aDutyPerson('甲', { personId: `duty-officer@${XINING}` });
const coordinator = aDutyPerson('乙', { personId: `coordinator@${XINING}` });
const handover = { at: hours(0), handedOverBy: '甲', takenOverBy: '乙', notes: '' };
const standing = (roster: RosterState | undefined, role: Role) => dutyStanding(roster, aPerson(role, XINING), NOW);

describe('whether somebody is on duty', () => {
  const changed = (second: Partial<KeptShift> = {}) =>
    aRoster([aShift(-8, 0, officer), { ...aShift(0, 8, coordinator), ...second }]);

  it.each<[string, RosterState | undefined, string, string]>([
    ['no roster', undefined, 'unknown', 'unknown'],
    ['a roster without shifts', aRoster(), 'unknown', 'unknown'],
    ['a shift that is over', aRoster([aShift(-8, 0, officer)]), 'unknown', 'unknown'],
    ['a shift without sign-ins', aRoster([aShift(-8, 8, '丙')]), 'unknown', 'unknown'],
    ['a shift of one', aRoster([aShift(-8, 8, officer)]), 'on-duty', 'off-duty'],
    ['a shift of both', aRoster([aShift(-8, 8, officer, coordinator)]), 'on-duty', 'on-duty'],
    ['a shift led by one', aRoster([{ ...aShift(-8, 8, '丙'), lead: officer }]), 'on-duty', 'off-duty'],
    ['a change of shifts, not handed over', changed(), 'on-duty', 'on-duty'],
    ['a change of shifts, handed over', changed({ handover }), 'off-duty', 'on-duty'],
    [
      'a roster that is discontinued',
      { ...aRoster([aShift(-8, 8, officer)]), status: 'discontinued', reason: '合并', discontinuedAt: NOW },
      'unknown',
      'unknown',
    ],
  ])('is, for %s: officer %s %s, coordinator %s', (_, roster, ofOfficer, ofCoordinator) => {
    expect([standing(roster, 'duty-officer'), standing(roster, 'coordinator')]).toEqual([ofOfficer, ofCoordinator]);
  });
});

describe('personal data', () => {
  const reason = '核实到岗';
  const others = aRoster([aShift(-8, 8, aDutyPerson('丙', { personId: 'somebody' }))]);
  const own = aRoster([aShift(-8, 8, officer, coordinator)]);
  const read = (roster: RosterState | undefined, role: Role, evenIfOffDuty = false) => {
    const [by, duty] = [circumstances({ role }), { roster, evenIfOffDuty }];
    return [
      outcomeOf(team.decide(aTeam(), { type: 'show-contact', reason, duty }, by)),
      outcomeOf(agency.decide(anAgency(), { type: 'show-contacts', reason, duty }, by)),
      outcomeOf(depot.decide(aDepot(), { type: 'show-contact', reason, duty }, by)),
      outcomeOf(expert.decide(anExpert(), { type: 'show-contact', as: 'city', reason, duty }, by)),
    ];
  };
  const yes = 'accepted';
  const off = 'not-on-duty';
  const none = 'expert-contact-not-needed';

  it.each<[Role, string[], string[], string[], string[]]>([
    ['duty-officer', [yes, yes, yes, yes], [yes, yes, yes, yes], [off, off, off, off], [yes, yes, yes, yes]],
    ['coordinator', [yes, yes, yes, none], [yes, yes, yes, yes], [off, off, off, none], [yes, yes, yes, none]],
    ['administrator', [yes, yes, yes, none], [yes, yes, yes, none], [yes, yes, yes, none], [yes, yes, yes, none]],
  ])(
    'is read by the %s without a roster %o, on duty %o, off duty %o, saying so %o',
    (role, free, on, offDuty, saying) => {
      expect(read(undefined, role)).toEqual(free);
      expect(read(own, role)).toEqual(on);
      expect(read(others, role)).toEqual(offDuty);
      expect(read(others, role, true)).toEqual(saying);
    },
  );

  it('of an expert needs no duty while a call-out is open', () => {
    const duty = { roster: others, evenIfOffDuty: false };
    const command = { type: 'show-contact', as: 'city', reason, duty } as const;
    const by = circumstances({ role: 'coordinator' });
    expect(outcomeOf(expert.decide(anExpert({ openCallOuts: [aFreshId()] }), command, by))).toBe(yes);
  });

  it('read off duty is said so in the ledger, and the duty room is told', () => {
    const command = { type: 'show-contact', reason, duty: { roster: others, evenIfOffDuty: true } } as const;
    const decision = team.decide(aTeam(), command, circumstances({ role: 'duty-officer' }));
    const event = { type: 'teamContactRead', reason, offDuty: `duty-officer@${XINING}` } as const;
    expect(decision).toEqual({ accepted: true, events: [event] });
    expect(team.notices?.(event, aTeam())).toMatchObject([
      { urgency: 'routine', text: { zh: expect.stringContaining(reason) } },
    ]);
    expect(team.notices?.({ type: 'teamContactRead', reason }, aTeam())).toEqual([]);
  });
});

describe('whom to ring', () => {
  const chief = { name: '局长' };
  it('goes from those on duty to who leads them to the order of the office, nobody twice', () => {
    const shift = { lead: chief, onDuty: [{ name: '甲' }, { name: '乙', position: '副班' }] };
    expect(ringOrder(shift, [{ name: '乙', position: '副班' }, { name: '主任' }, chief])).toEqual([
      { name: '甲', because: 'on-duty' },
      { name: '乙', position: '副班', because: 'on-duty' },
      { name: '局长', because: 'lead' },
      { name: '主任', because: 'escalation' },
    ]);
    expect(ringOrder(undefined, [chief])).toEqual([{ name: '局长', because: 'escalation' }]);
  });
});
