import { describe, expect, it } from 'vitest';
import { situationReport } from '../../../shared/domain/situation-report/situation-report.ts';
import { cityRulesOf } from '../../../shared/reference/city-rules.ts';
import { reportRulesOf } from '../../../shared/reference/report-rules.ts';
import { NOW, XINING } from '../../builders/circumstances.ts';
import { reportingCity, someDivisions } from '../../builders/situation-report.ts';

/** In China: {@link NOW} is 08:00 on Wednesday. */
const TEN = '2026-07-15T02:00:00.000Z';
const TEN_NEXT_DAY = '2026-07-16T02:00:00.000Z';

type City = ReturnType<typeof reportingCity>;
const dueIn = (city: City) => situationReport.deadlines?.(city.report(), cityRulesOf(XINING)) ?? [];
const clock = { type: 'clock-ran-out' } as const;

describe('the daily report', () => {
  it('drafts itself at ten with the last figures, and again the day after', () => {
    const city = reportingCity();
    expect(situationReport.dueAt(city.report())).toBeUndefined();
    city.approve();
    expect(situationReport.dueAt(city.report())).toBe(TEN);
    city.setTime('2026-07-15T01:59:59.999Z');
    expect(city.act(clock)).toEqual([]);
    city.setTime(TEN);
    expect(city.act(clock)).toMatchObject([
      { type: 'reportDraftedItself', number: 2, due: TEN, content: { kind: 'zero', divisions: someDivisions() } },
    ]);
    expect(city.act(clock)).toEqual([]);
    expect(city.report()).toMatchObject({ nextRoutineAt: TEN_NEXT_DAY, draft: { authors: [], routineDue: TEN } });
  });

  it('is the draft that is under way, where there is one', () => {
    const city = reportingCity();
    city.approve();
    city.write({ kind: 'follow-up' });
    city.setTime('2026-07-15T02:05:00.000Z');
    expect(city.act(clock)).toMatchObject([{ type: 'routineReportPassedOver', nextRoutineAt: TEN_NEXT_DAY }]);
    expect(city.report().draft).toMatchObject({ content: { kind: 'follow-up' } });
  });

  it('comes every ten days in a drought, and is a follow-up', () => {
    const city = reportingCity({ hazard: 'drought' });
    city.approve();
    const due = '2026-07-25T00:00:00.000Z';
    expect(situationReport.dueAt(city.report())).toBe(due);
    city.setTime(due);
    expect(city.act(clock)).toMatchObject([{ content: { kind: 'follow-up' } }]);
  });

  it.each([
    ['an accident', () => reportingCity({ hazard: 'chemical' }), {}],
    ['what is stable', () => reportingCity(), { stable: true }],
  ])('is not of %s', (_, begin, content) => {
    const city = begin();
    city.approve(content);
    expect(city.report().nextRoutineAt).toBeUndefined();
  });

  it('ends with the incident', () => {
    const city = reportingCity();
    city.approve();
    city.follow(TEN);
    expect(situationReport.dueAt(city.report())).toBeUndefined();
    city.setTime(TEN);
    expect(city.act(clock)).toEqual([]);
  });

  it('is due at nine in a county, at ten in a city, at noon in a province', () => {
    const times = ['630121', '630100', '630000'].map((code) => reportRulesOf(code).zero);
    expect(times).toEqual(['09:00', '10:00', '12:00'].map((time) => ({ at: 'clock-time', time })));
  });
});

describe('what a series of reports waits for', () => {
  it('is the first report, two hours after the city knew', () => {
    expect(dueIn(reportingCity())).toMatchObject([{ handOff: 'report', key: 'first', since: NOW, due: TEN }]);
  });

  it('is the first report also when the incident is over, unless it was none', () => {
    const city = reportingCity();
    city.follow(NOW);
    expect(dueIn(city)).toMatchObject([{ key: 'first' }]);
    city.follow(NOW, true);
    expect(dueIn(city)).toEqual([]);
    city.follow();
    expect(dueIn(city)).toMatchObject([{ key: 'first' }]);
  });

  it('is each step of the approval, by whoever takes it; a comment changes nothing', () => {
    const city = reportingCity();
    city.write();
    city.step({ step: 'submit' }, 'duty-officer');
    const approvals = () => dueIn(city).filter(({ handOff }) => handOff === 'report-approval');
    const first = approvals();
    expect(first).toMatchObject([{ waitsFor: { who: 'duty-room' }, due: '2026-07-15T00:15:00.000Z' }]);
    city.step({ step: 'comment', words: '请尽快' }, 'representative');
    expect(approvals()).toEqual(first);
    city.setTime('2026-07-15T00:05:00.000Z');
    city.step({ step: 'approve' }, 'coordinator');
    expect(approvals()).toMatchObject([{ waitsFor: { who: 'approver' }, since: '2026-07-15T00:05:00.000Z' }]);
  });

  it('is the submission of a report that drafted itself', () => {
    const city = reportingCity();
    city.approve();
    city.setTime(TEN);
    city.act(clock);
    expect(dueIn(city)).toMatchObject([
      { handOff: 'report', key: `draft-2@${TEN}`, since: TEN, due: '2026-07-15T03:00:00.000Z' },
    ]);
  });

  it('is the final report, three working days after it is stable', () => {
    const city = reportingCity();
    city.approve({ stable: true });
    expect(dueIn(city)).toMatchObject([{ key: 'final', since: NOW, due: '2026-07-20T10:00:00.000Z' }]);
    city.approve({ kind: 'final', stable: true });
    expect(dueIn(city)).toEqual([]);
  });

  it('is the sending of ten dead or missing, at once', () => {
    const city = reportingCity();
    // Two are missing besides.
    city.approve({ divisions: someDivisions(7) });
    expect(dueIn(city)).toEqual([]);
    city.approve({ kind: 'follow-up', divisions: someDivisions(8) });
    expect(dueIn(city)).toMatchObject([{ key: 'upward-2', due: '2026-07-15T00:15:00.000Z' }]);
  });
});
