import { agreement } from '../../shared/domain/agreement/agreement.ts';
import type { AgreementCommand } from '../../shared/domain/agreement/agreement-commands.ts';
import type { AgreementEvent } from '../../shared/domain/agreement/agreement-events.ts';
import type {
  AgreementState,
  AgreementStatus,
  SignedAgreement,
} from '../../shared/domain/agreement/agreement-state.ts';
import type { AgreementTerms } from '../../shared/domain/agreement/agreement-terms.ts';
import type { Circumstances, Decision } from '../../shared/domain/kernel/decision.ts';
import { digestOf } from '../../shared/exchange/canonical.ts';
import { circumstances, LANZHOU, NOW, XINING } from './circumstances.ts';
import { testKey } from './test-cell.ts';

export const AGREEMENT_ID = '0190b000-0000-7000-8000-000000000200';

/** Terms that cover floods, in force for the year around {@link NOW}. */
export const someTerms = (overrides: Partial<AgreementTerms> = {}): AgreementTerms => ({
  title: '西宁兰州应急救援互助协议',
  validFrom: '2026-01-01T00:00:00.000Z',
  validUntil: '2027-01-01T00:00:00.000Z',
  hazards: ['flood', 'earthquake'],
  resourceKinds: ['water-rescue', 'medical-rescue'],
  replyWithinMinutes: 120,
  payment: {
    personnel: 'requesting-side',
    travel: 'requesting-side',
    equipment: 'shared-equally',
    commodities: 'requesting-side',
    other: 'assisting-side',
  },
  liability: '施救方人员的意外由请求方投保。',
  preAuthorised: [],
  arming: 'always',
  ...overrides,
});

/** Decides and evolves. @returns the state after it and the events. @throws Error when the command is refused. */
export const applied = (
  state: AgreementState | undefined,
  command: AgreementCommand,
  where: Circumstances = circumstances(),
): { readonly state: AgreementState; readonly events: readonly AgreementEvent[] } => {
  const decision = agreement.decide(state, command, where);
  if (!decision.accepted) throw new Error(`refused: ${decision.refusal.reason.code}`);
  const after = decision.events.reduce<AgreementState | undefined>((sum, event) => agreement.evolve(sum, event), state);
  if (!after) throw new Error('nothing happened');
  return { state: after, events: decision.events };
};

/** @returns the code a decision was refused with, or `accepted`. */
export const outcomeOf = (decision: Decision<unknown>): string =>
  decision.accepted ? 'accepted' : decision.refusal.reason.code;

/** Xining's proposal to Lanzhou. */
export const aProposal = (overrides: Partial<Extract<AgreementCommand, { type: 'propose' }>> = {}) => {
  const terms = overrides.terms ?? someTerms();
  return {
    type: 'propose' as const,
    id: AGREEMENT_ID,
    partner: LANZHOU,
    terms,
    termsDigest: digestOf(terms),
    key: testKey(XINING),
    partnerKeyId: testKey(LANZHOU).keyId,
    exercise: false,
    ...overrides,
  };
};

export const proposedAgreement = (terms: AgreementTerms = someTerms()): AgreementState =>
  applied(undefined, aProposal({ terms })).state;

/** An agreement between Xining, which proposed it, and Lanzhou, signed by both at {@link NOW}. */
export const signedAgreement = (terms: AgreementTerms = someTerms()): SignedAgreement => {
  const { state } = applied(
    proposedAgreement(terms),
    { type: 'countersign', key: testKey(LANZHOU), proposerKeyId: testKey(XINING).keyId },
    circumstances({ city: LANZHOU }),
  );
  return state as SignedAgreement;
};

/** The partner tells of something it did, in its message of that id. */
export const fromLanzhou = (messageId: string) => ({ from: LANZHOU, messageId, at: NOW });

const UPCOMING = { validFrom: '2026-08-01T00:00:00.000Z' };
const AFTER_ALL = '2027-01-01T00:00:00.000Z';
const reason = '依法';

/** An agreement, as Xining holds it, in each of the statuses it can have. */
export const agreementIn: { readonly [S in AgreementStatus]: () => AgreementState } = {
  proposed: () => proposedAgreement(),
  refused: () =>
    applied(proposedAgreement(), { type: 'refuse', reason, key: testKey(LANZHOU) }, circumstances({ city: LANZHOU }))
      .state,
  lapsed: () => applied(proposedAgreement(), { type: 'clock-ran-out' }, circumstances({ now: AFTER_ALL })).state,
  signed: () => signedAgreement(someTerms(UPCOMING)),
  'in-force': () => signedAgreement(),
  suspended: () => applied(signedAgreement(), { type: 'suspend', reason }).state,
  expired: () => applied(signedAgreement(), { type: 'clock-ran-out' }, circumstances({ now: AFTER_ALL })).state,
  terminated: () => applied(signedAgreement(), { type: 'terminate', reason }).state,
};
