import * as z from 'zod';
import { CommandPeriodSchema, LevelPeriodSchema } from '../../domain/incident/incident-command.ts';
import { IncidentDetailsSchema } from '../../domain/incident/incident-details.ts';
import { IncidentLinksSchema } from '../../domain/incident/incident-links.ts';
import { IncidentRelationSchema, toSame } from '../../domain/incident/incident-relation.ts';
import {
  AttachedOrderSchema,
  DismissalSchema,
  type IncidentState,
  IncidentStatusSchema,
  levelOf,
  SharingSchema,
} from '../../domain/incident/incident-state.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { MessageFailureSchema } from '../../domain/kernel/message-failure.ts';
import { PersonReferenceSchema } from '../../domain/kernel/person-reference.ts';
import { TextSchema } from '../../domain/kernel/text.ts';
import { EventClassSchema, HAZARDS, ResponseLevelSchema } from '../../domain/vocabulary/hazards.ts';
import { STATUS_NAMES } from '../../reference/statuses.ts';

const by = PersonReferenceSchema;
const reasoned = z.strictObject({ reason: z.string(), by, at: InstantSchema });

/** A relation, and whether both sides say the same of it. */
const RelationViewSchema = IncidentRelationSchema.extend({ agreed: z.boolean() }).meta({ id: 'IncidentRelationView' });

/** An incident with the event class (GB/T 35561-2017) that its hazard belongs to. */
export const IncidentViewSchema = IncidentDetailsSchema.extend({
  incidentId: z.uuid(),
  status: IncidentStatusSchema,
  statusText: TextSchema,
  eventClass: EventClassSchema,
  /** As it is, or last was; absent where none was ever set. */
  responseLevel: ResponseLevelSchema.optional(),
  exercise: z.boolean(),
  reportedAt: InstantSchema,
  reportedBy: by,
  verification: z.strictObject({ words: z.string().optional(), by, at: InstantSchema }).optional(),
  dismissal: DismissalSchema.optional(),
  /** In command now. */
  commander: CommandPeriodSchema.optional(),
  command: z.array(CommandPeriodSchema),
  levels: z.array(LevelPeriodSchema),
  links: IncidentLinksSchema,
  relations: z.array(RelationViewSchema),
  /** Partner cities that are told of it. */
  sharings: z.array(SharingSchema),
  failures: z.array(MessageFailureSchema),
  workOrders: z.array(AttachedOrderSchema),
  ending: reasoned.optional(),
  closure: reasoned.optional(),
}).meta({ id: 'Incident' });
export type IncidentView = z.infer<typeof IncidentViewSchema>;

const relationsOf = ({ relations }: IncidentState): IncidentView['relations'] =>
  relations.map((one) => ({
    ...one,
    agreed: relations.some(
      (other) => other.saidBy !== one.saidBy && toSame(one, other) && other.relation === one.relation,
    ),
  }));

/** @returns the incident as it is shown. */
export const incidentView = (incident: IncidentState): IncidentView => {
  const { id, details, status, reportedAt, reportedBy, command, levels, links, sharings, failures, workOrders } =
    incident;
  const commander = command.at(-1);
  const responseLevel = levelOf(incident);
  return {
    incidentId: id,
    status,
    statusText: STATUS_NAMES[status] ?? { zh: status, en: status },
    ...details,
    eventClass: HAZARDS[details.hazard].eventClass,
    ...(responseLevel === undefined ? {} : { responseLevel }),
    exercise: incident.exercise,
    ...{ reportedAt, reportedBy, command, levels, links, sharings, failures, workOrders },
    relations: relationsOf(incident),
    ...(commander === undefined ? {} : { commander }),
    ...('verification' in incident ? { verification: incident.verification } : {}),
    ...('dismissal' in incident ? { dismissal: incident.dismissal } : {}),
    ...('ending' in incident && incident.ending ? { ending: incident.ending } : {}),
    ...('closure' in incident ? { closure: incident.closure } : {}),
  };
};
