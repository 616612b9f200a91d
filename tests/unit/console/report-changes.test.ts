import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../console/src/reports/report-changes.ts';
import type { ReportContent } from '../../../shared/domain/situation-report/report-content.ts';

const content: ReportContent = {
  kind: 'first',
  asOf: '2026-07-15T02:00:00.000Z',
  source: '值班室',
  course: '河水漫堤',
  divisions: [{ division: '630102', figures: { dead: 1, relocated: 300 } }],
  needs: [],
  forces: [],
  relief: [],
  stable: false,
};

describe('what a version of a report changes', () => {
  it('is nothing where it says the same', () => {
    expect(changesBetween(content, { ...content, asOf: '2026-07-16T02:00:00.000Z' })).toEqual([]);
  });

  it('is told section by section, in their order, with what was added and what is gone', () => {
    const changes = changesBetween(
      { ...content, trend: '水位上涨' },
      { ...content, kind: 'follow-up', course: '水位回落', cause: '强降雨' },
    );
    expect(changes).toEqual([
      { of: 'kind', before: { zh: '初报', en: 'First report' }, after: { zh: '续报', en: 'Follow-up report' } },
      { of: 'section', section: 'cause', before: undefined, after: '强降雨' },
      { of: 'section', section: 'course', before: '河水漫堤', after: '水位回落' },
      { of: 'section', section: 'trend', before: '水位上涨', after: undefined },
    ]);
  });

  it('is told figure by figure, in each division', () => {
    const changes = changesBetween(content, {
      ...content,
      divisions: [
        { division: '630103', figures: { injured: 2 } },
        { division: '630102', figures: { dead: 2, relocated: 300 } },
      ],
    });
    expect(changes).toEqual([
      { of: 'figure', division: '630102', figure: 'dead', before: 1, after: 2 },
      { of: 'figure', division: '630103', figure: 'injured', before: undefined, after: 2 },
    ]);
  });

  it('names lists that differ, and whether the situation has become stable', () => {
    const after: ReportContent = {
      ...content,
      forces: [{ city: '620100', kind: 'water-rescue', teams: 1 }],
      stable: true,
    };
    expect(changesBetween(content, after)).toEqual([
      { of: 'forces', before: content, after },
      { of: 'stable', before: false, after: true },
    ]);
  });
});
