import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { wordsSchema } from '../kernel/words.ts';
import { PositionSchema } from '../vocabulary/position.ts';
import { ProgressSchema } from './progress.ts';

/** What the owner expects; corrected by reports. The return departure expected is the end agreed between the cities. */
export const EstimatesSchema = z
  .strictObject({
    departure: InstantSchema,
    arrival: InstantSchema,
    returnArrival: InstantSchema.optional(),
  })
  .meta({ id: 'DeploymentEstimates' });
export type Estimates = z.infer<typeof EstimatesSchema>;

/** What people on the ground say besides where they are in the mission. */
export const remarks = {
  position: PositionSchema.optional(),
  note: wordsSchema(2000).optional(),
};

/** The owner's account of a deployment at one moment. Each stands by itself: all actual and estimated times known by then. */
export const DeploymentReportSchema = z.strictObject({
  /** The ReportResourceDeploymentStatus that carried it. */
  messageId: z.uuid(),
  /** The moment it speaks of; sent then or later. */
  at: InstantSchema,
  sentAt: InstantSchema,
  progress: ProgressSchema,
  estimates: EstimatesSchema,
  ...remarks,
});
export type DeploymentReport = z.infer<typeof DeploymentReportSchema>;
