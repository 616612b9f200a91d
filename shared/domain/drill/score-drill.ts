import { type Instant, MINUTE_MS, millisecondsBetween, plus } from '../kernel/instant.ts';
import type { Asked, DrillFacts } from './drill-facts.ts';
import type { DrillMeasure, DrillObjective } from './drill-objective.ts';
import type { DrillFigures, DrillReport, ObjectiveResult } from './drill-report.ts';
import type { BegunDrill } from './drill-state.ts';

/** To a tenth. */
const rounded = (value: number): number => Math.round(value * 10) / 10;

const minutesBetween = (from: Instant, to: Instant): number => rounded(millisecondsBetween(from, to) / MINUTE_MS);

const answerTimes = (asked: readonly Asked[]): readonly number[] =>
  asked
    .flatMap(({ askedAt, answeredAt }) => (answeredAt === undefined ? [] : [minutesBetween(askedAt, answeredAt)]))
    .toSorted((one, other) => one - other);

/** The middle one; of an even number the mean of the two in the middle. */
const median = (sorted: readonly number[]): number | undefined => {
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]];
  return low === undefined || high === undefined ? undefined : rounded((low + high) / 2);
};

const optional = <K extends string>(name: K, value: number | undefined): { [N in K]?: number } =>
  value === undefined ? {} : ({ [name]: value } as { [N in K]?: number });

const repliesOf = ({ replies }: DrillFacts): DrillFigures['replies'] => {
  const times = answerTimes(replies);
  return {
    ...{ asked: replies.length, answered: times.length },
    ...optional('medianMinutes', median(times)),
    ...optional('slowestMinutes', times.at(-1)),
  };
};

const arrivalsOf = ({ arrivals }: DrillFacts): DrillFigures['arrivals'] => {
  const delays = arrivals.flatMap(({ promised, arrived }) =>
    arrived === undefined ? [] : [minutesBetween(promised, arrived)],
  );
  return {
    ...{ promised: arrivals.length, arrived: delays.length, onTime: delays.filter((delay) => delay <= 0).length },
    ...optional('latestDelayMinutes', delays.length === 0 ? undefined : Math.max(0, ...delays)),
  };
};

const injectsOf = ({ script: { injects }, outcomes }: BegunDrill): DrillFigures['injects'] => {
  const given = outcomes.filter(({ failure }) => failure === undefined);
  const toHandle = given.flatMap(({ key, at, handled }) => {
    const within = injects.find((inject) => inject.key === key)?.handleWithinMinutes;
    return within === undefined ? [] : [{ by: plus(at, within * MINUTE_MS), handledAt: handled?.at }];
  });
  return {
    scripted: injects.length,
    given: given.length,
    failed: outcomes.length - given.length,
    toHandle: toHandle.length,
    inTime: toHandle.filter(({ by, handledAt }) => handledAt !== undefined && handledAt <= by).length,
  };
};

/** @returns what happened, in numbers. */
export const figuresOf = (drill: BegunDrill, facts: DrillFacts): DrillFigures => {
  const { asked, filled, taskReplies, reminders, escalations } = facts;
  const taskTimes = answerTimes(taskReplies);
  return {
    replies: repliesOf(facts),
    fill: { asked, filled, ...optional('percent', asked === 0 ? undefined : rounded((100 * filled) / asked)) },
    arrivals: arrivalsOf(facts),
    taskReplies: {
      ...{ asked: taskReplies.length, answered: taskTimes.length },
      ...optional('slowestMinutes', taskTimes.at(-1)),
    },
    clocks: { reminders, escalations },
    injects: injectsOf(drill),
  };
};

/** Whoever has not answered or arrived is slower than any limit: what is measured is unknown as long as somebody is waited for. */
const MEASURED: { readonly [M in DrillMeasure]: (figures: DrillFigures) => number | undefined } = {
  'reply-minutes': ({ replies }) => (replies.answered === replies.asked ? replies.slowestMinutes : undefined),
  'fill-percent': ({ fill }) => fill.percent,
  'arrival-delay-minutes': ({ arrivals }) =>
    arrivals.arrived === arrivals.promised ? arrivals.latestDelayMinutes : undefined,
  'task-reply-minutes': ({ taskReplies }) =>
    taskReplies.answered === taskReplies.asked ? taskReplies.slowestMinutes : undefined,
  'missed-clocks': ({ clocks }) => clocks.reminders + clocks.escalations,
  'injects-handled-percent': ({ injects: { toHandle, inTime } }) =>
    toHandle === 0 ? undefined : rounded((100 * inTime) / toHandle),
};

const resultOf = (objective: DrillObjective, figures: DrillFigures): ObjectiveResult => {
  const value = MEASURED[objective.measure](figures);
  const passed =
    value !== undefined && ('atMost' in objective ? value <= objective.atMost : value >= objective.atLeast);
  return { objective, ...(value === undefined ? {} : { value }), passed, points: passed ? objective.points : 0 };
};

/** @returns the report of a drill as of a moment: figures, and what each objective of its script is worth. */
export const scoreDrill = (drill: BegunDrill, facts: DrillFacts, until: Instant): DrillReport => {
  const figures = figuresOf(drill, facts);
  const objectives = drill.script.objectives.map((objective) => resultOf(objective, figures));
  return {
    ...{ from: drill.startedAt, until, figures, objectives },
    points: objectives.reduce((sum, { points }) => sum + points, 0),
    maximumPoints: drill.script.objectives.reduce((sum, { points }) => sum + points, 0),
  };
};
