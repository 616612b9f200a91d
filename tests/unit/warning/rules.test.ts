import { describe, expect, it } from 'vitest';
import { agreement } from '../../../shared/domain/agreement/agreement.ts';
import type { Circumstances } from '../../../shared/domain/kernel/decision.ts';
import { team } from '../../../shared/domain/team/team.ts';
import type { TeamCommand } from '../../../shared/domain/team/team-commands.ts';
import type { TeamState } from '../../../shared/domain/team/team-state.ts';
import { actsDue, actsOf, MOST_ACTS } from '../../../shared/domain/warning/warning-act.ts';
import { warningRule } from '../../../shared/domain/warning-rule/warning-rule.ts';
import { applied, outcomeOf, signedAgreement, someTerms } from '../../builders/agreement.ts';
import { rainstorm } from '../../builders/cap.ts';
import { aFreshId, circumstances, NOW, XINING } from '../../builders/circumstances.ts';
import { aTeam } from '../../builders/team.ts';
import { aWarningRule, receiving } from '../../builders/warning.ts';

const CLOCK: Circumstances = { ...circumstances(), actor: { kind: 'clock', city: XINING } };
const order = { ruleId: aFreshId() };
const declaration = { type: 'activate', number: 'w-1', reason: '红色预警' } as const;

describe('an agreement that works on declaration', () => {
  const armable = () => signedAgreement(someTerms({ arming: 'on-declaration' }));

  it('is armed by the clock on a standing order only', () => {
    expect(outcomeOf(agreement.decide(armable(), declaration, CLOCK))).toBe('not-a-representative');
    const armed = applied(armable(), { ...declaration, order }, CLOCK).state;
    const standDown = { type: 'stand-down', number: 'w-1', reason: '解除' } as const;
    expect(outcomeOf(agreement.decide(armed, standDown, CLOCK))).toBe('not-a-representative');
    expect(outcomeOf(agreement.decide(armed, { ...standDown, order }, CLOCK))).toBe('accepted');
  });

  it('is not armed on a standing order by a person who is not the representative', () => {
    const officer = circumstances({ role: 'duty-officer' });
    expect(outcomeOf(agreement.decide(armable(), { ...declaration, order }, officer))).toBe('not-a-representative');
  });
});

describe('a team on standby', () => {
  const teamAfter = (state: TeamState, command: TeamCommand): TeamState => {
    const decision = team.decide(state, command, CLOCK);
    if (!decision.accepted) throw new Error(decision.refusal.reason.code);
    return team.stateSchema.parse(decision.events.reduce(team.evolve, state));
  };
  const standBy = (warningId: string): TeamCommand => ({
    ...{ type: 'put-on-standby', warningId, until: '2026-07-15T06:00:00.000Z', reason: '红色预警' },
  });

  it('stands by for each warning once, until that warning is over', () => {
    const [one, other] = [aFreshId(), aFreshId()];
    const twice = teamAfter(teamAfter(teamAfter(aTeam(), standBy(one)), standBy(one)), standBy(other));
    expect(twice).toMatchObject({ standbys: [{ warningId: one, since: NOW }, { warningId: other }] });
    const once = teamAfter(twice, { type: 'end-standby', warningId: one });
    expect(once).toMatchObject({ standbys: [{ warningId: other }] });
    expect(teamAfter(once, { type: 'end-standby', warningId: other })).toEqual(aTeam());
    expect(teamAfter(aTeam(), { type: 'end-standby', warningId: one })).toEqual(aTeam());
  });

  it('stands by no more once it is retired', () => {
    const retired = teamAfter(teamAfter(aTeam(), standBy(aFreshId())), { type: 'retire', reason: '解散' });
    expect(retired).not.toHaveProperty('standbys');
    expect(outcomeOf(team.decide(retired, standBy(aFreshId()), CLOCK))).toBe('team-retired');
    expect(teamAfter(retired, { type: 'end-standby', warningId: aFreshId() })).toEqual(retired);
  });
});

describe('what rules have a warning do', () => {
  const { assessment, alert } = receiving(rainstorm());
  const cards = (details: object) => {
    const rule = aWarningRule();
    const [listing] = warningRule.listings({ ...rule, details: { ...rule.details, ...details } });
    return listing?.card as unknown as Parameters<typeof actsOf>[0][number];
  };

  it('is done to each agreement and team once, whatever the number of rules, and to so many', () => {
    const teams = Array.from({ length: MOST_ACTS }, aFreshId);
    const [one = '', two = ''] = teams;
    const acts = actsOf([cards({ teams: [one] }), cards({ teams: [one, two] })], alert, assessment, XINING);
    expect(acts.map(({ targetId }) => targetId)).toEqual([one, two]);
    expect(actsOf([cards({ teams }), cards({ teams: [aFreshId()] })], alert, assessment, XINING)).toHaveLength(
      MOST_ACTS,
    );
  });

  it.each([
    ['in-force', 'due', 1],
    ['in-force', 'done', 0],
    ['in-force', 'refused', 0],
    ['expired', 'due', 0],
    ['expired', 'done', 1],
    ['cancelled', 'undone', 0],
  ] as const)('of a warning %s is, when %s, still to be seen to %i times', (status, act, due) => {
    const [first] = actsOf([cards({ teams: [aFreshId()] })], alert, assessment, XINING);
    expect(actsDue({ status, acts: first ? [{ ...first, status: act }] : [] })).toHaveLength(due);
  });
});

describe('a rule', () => {
  const { id, details } = aWarningRule();

  it.each([
    ['set by the clock', undefined, { type: 'set', id, details }, CLOCK, 'warning-rule-not-by-representative'],
    ['set twice', aWarningRule(), { type: 'set', id, details }, circumstances(), 'warning-rule-exists'],
    [
      'changed that there is none of',
      undefined,
      { type: 'change', id, details },
      circumstances(),
      'warning-rule-unknown',
    ],
    ['retired', aWarningRule(), { type: 'retire', reason: '并入' }, circumstances(), 'accepted'],
    ['looked at by the clock', aWarningRule(), { type: 'clock-ran-out' }, CLOCK, 'accepted'],
  ] as const)('that is %s', (_, state, command, where, expected) => {
    expect(outcomeOf(warningRule.decide(state, command, where))).toBe(expected);
  });

  it('is changed no more once it is retired', () => {
    const retired = warningRule.evolve(aWarningRule(), { type: 'warningRuleRetired', reason: '并入', at: NOW });
    expect(outcomeOf(warningRule.decide(retired, { type: 'change', id, details }, circumstances()))).toBe(
      'warning-rule-retired',
    );
    expect(warningRule.listings(retired).map(({ list }) => list)).toEqual(['warning-rule']);
  });
});
