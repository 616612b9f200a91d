import { describe, expect, it } from 'vitest';
import type { Authority } from '../../../functions/exchange-inbox/check-authority.ts';
import { fateOf, type Rows } from '../../../functions/exchange-inbox/message-fate.ts';
import { mayBeEarly } from '../../../functions/exchange-inbox/putting-off.ts';
import type { IncomingMessageRow } from '../../../shared/data/rows.ts';
import { SCOPE_REFUSALS } from '../../../shared/domain/agreement/agreement-scope.ts';
import { HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { type Refusal, reason } from '../../../shared/domain/kernel/refusal.ts';
import type { Incoming } from '../../../shared/exchange/conversation.ts';
import type { Envelope } from '../../../shared/exchange/envelope.ts';
import { QUARANTINE } from '../../../shared/exchange/quarantine-reasons.ts';
import { messageDigest } from '../../../shared/exchange/signature.ts';

const CITY = '620100';
const NOW = '2026-07-15T00:00:00.000Z';
const nothing: Rows = { agreement: undefined, link: undefined, seen: undefined, received: 0, putOffSince: undefined };
const verified: Authority = { verified: true };

const envelope = (place: number, words = '请求支援'): Envelope => ({
  id: '0190a000-0000-7000-8000-000000000001',
  type: 'AgreementTerminated',
  version: 1,
  from: '630100',
  to: [CITY, '630200'],
  agreement: '0190a000-0000-7000-8000-000000000002',
  conversation: '0190a000-0000-7000-8000-000000000002',
  sequence: { [CITY]: place, '630200': 1 },
  exercise: false,
  issuedAt: NOW,
  expiresAt: plus(NOW, HOUR_MS),
  body: { reason: words },
  signature: { algorithm: 'ES256', keyId: 'k', jws: 'aa..bb' },
});

const incoming = (place: number, words?: string): Incoming => ({
  type: 'AgreementTerminated',
  body: { reason: words ?? '请求支援' },
  envelope: envelope(place, words),
  agreement: undefined,
});

const seen = (message: Envelope): IncomingMessageRow => ({
  pk: 'agreement#x',
  sk: 'MESSAGE#x',
  entity: 'incoming-message',
  digest: messageDigest(message),
  envelope: message,
  receivedAt: NOW,
});

describe('the fate of a message', () => {
  it.each([
    ['the first of its conversation', 1, nothing, { kind: 'apply' }],
    ['the next in turn', 4, { ...nothing, received: 3 }, { kind: 'apply' }],
    ['one that came too early', 3, { ...nothing, received: 1 }, { kind: 'park', place: 3 }],
    ['a repeat', 1, { ...nothing, received: 1, seen: seen(envelope(1)) }, { kind: 'repeat-receipt' }],
    ['a repeat after others', 1, { ...nothing, received: 7, seen: seen(envelope(1)) }, { kind: 'repeat-receipt' }],
  ])('%s', (_, place, rows, fate) => {
    expect(fateOf(incoming(place), verified, rows, CITY)).toMatchObject(fate);
  });

  it('refuses a number that was taken by another message: a replay', () => {
    const fate = fateOf(incoming(2), verified, { ...nothing, received: 5 }, CITY);
    expect(fate).toMatchObject({
      kind: 'refuse',
      verified: true,
      isNext: false,
      refusal: { reason: QUARANTINE.sequenceReplayed },
    });
  });

  it('refuses an id that was used for other content', () => {
    const fate = fateOf(incoming(1, '改过的'), verified, { ...nothing, received: 1, seen: seen(envelope(1)) }, CITY);
    expect(fate).toMatchObject({
      kind: 'refuse',
      verified: true,
      isNext: false,
      refusal: { reason: QUARANTINE.idReused },
    });
  });

  it('lets a proven but refused message use up its number, and an unproven one nothing', () => {
    const refusal: Refusal = { reason: SCOPE_REFUSALS.notInForce, parameters: { title: 't', status: 'expired' } };
    const forged: Refusal = { reason: QUARANTINE.forgedSignature, parameters: {} };
    expect(fateOf(incoming(1), { verified: true, refusal }, nothing, CITY)).toEqual({
      kind: 'refuse',
      verified: true,
      isNext: true,
      refusal,
    });
    expect(fateOf(incoming(1), { verified: false, refusal: forged }, nothing, CITY)).toEqual({
      kind: 'refuse',
      verified: false,
      isNext: false,
      refusal: forged,
    });
  });
});

describe('putting off what may have overtaken its permission', () => {
  const missing: Refusal = { reason: reason('not-here', 'missing', { zh: '无', en: 'no' }), parameters: {} };
  const standing = (status: string): Refusal => ({
    reason: SCOPE_REFUSALS.notInForce,
    parameters: { title: 't', status },
  });
  const notArmed: Refusal = { reason: SCOPE_REFUSALS.notArmed, parameters: { title: 't' } };
  const forged: Refusal = { reason: QUARANTINE.forgedSignature, parameters: {} };

  it.each([
    ['what it concerns is not here yet', missing, true],
    ['the declaration is still under way', notArmed, true],
    ['the resumption is still under way', standing('suspended'), true],
    ['the agreement has expired', standing('expired'), false],
    ['the agreement was terminated', standing('terminated'), false],
    ['the signature is forged', forged, false],
  ])('when %s: %#', (_, refusal, early) => {
    expect(mayBeEarly(refusal, incoming(1), nothing, NOW)).toBe(early);
  });

  it('does not go on for more than two hours', () => {
    const rows = { ...nothing, putOffSince: NOW };
    expect(mayBeEarly(missing, incoming(1), rows, plus(NOW, 2 * HOUR_MS - 1))).toBe(true);
    expect(mayBeEarly(missing, incoming(1), rows, plus(NOW, 2 * HOUR_MS))).toBe(false);
  });
});
