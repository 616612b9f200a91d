import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { wordsSchema } from '../kernel/words.ts';
import { upkept } from '../registry/upkeep.ts';
import { DutyContactSchema } from '../team/team-state.ts';
import { PositionSchema } from '../vocabulary/position.ts';

/** What the registry holds of a depot, as people enter it. */
export const DepotDetailsSchema = z
  .strictObject({
    name: wordsSchema(200),
    nameEn: wordsSchema(200).optional(),
    /** The organisation that keeps it. */
    keeper: wordsSchema(200),
    position: PositionSchema,
    /** Minutes from the call to the goods being loaded. */
    readinessMinutes: z
      .int()
      .min(0)
      .max(7 * 24 * 60),
  })
  .meta({ id: 'DepotDetails' });
export type DepotDetails = z.infer<typeof DepotDetailsSchema>;

const base = {
  id: z.uuid(),
  details: DepotDetailsSchema,
  ...upkept,
  dutyContact: DutyContactSchema,
  /** From when on its stock lines are to be told what changed of it, until they have been. */
  stockToTell: InstantSchema.optional(),
};

/** A place of this city where goods are kept. */
export const DepotStateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('active'), ...base }),
  z.strictObject({ status: z.literal('retired'), ...base, reason: z.string(), retiredAt: InstantSchema }),
]);
export type DepotState = z.infer<typeof DepotStateSchema>;

export const DepotStatusSchema = z
  .enum(DepotStateSchema.options.map(({ shape }) => shape.status.value))
  .meta({ id: 'DepotStatus' });
