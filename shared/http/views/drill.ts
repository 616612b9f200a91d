import * as z from 'zod';
import { DrillInjectSchema } from '../../domain/drill/drill-inject.ts';
import { DRILL_MEASURES } from '../../domain/drill/drill-objective.ts';
import { type DrillReport, DrillReportSchema } from '../../domain/drill/drill-report.ts';
import { DrillScriptSchema } from '../../domain/drill/drill-script.ts';
import {
  DrillParticipantSchema,
  DrillRemovalSchema,
  type DrillState,
  DrillStatusSchema,
  endsAt,
  InjectOutcomeSchema,
  isBegun,
  isHosted,
  isOver,
  momentOf,
} from '../../domain/drill/drill-state.ts';
import { titleOf } from '../../domain/drill/evolve-drill.ts';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { MessageFailureSchema } from '../../domain/kernel/message-failure.ts';
import { type Text, TextSchema } from '../../domain/kernel/text.ts';

/** An inject with what became of it. */
const InjectViewSchema = DrillInjectSchema.extend({
  /** When its time comes, or came; pauses counted. */
  due: InstantSchema.optional(),
  outcome: InjectOutcomeSchema.omit({ key: true }).optional(),
}).meta({ id: 'DrillInjectView' });

/** A drill as its host and its participants see it. */
export const DrillViewSchema = z
  .strictObject({
    drillId: z.uuid(),
    status: DrillStatusSchema,
    exercise: z.literal(true),
    ...{ title: z.string(), scenario: z.string(), lastsMinutes: DrillScriptSchema.shape.lastsMinutes },
    /** Where another city gives it. */
    host: CityCodeSchema.optional(),
    isRunning: z.boolean(),
    participants: z.array(DrillParticipantSchema),
    objectives: DrillScriptSchema.shape.objectives.optional(),
    injects: z.array(InjectViewSchema).optional(),
    incidentIds: z.array(z.uuid()),
    startedAt: InstantSchema.optional(),
    endsAt: InstantSchema.optional(),
    endedAt: InstantSchema.optional(),
    /** Why it stands still, was broken off or called off. */
    reason: z.string().optional(),
    report: DrillReportSchema.optional(),
    removal: DrillRemovalSchema.omit({ batch: true })
      .extend({ pending: z.int().min(0) })
      .optional(),
    failures: z.array(MessageFailureSchema),
  })
  .meta({ id: 'Drill' });
export type DrillView = z.infer<typeof DrillViewSchema>;

const scripted = (state: DrillState): Partial<DrillView> => {
  if (!isHosted(state)) return {};
  const { injects, objectives } = state.script;
  return {
    objectives,
    injects: injects.map((inject) => {
      if (!isBegun(state)) return inject;
      const found = state.outcomes.find(({ key }) => key === inject.key);
      const due = momentOf(state, inject.atMinutes);
      if (!found) return { ...inject, due };
      const { key: _, ...outcome } = found;
      return { ...inject, due, outcome };
    }),
  };
};

const removalOf = (state: DrillState): Partial<DrillView> => {
  if (!isOver(state) || !state.removal) return {};
  const { batch, ...removal } = state.removal;
  return { removal: { ...removal, pending: batch.length } };
};

const reasonOf = (state: DrillState): string | undefined => {
  if (state.status === 'ended') return state.aborted;
  return state.status === 'paused' || state.status === 'called-off' ? state.reason : undefined;
};

/** @returns the drill as it is shown. */
export const drillView = (state: DrillState): DrillView => {
  const reason = reasonOf(state);
  const { scenario, lastsMinutes } = isHosted(state) ? state.script : state;
  return {
    ...{ drillId: state.id, status: state.status, exercise: true, title: titleOf(state), scenario, lastsMinutes },
    ...(isHosted(state)
      ? { participants: state.participants, incidentIds: [...Object.values(state.incidents), ...state.adopted] }
      : { participants: [], host: state.host, incidentIds: state.incidentIds }),
    isRunning: state.status === 'running' || (state.status === 'invited' && state.isRunning),
    ...scripted(state),
    ...(isBegun(state) ? { startedAt: state.startedAt, endsAt: endsAt(state) } : {}),
    ...(isOver(state) ? { endedAt: state.endedAt } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(state.status === 'ended' ? { report: state.report } : {}),
    ...removalOf(state),
    failures: state.failures,
  };
};

/** The report of a drill: while it goes on as of now, and as it was scored once it is over. */
export const DrillReportViewSchema = z
  .strictObject({
    drillId: z.uuid(),
    title: z.string(),
    exercise: z.literal(true),
    final: z.boolean(),
    ...DrillReportSchema.shape,
    /** The same as people read it. */
    text: TextSchema,
  })
  .meta({ id: 'DrillReportView' });
export type DrillReportView = z.infer<typeof DrillReportViewSchema>;

const known = (value: number | undefined): string => (value === undefined ? '–' : String(value));

const objectiveLines = ({ objectives }: DrillReport): readonly Text[] =>
  objectives.map(({ objective, value, passed, points }) => {
    const { zh, en } = DRILL_MEASURES[objective.measure];
    const [sign, limit] = 'atMost' in objective ? ['≤', objective.atMost] : ['≥', objective.atLeast];
    return {
      zh: `${passed ? '达标' : '未达标'}｜${zh} ${known(value)}（要求${sign}${limit}），${points}/${objective.points}分`,
      en: `${passed ? 'Reached' : 'Missed'} | ${en}: ${known(value)} (${sign} ${limit}), ${points}/${objective.points} points`,
    };
  });

const figureLines = ({ figures: { replies, fill, arrivals, taskReplies, clocks, injects } }: DrillReport) => [
  {
    zh: `答复：询问${replies.asked}次，答复${replies.answered}次，中位${known(replies.medianMinutes)}分钟，最慢${known(replies.slowestMinutes)}分钟`,
    en: `Replies: ${replies.answered} of ${replies.asked}, median ${known(replies.medianMinutes)} min, slowest ${known(replies.slowestMinutes)} min`,
  },
  {
    zh: `满足率：${fill.filled}/${fill.asked}（${known(fill.percent)}%）`,
    en: `Filled: ${fill.filled} of ${fill.asked} (${known(fill.percent)}%)`,
  },
  {
    zh: `到达：应到${arrivals.promised}，已到${arrivals.arrived}，按时${arrivals.onTime}，最多晚${known(arrivals.latestDelayMinutes)}分钟`,
    en: `Arrivals: ${arrivals.arrived} of ${arrivals.promised}, ${arrivals.onTime} on time, latest by ${known(arrivals.latestDelayMinutes)} min`,
  },
  {
    zh: `联动单位：派发${taskReplies.asked}次，答复${taskReplies.answered}次，最慢${known(taskReplies.slowestMinutes)}分钟`,
    en: `Agencies: ${taskReplies.answered} of ${taskReplies.asked} answered, slowest ${known(taskReplies.slowestMinutes)} min`,
  },
  {
    zh: `时限：到期提醒${clocks.reminders}次，升级${clocks.escalations}次`,
    en: `Clocks: ${clocks.reminders} reminders, ${clocks.escalations} escalations`,
  },
  {
    zh: `投送：${injects.given}/${injects.scripted}（失败${injects.failed}），须处置${injects.toHandle}，按时${injects.inTime}`,
    en: `Injects: ${injects.given} of ${injects.scripted} given, ${injects.failed} failed; ${injects.inTime} of ${injects.toHandle} handled in time`,
  },
];

/** @returns the report as people read it, line by line. */
const reportText = (title: string, report: DrillReport): Text => {
  const heading: Text = {
    zh: `演练评估：${title}　得分 ${report.points}/${report.maximumPoints}`,
    en: `Evaluation of the drill: ${title} – ${report.points} of ${report.maximumPoints} points`,
  };
  const lines = [heading, ...figureLines(report), ...objectiveLines(report)];
  return { zh: lines.map(({ zh }) => zh).join('\n'), en: lines.map(({ en }) => en).join('\n') };
};

/** @returns the report as it is shown. */
export const drillReportView = (state: DrillState, report: DrillReport): DrillReportView => ({
  ...{ drillId: state.id, title: titleOf(state), exercise: true, final: state.status === 'ended' },
  ...report,
  text: reportText(titleOf(state), report),
});
