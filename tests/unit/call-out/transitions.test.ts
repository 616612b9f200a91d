import { describe, expect, it } from 'vitest';
import { callOut as aggregate } from '../../../shared/domain/call-out/call-out.ts';
import type { CallOutState } from '../../../shared/domain/call-out/call-out-state.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { aCallOut, anOpening, COMMANDS, type CommandName } from '../../builders/call-out.ts';
import { circumstances } from '../../builders/circumstances.ts';

const where = circumstances({ role: 'coordinator' });

/** The ways an invitation can stand, each by what brought it there. */
const STANDINGS = {
  invited: [],
  'time-proposed': ['propose'],
  accepted: ['accept'],
  'opinion-given': ['accept', 'giveOpinion'],
  claimed: ['accept', 'giveOpinion', 'claimFee'],
  settled: ['accept', 'giveOpinion', 'claimFee', 'confirmFee', 'appraise'],
  declined: ['decline'],
  recused: ['recuse'],
  withdrawn: ['withdraw'],
  closed: ['decline', 'close'],
  cancelled: ['cancel'],
} as const satisfies Record<string, readonly CommandName[]>;
type Standing = keyof typeof STANDINGS;

/** Where each command is accepted; anywhere else it is refused with the code beside it, unless another is named. */
const TABLE: Readonly<Record<CommandName, readonly [accepted: readonly Standing[], refused: string]>> = {
  accept: [['invited', 'time-proposed'], 'invitation-not-so'],
  decline: [['invited', 'time-proposed', 'accepted'], 'invitation-not-so'],
  recuse: [['invited', 'time-proposed', 'accepted'], 'invitation-not-so'],
  propose: [['invited', 'time-proposed'], 'invitation-not-so'],
  acceptTime: [['time-proposed'], 'invitation-not-so'],
  refuseTime: [['time-proposed'], 'invitation-not-so'],
  withdraw: [['invited', 'time-proposed', 'accepted'], 'invitation-not-so'],
  giveOpinion: [['accepted'], 'invitation-not-so'],
  claimFee: [['opinion-given'], 'invitation-not-so'],
  confirmFee: [['claimed'], 'invitation-not-so'],
  appraise: [['opinion-given', 'claimed'], 'invitation-not-so'],
  invite: [['declined', 'withdrawn'], 'expert-invited-already'],
  urge: [['invited'], 'nobody-to-urge'],
  close: [['settled', 'declined', 'recused', 'withdrawn'], 'call-out-unsettled'],
  cancel: [
    ['invited', 'time-proposed', 'accepted', 'opinion-given', 'claimed', 'settled', 'declined', 'recused', 'withdrawn'],
    'call-out-not-open',
  ],
  clock: [Object.keys(STANDINGS) as Standing[], ''],
};

/** Refusals that say more than the usual one. */
const SPECIAL: Readonly<Record<string, string>> = {
  'claimed claimFee': 'fee-claimed-already',
  'settled claimFee': 'fee-claimed-already',
  'opinion-given confirmFee': 'fee-not-claimed',
  'settled confirmFee': 'fee-confirmed-already',
  'settled appraise': 'expert-appraised-already',
  'opinion-given close': 'call-out-not-appraised',
  'claimed close': 'call-out-fee-open',
};

const outcome = (state: CallOutState | undefined, name: CommandName): string =>
  outcomeOf(aggregate.decide(state, COMMANDS[name], where));

describe.each(Object.entries(STANDINGS) as [Standing, readonly CommandName[]][])(
  'a call-out whose invitation is %s',
  (standing, history) => {
    it.each(Object.keys(COMMANDS) as CommandName[])('%s', (name) => {
      const [accepted, refused] = TABLE[name];
      const isOver = standing === 'closed' || standing === 'cancelled';
      const usual = isOver ? 'call-out-not-open' : refused;
      const expected = accepted.includes(standing) ? 'accepted' : (SPECIAL[`${standing} ${name}`] ?? usual);
      expect(outcome(aCallOut(...history), name)).toBe(expected);
    });
  },
);

describe('a call-out', () => {
  it.each(Object.keys(COMMANDS) as CommandName[])('cannot %s before it is open', (name) => {
    expect(outcome(undefined, name)).toBe('call-out-unknown');
  });

  it('is opened once', () => {
    expect(outcomeOf(aggregate.decide(undefined, anOpening(), where))).toBe('accepted');
    expect(outcomeOf(aggregate.decide(aCallOut(), anOpening(), where))).toBe('call-out-exists');
  });
});
