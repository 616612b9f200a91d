import { parseArgs } from 'node:util';
import * as z from 'zod';
import { CONSOLE_CLIENT_ID } from '../../infra/console/console-settings.ts';
import { CityCodeSchema } from '../../shared/domain/kernel/city-code.ts';

/** To where the city's stack has the console. */
const ToCitySchema = z.strictObject({
  city: CityCodeSchema,
  /** Default: that of the environment. */
  region: z.string().min(1).optional(),
});

/** Into a folder, for whatever else serves static files. */
const ToFolderSchema = z.strictObject({
  city: CityCodeSchema,
  folder: z.string().min(1),
  /** Of the city's API; may be relative to the page. */
  api: z.string().min(1),
  issuer: z.url(),
  clientId: z.string().min(1).default(CONSOLE_CLIENT_ID),
});
export type ToFolder = z.infer<typeof ToFolderSchema>;

const text = { type: 'string' } as const;
const OPTIONS = { city: text, region: text, folder: text, api: text, issuer: text, clientId: text };

/**
 * @returns what `npm run console:publish -- --city 630100 [--region ap-southeast-1]`, or
 * `-- --city 630100 --folder DIR --api URL --issuer URL [--clientId ID]`, is told.
 * @throws Error that says which option is wrong.
 */
export const readPublishOptions = (args: readonly string[]): ToFolder | z.infer<typeof ToCitySchema> => {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const schema = values.folder === undefined ? ToCitySchema : ToFolderSchema;
  const { data, error } = schema.safeParse(values);
  if (data) return data;
  throw new Error(z.prettifyError(error));
};
