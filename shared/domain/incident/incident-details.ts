import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { wordsSchema } from '../kernel/words.ts';
import { SuppliesAskedSchema } from '../request/request-item.ts';
import { HazardSchema } from '../vocabulary/hazards.ts';
import { PositionSchema } from '../vocabulary/position.ts';
import { ResourceKindSchema } from '../vocabulary/resource-kinds.ts';
import { AffectedAreaSchema } from './affected-area.ts';

/** How much of a kind the incident needs in all, as the command sees it: what is asked for is measured against it. */
export const NeedSchema = z
  .strictObject({
    kind: ResourceKindSchema,
    /** Teams; of supplies, units. */
    quantity: z.int().min(1).max(1_000_000),
    supply: SuppliesAskedSchema.optional(),
  })
  .meta({ id: 'Need' });
export type Need = z.infer<typeof NeedSchema>;

/** What is known of an incident, and may turn out otherwise. */
export const IncidentDetailsSchema = z
  .strictObject({
    hazard: HazardSchema,
    title: wordsSchema(200),
    description: wordsSchema(4000),
    occurredAt: InstantSchema,
    position: PositionSchema,
    /** Enterprises and others whose affair it is: experts with an interest in them must not advise. */
    parties: z.array(wordsSchema(200)).max(50).optional(),
    area: AffectedAreaSchema.optional(),
    needs: z.array(NeedSchema).max(40).optional(),
  })
  .meta({ id: 'IncidentDetails' });
export type IncidentDetails = z.infer<typeof IncidentDetailsSchema>;
