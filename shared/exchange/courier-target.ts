import * as z from 'zod';
import { CityCodeSchema } from '../domain/kernel/city-code.ts';

/** By city: where a courier takes its messages. */
export const CourierTargetsSchema = z.record(
  CityCodeSchema,
  z.strictObject({
    region: z.string().min(1),
    /** ARN of the peer's bus. */
    busArn: z.string().min(1),
    /** ARN of the role in the peer's account that may put this city's messages on that bus. */
    roleArn: z.string().min(1),
  }),
);
export type CourierTargets = z.infer<typeof CourierTargetsSchema>;
