import * as z from 'zod';
import { IncidentDetailsSchema } from '../incident/incident-details.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { wordsSchema } from '../kernel/words.ts';
import { TemplateItemSchema } from '../plan/plan-details.ts';
import { TaskDetailsSchema } from '../task/task-details.ts';
import { ResponseLevelSchema } from '../vocabulary/hazards.ts';
import { WarningDraftSchema } from '../warning/warning-draft.ts';
import { WorkOrderEntrySchema } from '../work-order/work-order-details.ts';

/** Names an inject within its script. */
const InjectKeySchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and hyphens');

/** Names an earlier inject, which opened the incident that is meant. */
const incident = InjectKeySchema;
const minutes = z
  .int()
  .min(1)
  .max(14 * 24 * 60);
const words = z.strictObject({ zh: wordsSchema(1000), en: wordsSchema(1000) });

/** What an inject does. Times in it count from the minute in which it is given. */
export const InjectDeedSchema = z
  .discriminatedUnion('does', [
    z.strictObject({
      does: z.literal('open-incident'),
      incident: IncidentDetailsSchema.omit({ occurredAt: true }),
      /** Left out: it is only reported, and waits to be verified. */
      responseLevel: ResponseLevelSchema.optional(),
    }),
    z.strictObject({
      does: z.literal('set-level'),
      incident,
      responseLevel: ResponseLevelSchema,
      reason: wordsSchema(500),
    }),
    /** A CAP alert of the status Exercise. */
    z.strictObject({
      does: z.literal('warn'),
      warning: WarningDraftSchema.omit({ onset: true, expiresAt: true }),
      forMinutes: minutes,
    }),
    z.strictObject({ does: z.literal('tell'), text: words, urgency: z.enum(['routine', 'urgent']) }),
    /** A partner is to be thought of as out of reach. */
    z.strictObject({ does: z.literal('partner-outage'), city: CityCodeSchema, forMinutes: minutes }),
    /** From a plan on file, by its title, or of these items; either waits for its approver. */
    z.strictObject({ does: z.literal('draft-request-from-plan'), incident, plan: wordsSchema(200) }),
    z.strictObject({
      does: z.literal('draft-request'),
      incident,
      items: z.array(TemplateItemSchema).min(1).max(20),
    }),
    /** The 12345 hotline sends a work order. */
    z.strictObject({
      does: z.literal('enter-work-order'),
      order: WorkOrderEntrySchema.pick({ hazard: true, description: true, position: true }),
    }),
    /** To agencies of the registry, by their names. */
    z.strictObject({
      does: z.literal('send-task'),
      incident,
      agencies: z.array(wordsSchema(200)).min(1).max(6),
      task: TaskDetailsSchema.omit({ neededBy: true, position: true }),
      neededWithinMinutes: minutes,
    }),
  ])
  .meta({ id: 'DrillInjectDeed' });
export type InjectDeed = z.infer<typeof InjectDeedSchema>;
export type InjectDeedOf<T extends InjectDeed['does']> = Extract<InjectDeed, { readonly does: T }>;

/** Something that happens in a drill by the script. */
export const DrillInjectSchema = z
  .strictObject({
    key: InjectKeySchema,
    /** Minutes from the start, pauses not counted. */
    atMinutes: z
      .int()
      .min(0)
      .max(14 * 24 * 60),
    title: words,
    /** Within how many minutes the duty room is to say what it has done about it; left out: nothing is expected. */
    handleWithinMinutes: minutes.optional(),
    deed: InjectDeedSchema,
  })
  .meta({ id: 'DrillInject' });
export type DrillInject = z.infer<typeof DrillInjectSchema>;

/** @returns the key of the inject that opened the incident which a deed is about. */
export const incidentOf = (deed: InjectDeed): string | undefined =>
  'incident' in deed && typeof deed.incident === 'string' ? deed.incident : undefined;
