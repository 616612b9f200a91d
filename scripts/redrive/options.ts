import { parseArgs } from 'node:util';
import * as z from 'zod';
import { CityCodeSchema } from '../../shared/domain/kernel/city-code.ts';
import { DEAD_LETTER_QUEUES } from '../../shared/exchange/dead-letters.ts';

/** What `npm run redrive -- --city 630100 [--queue inbox] [--region cn-northwest-1] [--url http://127.0.0.1:8630]` is told. */
const OptionsSchema = z.strictObject({
  city: CityCodeSchema,
  /** Default: on AWS the inbox, of an embedded runtime all. */
  queue: z.enum(DEAD_LETTER_QUEUES).optional(),
  /** Of the city's cell on AWS; default: that of the environment. */
  region: z.string().min(1).optional(),
  /** Of an embedded runtime; without it, the city is on AWS. */
  url: z
    .url()
    .transform((url) => url.replace(/\/$/, ''))
    .optional(),
});
export type RedriveOptions = z.infer<typeof OptionsSchema>;

const text = { type: 'string' } as const;

/** @throws Error that says which option is wrong. */
export const readOptions = (args: readonly string[]): RedriveOptions => {
  const { values } = parseArgs({ args: [...args], options: { city: text, queue: text, region: text, url: text } });
  const { data, error } = OptionsSchema.safeParse(values);
  if (data) return data;
  throw new Error(z.prettifyError(error));
};
