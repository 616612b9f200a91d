import type { Instant } from '../kernel/instant.ts';
import type { EngagedForce, ReportContent, ReportKind } from './report-content.ts';
import { type OwnReport, settledSince } from './situation-report-state.ts';

/** @returns the last version's content without what concerned that version only, for another kind of report as of another moment. */
export const carriedOver = (
  { corrects: _corrects, reason: _reason, ...content }: ReportContent,
  kind: ReportKind,
  asOf: Instant,
): ReportContent => ({ ...content, kind, asOf });

/** Nothing is counted yet; the duty officer writes the rest. */
const begun = ({ incident, city }: OwnReport, asOf: Instant): ReportContent => ({
  kind: 'first',
  asOf,
  source: '值班室',
  course: incident.title,
  divisions: [{ division: city, figures: {} }],
  needs: [],
  forces: [],
  relief: [],
  stable: false,
});

/** @returns what the next version could begin with: the draft or the last version, with the forces that are at work now. */
export const nextContent = (report: OwnReport, forces: readonly EngagedForce[], now: Instant): ReportContent => {
  const isSettled = settledSince(report) !== undefined;
  const last =
    'latest' in report
      ? carriedOver(report.latest.content, isSettled ? 'final' : 'follow-up', now)
      : begun(report, now);
  return {
    ...last,
    stable: last.stable || last.kind === 'final',
    ...(forces.length > 0 ? { forces: [...forces] } : {}),
  };
};
