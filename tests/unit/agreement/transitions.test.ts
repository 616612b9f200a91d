import { describe, expect, it } from 'vitest';
import { agreement } from '../../../shared/domain/agreement/agreement.ts';
import type { AgreementCommand } from '../../../shared/domain/agreement/agreement-commands.ts';
import {
  type AgreementState,
  AgreementStateSchema,
  type AgreementStatus,
  AgreementStatusSchema,
} from '../../../shared/domain/agreement/agreement-state.ts';
import { digestOf } from '../../../shared/exchange/canonical.ts';
import { AGREEMENT_ID, agreementIn, aProposal, fromLanzhou, outcomeOf, someTerms } from '../../builders/agreement.ts';
import { aFreshId, circumstances, LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { testKey } from '../../builders/test-cell.ts';

const reason = '依法';
const LIVE: readonly AgreementStatus[] = ['signed', 'in-force', 'suspended'];
const SIGNED: readonly AgreementStatus[] = [...LIVE, 'expired', 'terminated'];

/** Terms that amend those of a state without moving its beginning. */
const amended = (state: AgreementState) => {
  const terms = someTerms({ validFrom: state.terms.validFrom, replyWithinMinutes: 60 });
  return { terms, termsDigest: digestOf(terms) };
};

const proposalFromLanzhou = (messageId: string): AgreementCommand => {
  const terms = someTerms();
  const termsDigest = digestOf(terms);
  const signature = {
    city: LANZHOU,
    representative: { id: 'a', name: 'a' },
    signedAt: NOW,
    termsDigest,
    messageId,
  };
  return {
    type: 'receive-proposal',
    ...fromLanzhou(messageId),
    id: AGREEMENT_ID,
    partner: XINING,
    terms,
    termsDigest,
    key: testKey(LANZHOU),
    partnerKeyId: testKey(XINING).keyId,
    signature,
    exercise: false,
  };
};

const countersignature = (state: AgreementState): AgreementCommand => {
  const messageId = aFreshId();
  const termsDigest = state.signatures[0]?.termsDigest ?? '';
  const signature = { city: LANZHOU, representative: { id: 'a', name: 'a' }, signedAt: NOW, termsDigest, messageId };
  return { type: 'receive-countersignature', ...fromLanzhou(messageId), key: testKey(LANZHOU), signature };
};

const amendmentFromLanzhou = (state: AgreementState): AgreementCommand => {
  const messageId = aFreshId();
  const { terms, termsDigest } = amended(state);
  const proposedBy = { city: LANZHOU, representative: { id: 'a', name: 'a' }, signedAt: NOW, termsDigest, messageId };
  const amendment = { amendmentId: aFreshId(), terms, termsVersion: state.termsVersion + 1, proposedBy };
  return { type: 'receive-amendment', ...fromLanzhou(messageId), amendment, termsDigest };
};

/** Every command that Xining, which proposed the agreement, may give or get, and the statuses in which it is accepted. */
const COMMANDS: Readonly<
  Record<
    string,
    { readonly command: (state: AgreementState) => AgreementCommand; readonly in: readonly AgreementStatus[] }
  >
> = {
  propose: { command: () => aProposal(), in: [] },
  'propose-amendment': { command: (state) => ({ type: 'propose-amendment', ...amended(state) }), in: LIVE },
  suspend: { command: () => ({ type: 'suspend', reason }), in: ['signed', 'in-force'] },
  resume: { command: () => ({ type: 'resume', reason }), in: ['suspended'] },
  terminate: { command: () => ({ type: 'terminate', reason }), in: LIVE },
  'rotate-key': { command: () => ({ type: 'rotate-key', key: testKey('630200') }), in: SIGNED },
  'receive-proposal': { command: () => proposalFromLanzhou(aFreshId()), in: [] },
  'receive-countersignature': { command: countersignature, in: ['proposed', 'lapsed'] },
  'receive-refusal': {
    command: () => ({ type: 'receive-refusal', ...fromLanzhou(aFreshId()), reason, key: testKey(LANZHOU) }),
    in: ['proposed', 'lapsed'],
  },
  'receive-amendment': { command: amendmentFromLanzhou, in: LIVE },
  'receive-suspension': {
    command: () => ({ type: 'receive-suspension', ...fromLanzhou(aFreshId()), reason }),
    in: SIGNED,
  },
  'receive-resumption': {
    command: () => ({ type: 'receive-resumption', ...fromLanzhou(aFreshId()), reason }),
    in: SIGNED,
  },
  'receive-termination': {
    command: () => ({ type: 'receive-termination', ...fromLanzhou(aFreshId()), reason }),
    in: SIGNED,
  },
  'receive-activation': {
    command: () => ({ type: 'receive-activation', ...fromLanzhou(aFreshId()), number: '1', reason }),
    in: SIGNED,
  },
  'receive-stand-down': {
    command: () => ({
      type: 'receive-stand-down',
      ...fromLanzhou(aFreshId()),
      declarationId: aFreshId(),
      reason,
    }),
    in: SIGNED,
  },
  'receive-key-rotation': {
    command: () => ({ type: 'receive-key-rotation', ...fromLanzhou(aFreshId()), key: testKey('630200') }),
    in: SIGNED,
  },
  'clock-ran-out': { command: () => ({ type: 'clock-ran-out' }), in: AgreementStatusSchema.options },
  'message-failed': {
    command: () => ({
      type: 'message-failed',
      messageId: aFreshId(),
      city: LANZHOU,
      code: 'test',
      reason: { zh: '试', en: 'test' },
    }),
    in: AgreementStatusSchema.options,
  },
};

describe('what can be done to an agreement in each status', () => {
  for (const status of AgreementStatusSchema.options)
    it.each(Object.entries(COMMANDS))(`${status}: %s`, (_, { command, in: accepting }) => {
      const state = agreementIn[status]();
      expect(state.status).toBe(status);
      const decision = agreement.decide(state, command(state), circumstances());
      expect(decision.accepted, outcomeOf(decision)).toBe(accepting.includes(status));
      if (decision.accepted)
        for (const event of decision.events)
          expect(AgreementStateSchema.parse(agreement.evolve(state, event))).toEqual(agreement.evolve(state, event));
    });

  it.each(Object.entries(COMMANDS).filter(([name]) => name !== 'propose' && name !== 'receive-proposal'))(
    'nothing comes of %s before there is a proposal',
    (_, { command }) => {
      const decision = agreement.decide(undefined, command(agreementIn['in-force']()), circumstances());
      expect(outcomeOf(decision)).toBe('agreement-unknown');
    },
  );

  it.each(['propose', 'propose-amendment', 'suspend', 'terminate'] as const)(
    'nobody but a representative may %s',
    (name) => {
      const state = name === 'propose' ? undefined : agreementIn['in-force']();
      const command = COMMANDS[name]?.command(agreementIn['in-force']());
      if (!command) throw new Error(`no such command: ${name}`);
      expect(outcomeOf(agreement.decide(state, command, circumstances({ role: 'coordinator' })))).toBe(
        'not-a-representative',
      );
      expect(outcomeOf(agreement.decide(state, command, circumstances()))).toBe('accepted');
    },
  );
});
