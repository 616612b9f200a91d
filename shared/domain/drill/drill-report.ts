import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { DrillObjectiveSchema } from './drill-objective.ts';

const count = z.int().min(0);
/** Minutes, to a tenth. */
const minutes = z.number();

/** What a drill came to, in numbers; times are in minutes. */
export const DrillFiguresSchema = z
  .strictObject({
    /** Of partners that were asked: how many answered, and how long the middle one and the slowest took. */
    replies: z.strictObject({
      asked: count,
      answered: count,
      medianMinutes: minutes.optional(),
      slowestMinutes: minutes.optional(),
    }),
    /** Teams and units of goods asked for, and committed or sent. */
    fill: z.strictObject({ asked: count, filled: count, percent: z.number().optional() }),
    /** Teams and consignments: how many arrived, how many by the moment promised, and how late the latest was. */
    arrivals: z.strictObject({
      promised: count,
      arrived: count,
      onTime: count,
      latestDelayMinutes: minutes.optional(),
    }),
    /** Agencies that were sent a task. */
    taskReplies: z.strictObject({ asked: count, answered: count, slowestMinutes: minutes.optional() }),
    /** What the clock had to do because nobody had moved in time. */
    clocks: z.strictObject({ reminders: count, escalations: count }),
    injects: z.strictObject({ scripted: count, given: count, failed: count, toHandle: count, inTime: count }),
  })
  .meta({ id: 'DrillFigures' });
export type DrillFigures = z.infer<typeof DrillFiguresSchema>;

/** An objective, what was reached, and what that is worth. Without anything to measure, it is not reached. */
export const ObjectiveResultSchema = z
  .strictObject({
    objective: DrillObjectiveSchema,
    value: z.number().optional(),
    passed: z.boolean(),
    points: z.int().min(0),
  })
  .meta({ id: 'DrillObjectiveResult' });
export type ObjectiveResult = z.infer<typeof ObjectiveResultSchema>;

/** What a drill came to: the figures, and how it stands to its objectives. */
export const DrillReportSchema = z
  .strictObject({
    from: InstantSchema,
    until: InstantSchema,
    figures: DrillFiguresSchema,
    objectives: z.array(ObjectiveResultSchema),
    points: z.int().min(0),
    maximumPoints: z.int().min(0),
  })
  .meta({ id: 'DrillReport' });
export type DrillReport = z.infer<typeof DrillReportSchema>;
