import { describe, expect, it } from 'vitest';
import { agreement } from '../../../shared/domain/agreement/agreement.ts';
import type { AgreementCommand } from '../../../shared/domain/agreement/agreement-commands.ts';
import { standingOf } from '../../../shared/domain/agreement/agreement-state.ts';
import { digestOf } from '../../../shared/exchange/canonical.ts';
import {
  agreementIn,
  aProposal,
  applied,
  outcomeOf,
  proposedAgreement,
  signedAgreement,
  someTerms,
} from '../../builders/agreement.ts';
import { aFreshId, circumstances, LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { testKey } from '../../builders/test-cell.ts';

const outcome = (command: AgreementCommand, where = circumstances(), state = proposedAgreement()) =>
  agreement.decide(state, command, where);

describe('proposing', () => {
  it.each([
    ['with itself', { partner: XINING }, 'partner-is-this-city', '/partner'],
    ['with its own fingerprint', { partnerKeyId: testKey(XINING).keyId }, 'fingerprint-is-own', '/partnerKeyId'],
    ['past its end', { terms: someTerms({ validUntil: NOW }) }, 'validity-over', '/terms/validUntil'],
    [
      'pre-authorising what is out of scope',
      { terms: someTerms({ preAuthorised: [{ kind: 'mine-rescue', level: 3, quantity: 1 }] }) },
      'pre-authorisation-out-of-scope',
      '/terms/preAuthorised/0/kind',
    ],
  ])('refuses an agreement %s', (_, overrides, code, pointer) => {
    const decision = agreement.decide(undefined, aProposal(overrides), circumstances());
    expect(decision).toMatchObject({ accepted: false, refusal: { reason: { code }, pointer } });
  });

  it('signs the terms by digest, in the message that carries them', () => {
    const { state, events } = applied(undefined, aProposal());
    expect(state.signatures).toHaveLength(1);
    expect(state.signatures[0]).toMatchObject({
      city: XINING,
      signedAt: NOW,
      termsDigest: digestOf(someTerms()),
      representative: { id: `representative@${XINING}` },
    });
    expect(events).toMatchObject([{ signature: { messageId: state.signatures[0]?.messageId } }]);
    expect(standingOf(state)).toBe('not-usable');
  });
});

describe('countersigning', () => {
  const countersign = { type: 'countersign', key: testKey(LANZHOU), proposerKeyId: testKey(XINING).keyId } as const;
  const inLanzhou = circumstances({ city: LANZHOU });

  it.each([
    ['the proposer itself', countersign, circumstances(), 'not-a-party'],
    [
      'somebody without authority',
      countersign,
      circumstances({ city: LANZHOU, role: 'coordinator' }),
      'not-a-representative',
    ],
    [
      'who was told another fingerprint',
      { ...countersign, proposerKeyId: 'another' },
      inLanzhou,
      'fingerprint-mismatch',
    ],
    ['whose key is not the one named', { ...countersign, key: testKey('630200') }, inLanzhou, 'own-key-not-named'],
    ['after its end', countersign, circumstances({ city: LANZHOU, now: someTerms().validUntil }), 'validity-over'],
  ])('is refused to %s', (_, command, where, code) => {
    expect(outcomeOf(outcome(command, where))).toBe(code);
  });

  it('brings the agreement into force at once when its validity has begun', () => {
    const { state } = applied(proposedAgreement(), countersign, inLanzhou);
    expect(state).toMatchObject({ status: 'in-force', inForceSince: NOW });
    expect(Object.keys(state.keys).sort()).toEqual([LANZHOU, XINING]);
    expect(standingOf(state)).toBe('usable');
  });

  it('waits for the validity to begin, and the clock begins it', () => {
    const terms = someTerms({ validFrom: '2026-08-01T00:00:00.000Z' });
    const signed = signedAgreement(terms);
    expect(signed).toMatchObject({ status: 'signed', inForceSince: terms.validFrom });
    expect(standingOf(signed)).toBe('not-usable');
    expect(agreement.dueAt(signed)).toBe(terms.validFrom);
    const rung = (now: string) => agreement.decide(signed, { type: 'clock-ran-out' }, circumstances({ now }));
    expect(rung(NOW)).toEqual({ accepted: true, events: [] });
    const { state } = applied(signed, { type: 'clock-ran-out' }, circumstances({ now: terms.validFrom }));
    expect(state.status).toBe('in-force');
    expect(agreement.dueAt(state)).toBe(terms.validUntil);
  });
});

describe('receiving a countersignature', () => {
  const messageId = aFreshId();
  const signature = {
    city: LANZHOU,
    representative: { id: 'a', name: 'a' },
    signedAt: NOW,
    termsDigest: digestOf(someTerms()),
    messageId,
  };
  const received = {
    type: 'receive-countersignature',
    from: LANZHOU,
    messageId,
    at: NOW,
    key: testKey(LANZHOU),
    signature,
  } as const;

  it.each([
    ['of a city that is not the partner', { from: '630200' }, 'not-a-party'],
    ['with a key nobody was told of', { key: testKey('630200') }, 'key-not-pinned'],
    ['in the name of another city', { signature: { ...signature, city: '630200' } }, 'signature-not-of-sender'],
    ['lifted from another message', { signature: { ...signature, messageId: aFreshId() } }, 'signature-not-of-sender'],
    ['under other terms', { signature: { ...signature, termsDigest: 'other' } }, 'terms-digest-mismatch'],
  ])('refuses one %s', (_, overrides, code) => {
    expect(outcomeOf(outcome({ ...received, ...overrides }))).toBe(code);
  });

  it('brings the agreement into force at the proposer too, even after the proposal lapsed there', () => {
    expect(applied(proposedAgreement(), received).state.status).toBe('in-force');
    expect(applied(agreementIn.lapsed(), received).state.status).toBe('in-force');
  });
});

describe('receiving a proposal', () => {
  const messageId = aFreshId();
  const terms = someTerms();
  const termsDigest = digestOf(terms);
  const signature = { city: XINING, representative: { id: 'a', name: 'a' }, signedAt: NOW, termsDigest, messageId };
  const received = {
    type: 'receive-proposal',
    from: XINING,
    messageId,
    at: NOW,
    id: aFreshId(),
    partner: LANZHOU,
    terms,
    termsDigest,
    key: testKey(XINING),
    partnerKeyId: testKey(LANZHOU).keyId,
    signature,
    exercise: true,
  } as const;
  const decide = (overrides: object) =>
    outcomeOf(agreement.decide(undefined, { ...received, ...overrides }, circumstances({ city: LANZHOU })));

  it.each([
    ['addressed to another city', { partner: '630200' }, 'not-a-party'],
    ['from oneself', { from: LANZHOU }, 'not-a-party'],
    ['signed for another city', { signature: { ...signature, city: '630200' } }, 'signature-not-of-sender'],
    ['whose terms are not the ones signed', { termsDigest: 'other' }, 'terms-digest-mismatch'],
    ['that is over', { terms: someTerms({ validUntil: NOW }) }, 'validity-over'],
    ['in order', {}, 'accepted'],
  ])('decides one %s', (_, overrides, code) => {
    expect(decide(overrides)).toBe(code);
  });

  it('keeps what it says', () => {
    const { state } = applied(undefined, received, circumstances({ city: LANZHOU }));
    expect(state).toMatchObject({ status: 'proposed', proposer: XINING, partner: LANZHOU, exercise: true });
    expect(agreement.isExercise(state)).toBe(true);
  });
});
