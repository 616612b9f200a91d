import { dueUnder } from '../deadline/working-time.ts';
import { accept, type Circumstances, type Decision } from '../kernel/decision.ts';
import type { Instant } from '../kernel/instant.ts';
import { carriedOver } from './next-content.ts';
import { routineOf } from './report-rules.ts';
import type { SituationReportEvent } from './situation-report-events.ts';
import type { OwnReport } from './situation-report-state.ts';

/** The daily report drafts itself at its time; where another draft is under way, that one is what is reported. */
const routine = (report: OwnReport, due: Instant, circumstances: Circumstances): SituationReportEvent[] => {
  const { now: at, rules } = circumstances;
  const known = routineOf(report.incident.hazard, rules.reports);
  if (!known || !('latest' in report)) return [];
  const next = { due, nextRoutineAt: dueUnder(known.rule, at, rules.calendar), at };
  if (report.draft) return [{ type: 'routineReportPassedOver', ...next }];
  const content = carriedOver(report.latest.content, known.kind, due);
  return [{ type: 'reportDraftedItself', number: report.versions.length + 1, content, ...next }];
};

/** What the clock finds: the time of the daily report, the end of an accident's toll. */
export const decideReportClock = (report: OwnReport, circumstances: Circumstances): Decision<SituationReportEvent> => {
  const { now } = circumstances;
  const { nextRoutineAt, tollEndsAt, tollEnded } = report;
  return accept<SituationReportEvent>(
    ...(nextRoutineAt !== undefined && nextRoutineAt <= now ? routine(report, nextRoutineAt, circumstances) : []),
    ...(tollEndsAt !== undefined && !tollEnded && tollEndsAt <= now
      ? [{ type: 'tollPeriodEnded' as const, at: now }]
      : []),
  );
};
