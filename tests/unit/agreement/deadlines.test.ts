import { describe, expect, it } from 'vitest';
import { agreement } from '../../../shared/domain/agreement/agreement.ts';
import type { AgreementStatus } from '../../../shared/domain/agreement/agreement-state.ts';
import { MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { digestOf } from '../../../shared/exchange/canonical.ts';
import { agreementIn, applied, proposedAgreement, signedAgreement, someTerms } from '../../builders/agreement.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { rulesWithin, WITHIN_MINUTES, waitsIn } from '../../builders/deadlines.ts';

const AT = { XINING: rulesWithin(XINING), LANZHOU: rulesWithin(LANZHOU) };

/** What Xining, which proposed it, waits for in each status; in all others nobody must move. */
const WAITS: { readonly [S in AgreementStatus]?: readonly string[] } = { proposed: [`countersignature ${LANZHOU}`] };

const amended = () => {
  const terms = someTerms({ title: '应急救援联动工作备忘录（修订）' });
  return applied(signedAgreement(), { type: 'propose-amendment', terms, termsDigest: digestOf(terms) }).state;
};

describe('what an agreement waits for', () => {
  it.each(Object.keys(agreementIn) as AgreementStatus[])('%s', (status) => {
    expect(waitsIn(agreement.deadlines?.(agreementIn[status](), AT.XINING))).toEqual(WAITS[status] ?? []);
  });

  it('is the representative’s signature where this city is asked', () => {
    expect(waitsIn(agreement.deadlines?.(proposedAgreement(), AT.LANZHOU))).toEqual([
      'countersignature representative',
    ]);
  });

  it('is due by the city’s table, and not after the proposal has lapsed', () => {
    const due = (terms = someTerms()) => agreement.deadlines?.(proposedAgreement(terms), AT.XINING)[0]?.due;
    expect(due()).toBe(plus(NOW, WITHIN_MINUTES * MINUTE_MS));
    const validUntil = plus(NOW, MINUTE_MS);
    expect(due(someTerms({ validFrom: plus(NOW, -MINUTE_MS), validUntil }))).toBe(validUntil);
  });

  it('is the answer to an amendment, of the city that did not propose it, until it is given', () => {
    const state = amended();
    expect(waitsIn(agreement.deadlines?.(state, AT.XINING))).toEqual([`amendment-answer ${LANZHOU}`]);
    expect(waitsIn(agreement.deadlines?.(state, AT.LANZHOU))).toEqual(['amendment-answer representative']);
    const ended = applied(state, { type: 'terminate', reason: '依法' }).state;
    expect(waitsIn(agreement.deadlines?.(ended, AT.XINING))).toEqual([]);
  });
});
