import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { wordsSchema } from '../kernel/words.ts';
import { PositionSchema } from '../vocabulary/position.ts';
import { ResourceKindSchema } from '../vocabulary/resource-kinds.ts';

const quantity = z.int().min(1).max(100_000);

/** The unit of a task that stands for teams of a request's item. */
export const TEAMS = '队';

/** What an agency is asked to do. */
export const TaskDetailsSchema = z
  .strictObject({
    mission: wordsSchema(2000),
    kind: ResourceKindSchema.optional(),
    quantity,
    /** What is counted, e.g. 人, 队, 台. */
    unit: wordsSchema(20),
    neededBy: InstantSchema,
    position: PositionSchema,
  })
  .meta({ id: 'TaskDetails' });
export type TaskDetails = z.infer<typeof TaskDetailsSchema>;

/** What a task comes from. */
export const TaskSourceSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('incident') }),
    z.strictObject({ kind: z.literal('request-item'), requestId: z.uuid(), itemId: z.uuid() }),
  ])
  .meta({ id: 'TaskSource' });

/** What an agency would do instead: another quantity, another time, or both. */
export const CounterProposalSchema = z
  .strictObject({ quantity, neededBy: InstantSchema, words: wordsSchema(1000) })
  .meta({ id: 'CounterProposal' });
export type CounterProposal = z.infer<typeof CounterProposalSchema>;

/** A photo kept elsewhere: where it is, and the SHA-256 of its bytes, so that nobody can exchange it. */
const PhotoSchema = z
  .strictObject({
    url: z.url({ protocol: /^https$/ }).max(1000),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    caption: wordsSchema(200).optional(),
  })
  .meta({ id: 'Photo' });

const PhotosSchema = z.array(PhotoSchema).max(10);

/** How far an agency has come, as it reports. */
export const ProgressReportSchema = z
  .strictObject({
    words: wordsSchema(2000),
    position: PositionSchema.optional(),
    /** People at work. */
    people: z.int().min(0).max(100_000).optional(),
    /** Of the task's quantity, how much is done or there. */
    quantity: z.int().min(0).max(100_000).optional(),
    photos: PhotosSchema,
  })
  .meta({ id: 'ProgressReport' });
export type ProgressReport = z.infer<typeof ProgressReportSchema>;

/** What an agency has to say when all is done (反馈). */
export const TaskFeedbackSchema = z
  .strictObject({ words: wordsSchema(4000), photos: PhotosSchema })
  .meta({ id: 'TaskFeedback' });
export type TaskFeedback = z.infer<typeof TaskFeedbackSchema>;
