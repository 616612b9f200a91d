import { describe, expect, it } from 'vitest';
import { agreement } from '../../../shared/domain/agreement/agreement.ts';
import type { AgreementCommand } from '../../../shared/domain/agreement/agreement-commands.ts';
import { acceptedKey, allKeysOf } from '../../../shared/domain/agreement/agreement-keys.ts';
import { scopeRefusal } from '../../../shared/domain/agreement/agreement-scope.ts';
import { type AgreementState, standingOf } from '../../../shared/domain/agreement/agreement-state.ts';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { digestOf } from '../../../shared/exchange/canonical.ts';
import {
  agreementIn,
  applied,
  fromLanzhou,
  outcomeOf,
  proposedAgreement,
  signedAgreement,
  someTerms,
} from '../../builders/agreement.ts';
import { aFreshId, circumstances, LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { testKey } from '../../builders/test-cell.ts';

const reason = '依法';
const having = (state: AgreementState, ...commands: readonly AgreementCommand[]): AgreementState =>
  commands.reduce((sum, command) => applied(sum, command).state, state);
const outcome = (state: AgreementState, command: AgreementCommand) =>
  outcomeOf(agreement.decide(state, command, circumstances()));

describe('suspension', () => {
  it('stops all use, for which transactions of others look at the standing', () => {
    const suspended = having(signedAgreement(), { type: 'suspend', reason });
    expect(agreement.guards?.(signedAgreement())).toEqual({ standing: 'usable' });
    expect(agreement.guards?.(suspended)).toEqual({ standing: 'not-usable' });
  });

  it('is lifted only by the city that suspended, and only when both have lifted theirs', () => {
    const theirs = having(signedAgreement(), { type: 'receive-suspension', ...fromLanzhou(aFreshId()), reason });
    expect(outcome(theirs, { type: 'resume', reason })).toBe('not-suspended-by-this-city');
    const both = having(theirs, { type: 'suspend', reason });
    expect(outcome(both, { type: 'suspend', reason })).toBe('already-suspended');
    const ours = having(both, { type: 'receive-resumption', ...fromLanzhou(aFreshId()), reason });
    expect(ours.status).toBe('suspended');
    expect(having(ours, { type: 'resume', reason }).status).toBe('in-force');
  });
});

describe('declarations', () => {
  const onDeclaration = () => signedAgreement(someTerms({ arming: 'on-declaration' }));

  it('arm an agreement, and stand it down', () => {
    const armed = having(onDeclaration(), { type: 'activate', number: '青应急〔2026〕7号', reason });
    expect(standingOf(onDeclaration())).toBe('not-armed');
    expect(standingOf(armed)).toBe('usable');
    const stoodDown = having(armed, { type: 'stand-down', number: '青应急〔2026〕7号', reason });
    expect(standingOf(stoodDown)).toBe('not-armed');
  });

  it.each([
    [
      'where none is needed',
      () => signedAgreement(),
      { type: 'activate', number: '1', reason },
      'declaration-not-needed',
    ],
    [
      'of a number in effect already',
      () => having(onDeclaration(), { type: 'activate', number: '1', reason }),
      { type: 'activate', number: '1', reason },
      'already-declared',
    ],
    [
      'while suspended',
      () => having(onDeclaration(), { type: 'suspend', reason }),
      { type: 'activate', number: '1', reason },
      'agreement-status',
    ],
    ['to be stood down that nobody made', onDeclaration, { type: 'stand-down', number: '1', reason }, 'not-declared'],
  ] as const)('are refused %s', (_, state, command, code) => {
    expect(outcome(state(), command)).toBe(code);
  });

  it('of both cities under one number are stood down together', () => {
    const both = having(
      onDeclaration(),
      { type: 'receive-activation', ...fromLanzhou(aFreshId()), number: '1', reason },
      { type: 'activate', number: '1', reason },
    );
    const { state, events } = applied(both, { type: 'stand-down', number: '1', reason });
    expect(events.map((event) => event.type)).toEqual(['agreementStoodDown', 'agreementStoodDown']);
    expect(standingOf(state)).toBe('not-armed');
  });
});

describe('what the terms cover', () => {
  const use = { hazard: 'flood', kinds: ['water-rescue'] } as const;
  const inForce = signedAgreement();
  it.each([
    ['a covered use', inForce, use, NOW, undefined],
    ['another hazard', inForce, { ...use, hazard: 'mine' }, NOW, 'hazard-out-of-scope'],
    ['another kind', inForce, { ...use, kinds: ['water-rescue', 'mine-rescue'] }, NOW, 'resource-kind-out-of-scope'],
    ['a time after its end', inForce, use, someTerms().validUntil, 'agreement-outside-validity'],
    ['a suspended agreement', agreementIn.suspended(), use, NOW, 'agreement-not-in-force'],
    ['one not armed', signedAgreement(someTerms({ arming: 'on-declaration' })), use, NOW, 'agreement-not-armed'],
  ] as const)('%s', (_, state, wanted, now, code) => {
    expect(scopeRefusal(state, wanted, now)?.reason.code).toBe(code);
  });
});

describe('the end', () => {
  it('comes by the clock at the end of the validity, and once', () => {
    const expired = agreementIn.expired();
    expect(expired.status).toBe('expired');
    expect(agreement.dueAt(expired)).toBeUndefined();
    const again = agreement.decide(
      expired,
      { type: 'clock-ran-out' },
      circumstances({ now: '2027-02-01T00:00:00.000Z' }),
    );
    expect(again).toEqual({ accepted: true, events: [] });
  });

  it('by two terminations that crossed is the earlier one, whichever was heard of first', () => {
    const earlier = { from: LANZHOU, messageId: aFreshId(), at: plus(NOW, -1000) };
    const ours = having(signedAgreement(), { type: 'terminate', reason: '我方' });
    const both = having(ours, { type: 'receive-termination', ...earlier, reason: '对方' });
    expect(both).toMatchObject({ status: 'terminated', termination: { by: LANZHOU, reason: '对方' } });
  });
});

describe('amendments', () => {
  const terms = someTerms({ replyWithinMinutes: 60, validUntil: '2028-01-01T00:00:00.000Z' });
  const propose = { type: 'propose-amendment', terms, termsDigest: digestOf(terms) } as const;

  it('change the terms once both have signed', () => {
    const pending = having(signedAgreement(), propose);
    expect(pending).toMatchObject({ termsVersion: 1, terms: someTerms(), amendment: { termsVersion: 2 } });
    const amendmentId = 'amendment' in pending ? (pending.amendment?.amendmentId ?? '') : '';
    expect(outcome(pending, { type: 'sign-amendment', amendmentId })).toBe('own-amendment');
    const inLanzhou = circumstances({ city: LANZHOU });
    const { state } = applied(pending, { type: 'sign-amendment', amendmentId }, inLanzhou);
    expect(state).toMatchObject({ termsVersion: 2, terms, status: 'in-force' });
    expect(state.signatures.map(({ city }) => city)).toEqual([XINING, LANZHOU]);
    expect(state).not.toHaveProperty('amendment');
    expect(outcomeOf(agreement.decide(state, { type: 'sign-amendment', amendmentId }, inLanzhou))).toBe(
      'amendment-not-pending',
    );
  });

  it.each([
    ['while another is pending', () => having(signedAgreement(), propose), propose, 'amendment-pending'],
    [
      'that moves the beginning',
      () => signedAgreement(),
      { ...propose, terms: someTerms({ validFrom: '2026-02-01T00:00:00.000Z' }) },
      'amendment-changes-beginning',
    ],
    ['that is over', () => signedAgreement(), { ...propose, terms: someTerms({ validUntil: NOW }) }, 'validity-over'],
  ] as const)('are refused %s', (_, state, command, code) => {
    expect(outcome(state(), command)).toBe(code);
  });

  it('of another version than the next are refused', () => {
    const messageId = aFreshId();
    const termsDigest = digestOf(terms);
    const proposedBy = { city: LANZHOU, representative: { id: 'a', name: 'a' }, signedAt: NOW, termsDigest, messageId };
    const amendment = { amendmentId: aFreshId(), terms, termsVersion: 3, proposedBy };
    const received = { type: 'receive-amendment', ...fromLanzhou(messageId), amendment, termsDigest } as const;
    expect(outcome(signedAgreement(), received)).toBe('amendment-version');
    expect(outcome(signedAgreement(), { ...received, amendment: { ...amendment, termsVersion: 2 } })).toBe('accepted');
  });
});

describe('messages that failed', () => {
  const failed = (messageId: string): AgreementCommand => ({
    type: 'message-failed',
    messageId,
    city: LANZHOU,
    code: 'undeliverable',
    reason: { zh: '无法送达', en: 'could not be delivered' },
  });

  it('end a proposal', () => {
    const proposal = proposedAgreement();
    const state = having(proposal, failed(proposal.signatures[0]?.messageId ?? ''));
    expect(state).toMatchObject({ status: 'refused', refusedBy: LANZHOU, failures: [{ code: 'undeliverable' }] });
  });

  it('end an agreement whose countersignature was not taken', () => {
    const signed = signedAgreement();
    const state = having(signed, failed(signed.signatures[1]?.messageId ?? ''));
    expect(state).toMatchObject({ status: 'terminated', termination: { by: LANZHOU } });
  });

  it('take an amendment back, and otherwise only show', () => {
    const pending = having(signedAgreement(), {
      type: 'propose-amendment',
      terms: someTerms(),
      termsDigest: digestOf(someTerms()),
    });
    const messageId = 'amendment' in pending ? (pending.amendment?.proposedBy.messageId ?? '') : '';
    expect(having(pending, failed(messageId))).not.toHaveProperty('amendment');
    const other = having(pending, failed(aFreshId()));
    expect(other).toMatchObject({ status: 'in-force', amendment: { terms: someTerms() } });
    expect(other.failures).toHaveLength(1);
    const [event] = applied(pending, failed(messageId)).events;
    expect(event && agreement.notices?.(event, other)).toMatchObject([{ urgency: 'urgent' }]);
  });
});

describe('keys', () => {
  const next = testKey('630200');
  it('replaced by rotation are accepted for as long as messages are sent again, and known for ever', () => {
    const rotated = having(signedAgreement(), { type: 'receive-key-rotation', ...fromLanzhou(aFreshId()), key: next });
    const former = testKey(LANZHOU);
    expect(acceptedKey(rotated, LANZHOU, next.keyId, NOW)).toEqual(next);
    expect(acceptedKey(rotated, LANZHOU, former.keyId, plus(NOW, 14 * DAY_MS))).toEqual(former);
    expect(acceptedKey(rotated, LANZHOU, former.keyId, plus(NOW, 15 * DAY_MS))).toBeUndefined();
    expect(acceptedKey(rotated, XINING, former.keyId, NOW)).toBeUndefined();
    expect(allKeysOf(rotated)).toHaveLength(3);
  });

  it('are rotated to others only', () => {
    expect(outcome(signedAgreement(), { type: 'rotate-key', key: testKey(XINING) })).toBe('key-not-new');
  });
});
