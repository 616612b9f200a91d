import { describe, expect, it } from 'vitest';
import { situationReport } from '../../../shared/domain/situation-report/situation-report.ts';
import type { ReportStep } from '../../../shared/domain/situation-report/situation-report-commands.ts';
import type { Role } from '../../../shared/http/roles.ts';
import { aPerson, circumstances, NOW, XINING } from '../../builders/circumstances.ts';
import { reportingCity } from '../../builders/situation-report.ts';

type City = ReturnType<typeof reportingCity>;

const drafted = (): City => {
  const city = reportingCity();
  city.write();
  return city;
};
const submitted = (): City => {
  const city = drafted();
  city.step({ step: 'submit', words: '请审' }, 'duty-officer');
  return city;
};
const reviewed = (): City => {
  const city = submitted();
  city.step({ step: 'approve' }, 'coordinator');
  return city;
};
const sentBack = (): City => {
  const city = reviewed();
  city.step({ step: 'send-back', words: '数字存疑' }, 'approver');
  return city;
};
const withLatest = (): City => {
  const city = reportingCity();
  city.approve();
  return city;
};
const calledOff = (): City => {
  const city = reportingCity();
  city.step({ step: 'call-off', words: '未达标准' }, 'coordinator');
  return city;
};

const IN = { none: reportingCity, drafted, submitted, reviewed, sentBack, approved: withLatest, calledOff };
const words = '意见';

/** What each step comes to in each state: the draft's status afterwards, or why not. */
const TABLE: readonly [keyof typeof IN, ReportStep, Role, string][] = [
  ['none', { step: 'submit' }, 'duty-officer', 'report-no-draft'],
  ['none', { step: 'call-off', words }, 'duty-officer', 'report-not-your-turn'],
  ['none', { step: 'call-off', words }, 'approver', 'called-off'],
  ['drafted', { step: 'submit' }, 'duty-officer', 'submitted'],
  ['drafted', { step: 'comment', words }, 'approver', 'drafted'],
  ['drafted', { step: 'approve' }, 'coordinator', 'report-draft-not-so'],
  ['drafted', { step: 'withdraw', words }, 'duty-officer', 'none'],
  ['submitted', { step: 'submit' }, 'duty-officer', 'report-draft-not-so'],
  ['submitted', { step: 'comment', words }, 'representative', 'submitted'],
  ['submitted', { step: 'approve' }, 'representative', 'report-not-your-turn'],
  ['submitted', { step: 'approve' }, 'coordinator', 'submitted'],
  ['submitted', { step: 'send-back', words }, 'coordinator', 'sent-back'],
  ['reviewed', { step: 'approve' }, 'coordinator', 'report-not-your-turn'],
  ['reviewed', { step: 'approve' }, 'approver', 'none'],
  ['reviewed', { step: 'approve' }, 'representative', 'none'],
  ['sentBack', { step: 'approve' }, 'coordinator', 'report-draft-not-so'],
  ['sentBack', { step: 'submit' }, 'duty-officer', 'submitted'],
  ['sentBack', { step: 'withdraw', words }, 'coordinator', 'none'],
  ['approved', { step: 'approve' }, 'approver', 'report-no-draft'],
  ['approved', { step: 'call-off', words }, 'coordinator', 'report-begun-already'],
  ['calledOff', { step: 'call-off', words }, 'coordinator', 'report-called-off'],
];

const statusOf = (city: City): string => {
  const { status, draft } = city.report();
  return status === 'called-off' ? status : (draft?.status ?? 'none');
};

describe('the approval of a report', () => {
  it.each(TABLE)('%s: %o by a %s is: %s', (state, step, role, outcome) => {
    const city = IN[state]();
    const refusal = city.refusal(city.stepOf(step, role), role);
    if (refusal === undefined) city.step(step, role);
    expect(refusal ?? statusOf(city)).toBe(outcome);
  });

  it('keeps who said what, in order', () => {
    const city = sentBack();
    city.step({ step: 'submit' }, 'duty-officer');
    city.step({ step: 'approve' }, 'coordinator');
    city.step({ step: 'approve', words: '同意' }, 'approver');
    const report = city.report();
    expect('latest' in report && report.latest.remarks).toMatchObject([
      { did: 'submitted', words: '请审', by: { id: `duty-officer@${XINING}` } },
      { did: 'reviewed' },
      { did: 'sent-back', words: '数字存疑', by: { id: `approver@${XINING}` } },
      { did: 'submitted' },
      { did: 'reviewed', by: { id: `coordinator@${XINING}` } },
      { did: 'approved', words: '同意', at: NOW },
    ]);
  });

  it('goes past the review of whoever could have reviewed and submits, and never past the signature', () => {
    const city = drafted();
    city.step({ step: 'submit' }, 'coordinator');
    expect(city.report().draft).toMatchObject({ status: 'submitted', step: 1 });
  });

  it('is never by somebody who wrote in it', () => {
    const city = reportingCity();
    const actor = { ...aPerson('duty-officer', XINING), roles: ['duty-officer', 'coordinator', 'approver'] };
    city.write();
    city.step({ step: 'submit' }, 'duty-officer');
    const decision = situationReport.decide(city.report(), city.stepOf({ step: 'approve' }, 'duty-officer'), {
      ...circumstances(),
      actor: actor.kind === 'person' ? actor : aPerson('approver', XINING),
    });
    expect(decision).toMatchObject({ accepted: false, refusal: { reason: { code: 'report-own' } } });
  });

  it('takes no signature over something else', () => {
    const city = reviewed();
    const other = city.stepOf({ step: 'approve' }, 'approver');
    if (other.type !== 'take-step' || !other.signature) throw new Error('nothing was signed');
    const wrong = { ...other, signature: { ...other.signature, digest: 'of something else' } };
    expect(city.refusal(wrong, 'approver')).toBe('report-changed-meanwhile');
    const { signature: _, ...unsigned } = other;
    expect(city.refusal(unsigned, 'approver')).toBe('report-changed-meanwhile');
    expect(city.refusal(other, 'representative')).toBe('report-changed-meanwhile');
  });

  it('goes on when a series that was called off is written in again', () => {
    const city = calledOff();
    city.write();
    expect(city.report()).toMatchObject({ status: 'first-due', draft: { status: 'drafted' } });
  });
});
