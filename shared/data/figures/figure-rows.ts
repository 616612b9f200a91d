import * as z from 'zod';
import { CountersSchema } from '../../domain/figures/counters.ts';
import { FigureCellSchema, FigureLineSchema } from '../../domain/figures/figure-cell.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { ENTITY } from '../table.ts';

const key = { pk: z.string(), sk: z.string() };
/** Drawn anew at each write: who writes a row says which one it has read. */
const stamp = z.uuid();

/** A cell of the figures: the sum of what all sources add to it. */
export const FigureRowSchema = z.strictObject({
  ...key,
  entity: z.literal(ENTITY.figure),
  stamp,
  cell: FigureCellSchema,
  name: z.string().optional(),
  counters: CountersSchema,
});
export type FigureRow = z.infer<typeof FigureRowSchema>;

/** What a part of an aggregate has added, so that it can be taken away again when the part has changed. */
export const FigurePartRowSchema = z.strictObject({
  ...key,
  entity: z.literal(ENTITY.figurePart),
  stamp,
  lines: z.array(FigureLineSchema),
});
export type FigurePartRow = z.infer<typeof FigurePartRowSchema>;

/** That a page of the aggregates is to be counted anew: the first is there when somebody asks for it, each brings the next one. */
export const FigureRebuildRowSchema = z.strictObject({
  ...key,
  entity: z.literal(ENTITY.figureRebuild),
  rebuildId: z.uuid(),
  page: z.int().min(0),
  /** The list that is gone through, by its place among them. */
  list: z.int().min(0),
  after: z.string().optional(),
  orderedBy: z.string(),
  orderedAt: InstantSchema,
  expiresAtEpochSeconds: z.int(),
});
export type FigureRebuildRow = z.infer<typeof FigureRebuildRowSchema>;
