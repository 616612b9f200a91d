import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import type { DeploymentState } from './deployment-state.ts';
import { actualTimes } from './progress.ts';

/** One step of the journey: when it was asked for, when it is expected, when it was. */
const StepTimesSchema = z
  .strictObject({
    requested: InstantSchema.optional(),
    estimated: InstantSchema.optional(),
    actual: InstantSchema.optional(),
  })
  .meta({ id: 'StepTimes' });
export type StepTimes = z.infer<typeof StepTimesSchema>;

/** The four moments that a mission is planned and paid by. */
export const DeploymentTimesSchema = z
  .strictObject({
    departure: StepTimesSchema,
    arrival: StepTimesSchema,
    returnDeparture: StepTimesSchema,
    returnArrival: StepTimesSchema,
  })
  .meta({ id: 'DeploymentTimes' });
export type DeploymentTimes = z.infer<typeof DeploymentTimesSchema>;

/** What is known of a mission of which nothing is. */
export const UNKNOWN_TIMES: DeploymentTimes = { departure: {}, arrival: {}, returnDeparture: {}, returnArrival: {} };

/** @returns what is known of each of them now. */
export const timesOf = (state: DeploymentState): DeploymentTimes => {
  const { mission: order, agreedReturn, estimates, recall, progress } = state;
  const actual = actualTimes(progress);
  return {
    departure: { estimated: estimates.departure, actual: actual.departure },
    arrival: { requested: order.requestedArrival, estimated: estimates.arrival, actual: actual.arrival },
    returnDeparture: {
      requested: recall?.question.by ?? agreedReturn,
      estimated: agreedReturn,
      actual: actual.returnDeparture,
    },
    returnArrival: { estimated: estimates.returnArrival, actual: actual.returnArrival },
  };
};
