import * as z from 'zod';
import { readDeploymentDescription } from '../e2e/deployment.ts';

/** A city that was deployed to an emulator. */
const EmulatedSchema = z.object({
  code: z.string(),
  bus: z.object({ kind: z.literal('eventbridge'), name: z.string(), region: z.string(), endpoint: z.url() }),
});
export type Emulated = z.infer<typeof EmulatedSchema>;

/**
 * @returns the cities deployed to the emulator.
 * @throws Error when what is tested is not deployed to one.
 */
export const emulated = (): readonly [Emulated, ...Emulated[]] =>
  z.tuple([EmulatedSchema], EmulatedSchema).parse(readDeploymentDescription()?.cities);
