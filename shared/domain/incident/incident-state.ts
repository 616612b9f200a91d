import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import { ResponseLevelSchema } from '../vocabulary/hazards.ts';
import { CommandPeriodSchema, LevelPeriodSchema } from './incident-command.ts';
import { IncidentDetailsSchema } from './incident-details.ts';
import { IncidentLinksSchema } from './incident-links.ts';
import { IncidentRelationSchema, OtherIncidentSchema } from './incident-relation.ts';
import type { IncidentSummary } from './incident-summary.ts';

/** Periods of command, and of response levels, that the incident itself holds; the ledger holds all. */
export const LATEST_PERIODS = 30;
/** Work orders of the hotline that one incident may gather. */
export const MOST_WORK_ORDERS = 500;

const by = PersonReferenceSchema;
const at = InstantSchema;

/** A work order of the hotline that reports the incident, by the hotline's number. */
export const AttachedOrderSchema = z.strictObject({ workOrderId: z.uuid(), number: z.string() });

/** A partner city that is told of the incident, under which agreement. */
export const SharingSchema = z
  .strictObject({ city: CityCodeSchema, agreementId: z.uuid(), since: at, by })
  .meta({ id: 'IncidentSharing' });

/** Why it was no incident of its own after all. */
export const DismissalSchema = z
  .strictObject({
    verdict: z.enum(['false', 'duplicate']),
    /** Of which it is a duplicate. */
    of: OtherIncidentSchema.extend({ title: z.string() }).optional(),
    reason: z.string(),
    by,
    at,
  })
  .meta({ id: 'IncidentDismissal' });

const common = {
  id: z.uuid(),
  details: IncidentDetailsSchema,
  /** A drill; says so on everything that follows from it, and cannot become real. */
  exercise: z.boolean(),
  reportedAt: at,
  reportedBy: by,
  /** In order of time; the last one commands. */
  command: z.array(CommandPeriodSchema).max(LATEST_PERIODS),
  links: IncidentLinksSchema,
  relations: z.array(IncidentRelationSchema),
  sharings: z.array(SharingSchema),
  failures: z.array(MessageFailureSchema),
  workOrders: z.array(AttachedOrderSchema).max(MOST_WORK_ORDERS),
  /** In order of time; the last one holds. */
  levels: z.array(LevelPeriodSchema).max(LATEST_PERIODS),
};

const verified = { ...common, verification: z.strictObject({ words: z.string().optional(), by, at }) };
const responding = { ...verified, responseLevel: ResponseLevelSchema };
const ending = z.strictObject({ reason: z.string(), by, at });

export const IncidentStateSchema = z.discriminatedUnion('status', [
  /** Somebody said so; nobody has looked. */
  z.strictObject({ status: z.literal('reported'), ...common }),
  z.strictObject({ status: z.literal('dismissed'), ...common, dismissal: DismissalSchema }),
  z.strictObject({ status: z.literal('verified'), ...verified }),
  z.strictObject({ status: z.literal('responding'), ...responding }),
  /** The response has ended; what is left is paper. */
  z.strictObject({ status: z.literal('ended'), ...responding, ending }),
  /** On file. Without a level where none was ever set. */
  z.strictObject({
    status: z.literal('closed'),
    ...verified,
    responseLevel: ResponseLevelSchema.optional(),
    ending: ending.optional(),
    closure: z.strictObject({ reason: z.string(), by, at }),
  }),
]);
export type IncidentState = z.infer<typeof IncidentStateSchema>;
export type IncidentStateOf<S extends IncidentState['status']> = Extract<IncidentState, { readonly status: S }>;

export const IncidentStatusSchema = z
  .enum(IncidentStateSchema.options.map(({ shape }) => shape.status.value))
  .meta({ id: 'IncidentStatus' });

/** An incident that is still going on, as far as anybody knows. */
export type OpenIncident = IncidentStateOf<'reported' | 'verified' | 'responding'>;

/** @returns whether it is still going on: agencies and experts may be called to it. */
export const isGoingOn = (incident: IncidentState): incident is OpenIncident =>
  incident.status === 'reported' || incident.status === 'verified' || incident.status === 'responding';

/** @returns whether the incident is real and still going on: partner cities may be asked for help. */
export const isVerified = (incident: IncidentState): incident is IncidentStateOf<'verified' | 'responding'> =>
  incident.status === 'verified' || incident.status === 'responding';

/** @returns the response level that holds, or last held; `undefined` when none was ever set. */
export const levelOf = (incident: IncidentState): IncidentSummary['responseLevel'] =>
  'responseLevel' in incident ? incident.responseLevel : undefined;

/** @returns what partner cities are told of an incident. */
export const summaryOf = (incident: IncidentState): IncidentSummary => {
  const { hazard, title, occurredAt, position } = incident.details;
  const responseLevel = levelOf(incident);
  const level = responseLevel === undefined ? {} : { responseLevel };
  return { incidentId: incident.id, hazard, ...level, title, occurredAt, position };
};
