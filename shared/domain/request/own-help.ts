import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { NamedTeamSchema } from './answer.ts';

/** A team of this city itself that was sent for an item (直办). */
export const DispatchSchema = z
  .strictObject({
    deploymentId: z.uuid(),
    itemId: z.uuid(),
    team: NamedTeamSchema,
    orderNumber: z.string(),
    estimatedDeparture: InstantSchema,
    estimatedArrival: InstantSchema,
  })
  .meta({ id: 'Dispatch' });
export type Dispatch = z.infer<typeof DispatchSchema>;

/** A task that agencies were sent for an item. */
export const ItemTaskSchema = z
  .strictObject({
    taskId: z.uuid(),
    itemId: z.uuid(),
    /** Agencies that were asked. */
    agencyIds: z.array(z.uuid()),
    /** Teams that it counts for: none once nobody takes it, or when it asks for something else than teams. */
    teams: z.int().min(0),
  })
  .meta({ id: 'ItemTask' });
export type ItemTask = z.infer<typeof ItemTaskSchema>;

/** What this city does about its own request without a partner city. */
export const OwnHelpSchema = z.strictObject({ dispatches: z.array(DispatchSchema), tasks: z.array(ItemTaskSchema) });
export type OwnHelp = z.infer<typeof OwnHelpSchema>;

/** @returns how many of this city's teams were sent for an item. */
export const dispatchedFor = ({ dispatches }: OwnHelp, itemId: string): number =>
  dispatches.filter((dispatch) => dispatch.itemId === itemId).length;

/** @returns how many teams agencies are to send for an item. */
export const taskedFor = ({ tasks }: OwnHelp, itemId: string): number =>
  tasks.reduce((sum, task) => sum + (task.itemId === itemId ? task.teams : 0), 0);
