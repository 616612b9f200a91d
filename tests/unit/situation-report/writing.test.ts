import { describe, expect, it } from 'vitest';
import type { ReportContent } from '../../../shared/domain/situation-report/report-content.ts';
import { NOW } from '../../builders/circumstances.ts';
import { CHENGDONG, reportContent, reportingCity, someDivisions } from '../../builders/situation-report.ts';

const LATER = '2026-07-15T01:00:00.000Z';

const reported = () => {
  const city = reportingCity();
  city.approve();
  city.setTime(LATER);
  return city;
};

const refused = (city: ReturnType<typeof reportingCity>, overrides: Partial<ReportContent>): string | undefined =>
  city.refusal({ type: 'write', content: reportContent({ asOf: NOW, ...overrides }) });

describe('what is written of a report', () => {
  it('begins with the first report', () => {
    expect(refused(reportingCity(), { kind: 'follow-up' })).toBe('report-first-missing');
    expect(refused(reportingCity(), {})).toBeUndefined();
  });

  it.each<[string, Partial<ReportContent>, string | undefined]>([
    ['another first one', {}, 'report-first-already'],
    ['a first one that corrects the first', { corrects: 1, reason: '误' }, undefined],
    ['a correction without a reason', { corrects: 1 }, 'report-reason-needed'],
    ['a correction of nothing', { corrects: 7, reason: '误' }, 'report-version-unknown'],
    ['a follow-up', { kind: 'follow-up' }, undefined],
    ['a final one of what is not stable', { kind: 'final' }, 'report-not-stable'],
    ['a final one', { kind: 'final', stable: true }, undefined],
    ['fewer dead', { kind: 'follow-up', divisions: someDivisions(0) }, 'report-fewer-dead'],
    ['fewer dead, and why', { kind: 'follow-up', divisions: someDivisions(0), reason: '一人获救' }, undefined],
    ['more dead', { kind: 'follow-up', divisions: someDivisions(3) }, undefined],
    ['figures of tomorrow', { kind: 'follow-up', asOf: '2026-07-16T00:00:00.000Z' }, 'report-in-the-future'],
    ['figures of before', { kind: 'follow-up', asOf: '2026-07-14T00:00:00.000Z' }, 'report-before-the-last'],
    [
      'a division twice',
      { kind: 'follow-up', divisions: [...someDivisions(), ...someDivisions()] },
      'report-division-twice',
    ],
    [
      'a division within another',
      { kind: 'follow-up', divisions: [...someDivisions(), { division: '630100', figures: { dead: 9 } }] },
      'report-division-within',
    ],
  ])('may be %s, or not, after the first', (_, overrides, code) => {
    expect(refused(reported(), overrides)).toBe(code);
  });

  it('is a correction or a supplement after the final one', () => {
    const city = reported();
    city.approve({ kind: 'final', stable: true });
    expect(city.report().status).toBe('final');
    expect(refused(city, { kind: 'follow-up', asOf: LATER })).toBe('report-final-already');
    expect(refused(city, { kind: 'final', stable: true, asOf: LATER })).toBeUndefined();
    city.approve({ kind: 'follow-up', corrects: 2, reason: '误' });
    expect(city.report()).toMatchObject({
      status: 'final',
      versions: [{ number: 1 }, { number: 2, correctedBy: 3 }, { number: 3, corrects: 2 }],
    });
  });

  it('explains more dead once the toll of an accident has ceased to change', () => {
    const city = reportingCity({ hazard: 'fire' });
    city.approve();
    // Seven days after it occurred.
    const { tollEndsAt } = city.report();
    expect(tollEndsAt).toBe('2026-07-21T20:00:00.000Z');
    city.setTime(tollEndsAt ?? '');
    expect(city.act({ type: 'clock-ran-out' })).toMatchObject([{ type: 'tollPeriodEnded' }]);
    expect(city.act({ type: 'clock-ran-out' })).toEqual([]);
    const more = { kind: 'follow-up', divisions: [{ division: CHENGDONG, figures: { dead: 2 } }] } as const;
    expect(refused(city, { ...more, divisions: [...more.divisions] })).toBe('report-toll-closed');
    expect(refused(city, { ...more, divisions: [...more.divisions], reason: '司法鉴定' })).toBeUndefined();
  });

  it('is not changed while it is being approved', () => {
    const city = reportingCity();
    city.write();
    city.step({ step: 'submit' }, 'duty-officer');
    expect(refused(city, {})).toBe('report-draft-not-so');
  });
});
