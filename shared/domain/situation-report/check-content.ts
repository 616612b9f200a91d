import { type Circumstances, refuse } from '../kernel/decision.ts';
import { isPartOf } from './division.ts';
import { totalOf } from './figures.ts';
import type { ReportContent } from './report-content.ts';
import { SITUATION_REPORT_REFUSALS as REFUSALS } from './situation-report-refusals.ts';
import type { OwnReport } from './situation-report-state.ts';

type Refused = ReturnType<typeof refuse>;

/** Whether the kind of report can come now. */
const kindRefusal = (report: OwnReport, { kind, corrects, stable }: ReportContent): Refused | undefined => {
  if (kind === 'final' && !stable) return refuse(REFUSALS.notStable, {}, '/stable');
  if (!('latest' in report)) return kind === 'first' ? undefined : refuse(REFUSALS.firstFirst, {}, '/kind');
  if (corrects !== undefined) return undefined;
  if (kind === 'first') return refuse(REFUSALS.firstAlready, {}, '/kind');
  return report.status === 'final' && kind !== 'final' ? refuse(REFUSALS.finalAlready, {}, '/kind') : undefined;
};

const correctionRefusal = (report: OwnReport, { corrects, reason }: ReportContent): Refused | undefined => {
  if (corrects === undefined) return undefined;
  if (!report.versions.some(({ number }) => number === corrects))
    return refuse(REFUSALS.noSuchVersion, { number: corrects }, '/corrects');
  return reason === undefined ? refuse(REFUSALS.reasonNeeded, {}, '/reason') : undefined;
};

const timeRefusal = (report: OwnReport, { asOf }: ReportContent, { now }: Circumstances): Refused | undefined => {
  if (asOf > now) return refuse(REFUSALS.inTheFuture, { asOf }, '/asOf');
  const last = 'latest' in report ? report.latest.content.asOf : undefined;
  return last !== undefined && asOf < last ? refuse(REFUSALS.beforeTheLast, { asOf, last }, '/asOf') : undefined;
};

const divisionRefusal = ({ divisions }: ReportContent): Refused | undefined => {
  const codes = divisions.map(({ division }) => division);
  for (const [index, division] of codes.entries()) {
    const pointer = `/divisions/${index}/division`;
    if (codes.indexOf(division) !== index) return refuse(REFUSALS.divisionTwice, { division }, pointer);
    const whole = codes.find((other) => isPartOf(division, other));
    if (whole !== undefined) return refuse(REFUSALS.divisionWithin, { division, whole }, pointer);
  }
  return undefined;
};

/** Fewer dead than were reported, or more of them when the toll has ceased to change, must be explained. */
const tollRefusal = (report: OwnReport, { divisions, reason }: ReportContent, now: string): Refused | undefined => {
  if (!('latest' in report) || reason !== undefined) return undefined;
  const deadOf = (counted: ReportContent['divisions']) => totalOf(counted.map(({ figures }) => figures)).dead ?? 0;
  const before = deadOf(report.latest.content.divisions);
  const after = deadOf(divisions);
  if (after < before) return refuse(REFUSALS.fewerDead, { before, after }, '/reason');
  const { tollEndsAt: endedAt } = report;
  return after > before && endedAt !== undefined && endedAt <= now
    ? refuse(REFUSALS.tollClosed, { before, after, endedAt }, '/reason')
    : undefined;
};

/** @returns why this cannot be the next version, or `undefined`. */
export const contentRefusal = (
  report: OwnReport,
  content: ReportContent,
  circumstances: Circumstances,
): Refused | undefined =>
  kindRefusal(report, content) ??
  correctionRefusal(report, content) ??
  timeRefusal(report, content, circumstances) ??
  divisionRefusal(content) ??
  tollRefusal(report, content, circumstances.now);
