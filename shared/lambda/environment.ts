import * as z from 'zod';
import { CityCodeSchema } from '../domain/kernel/city-code.ts';
import { CourierTargetsSchema } from '../exchange/courier-target.ts';
import { DeadLetterAddressesSchema } from '../exchange/dead-letters.ts';
import { DutyRoomSchema } from '../exchange/duty-room.ts';

/** A variable whose text is JSON. */
const jsonText = <S extends z.ZodType>(schema: S) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

const RowQueueAddressesSchema = z.array(
  z.strictObject({ name: z.string(), url: z.string().min(1), filters: z.array(z.record(z.string(), z.unknown())) }),
);

/**
 * The environment variables of the functions, in the groups that go together with a right. The stack sets them, the
 * functions read them, both through these schemas: names are spelled here only.
 */
export const ENVIRONMENT = {
  /** Every function: which city it works for. */
  city: z.object({
    CITY_CODE: CityCodeSchema,
    DUTY_ROOM_NAME: DutyRoomSchema.shape.name,
    DUTY_ROOM_TELEPHONE: DutyRoomSchema.shape.telephone,
    /** Days after which an entry of the registry that nobody confirmed is stale. */
    REGISTRY_STALE_AFTER_DAYS: z
      .string()
      .regex(/^[1-9]\d{0,3}$/, 'days')
      .transform(Number),
  }),
  /** Functions with a route: whose tokens they accept, besides the gateway's own check. */
  issuer: z.object({ OIDC_ISSUER: z.url() }),
  /** The city's table. */
  table: z.object({ TABLE_NAME: z.string().min(1) }),
  /** The city's signing key: KMS key id or ARN. */
  key: z.object({ SIGNING_KEY_ID: z.string().min(1) }),
  /** The city's own bus. */
  bus: z.object({ EVENT_BUS_NAME: z.string().min(1) }),
  /** The queues of the functions that are told of new rows: JSON of a list of their functions' names, their addresses and filters. */
  rowQueues: z.object({ ROW_QUEUES: jsonText(RowQueueAddressesSchema) }),
  /** The city's dead-letter queues: JSON of their addresses by name. */
  deadLetters: z.object({ DEAD_LETTERS: jsonText(DeadLetterAddressesSchema) }),
  /** The bucket of the city's files. */
  files: z.object({ FILES_BUCKET: z.string().min(1) }),
  /** What the names of the city's secrets begin with in Parameter Store. */
  secrets: z.object({ SECRETS_PREFIX: z.string().regex(/^\/.+\/$/) }),
  /** Peers that only the courier reaches: JSON of `CourierTargets`. */
  courier: z.object({ COURIER_TARGETS: jsonText(CourierTargetsSchema) }),
} as const;

export type EnvironmentGroup = keyof typeof ENVIRONMENT;

/** Variables as text, before they are parsed. */
export type Variables<G extends EnvironmentGroup> = z.input<(typeof ENVIRONMENT)[G]>;

/**
 * @returns one group of variables, parsed.
 * @throws Error naming every variable that is missing or malformed: a function with a wrong configuration must not start.
 */
export const readEnvironment = <G extends EnvironmentGroup>(
  group: G,
  variables: NodeJS.ProcessEnv = process.env,
): z.output<(typeof ENVIRONMENT)[G]> => {
  const parsed = ENVIRONMENT[group].safeParse(variables);
  if (!parsed.success) throw new Error(`environment (${group}): ${z.prettifyError(parsed.error)}`);
  return parsed.data as z.output<(typeof ENVIRONMENT)[G]>;
};

/** @returns one group of variables, to be set on a function; values may be texts that are known at deployment only. */
export const environmentOf = <G extends EnvironmentGroup>(
  _group: G,
  variables: Variables<G>,
): Record<string, string> => ({
  ...variables,
});
