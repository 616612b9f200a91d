import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { NamedLotSchema, NamedTeamSchema } from './answer.ts';

const order = {
  deploymentId: z.uuid(),
  itemId: z.uuid(),
  orderNumber: z.string(),
  estimatedDeparture: InstantSchema,
  estimatedArrival: InstantSchema,
};

/** A team of this city itself, or goods of its own stock, that were sent for an item (直办). */
export const DispatchSchema = z
  .union([z.strictObject({ ...order, team: NamedTeamSchema }), z.strictObject({ ...order, lot: NamedLotSchema })])
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

const amountOf = (dispatch: Dispatch): number => ('lot' in dispatch ? dispatch.lot.quantity : 1);

/** @returns how many of this city's teams, or units of its stock, were sent for an item. */
export const dispatchedFor = ({ dispatches }: { readonly dispatches: readonly Dispatch[] }, itemId: string): number =>
  dispatches.reduce((sum, dispatch) => sum + (dispatch.itemId === itemId ? amountOf(dispatch) : 0), 0);

/** @returns how many teams agencies are to send for an item. */
export const taskedFor = ({ tasks }: OwnHelp, itemId: string): number =>
  tasks.reduce((sum, task) => sum + (task.itemId === itemId ? task.teams : 0), 0);
