import * as z from 'zod';
import type { Listing } from '../kernel/aggregate.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { listName } from '../kernel/list-name.ts';
import { type DrillState, DrillStatusSchema, isBegun, isHosted, isOver } from './drill-state.ts';
import { titleOf } from './evolve-drill.ts';

/** What lists show of a drill. */
export const DrillCardSchema = z
  .strictObject({
    drillId: z.uuid(),
    title: z.string(),
    status: DrillStatusSchema,
    /** The city that gives it, where that is another one. */
    host: CityCodeSchema.optional(),
    participants: z.array(CityCodeSchema),
    at: InstantSchema,
    startedAt: InstantSchema.optional(),
    endedAt: InstantSchema.optional(),
    score: z.strictObject({ points: z.int(), maximum: z.int() }).optional(),
    removed: z.boolean(),
    exercise: z.literal(true),
  })
  .meta({ id: 'DrillCard' });
type DrillCard = z.infer<typeof DrillCardSchema>;

/** @returns the name of the list of drills of a status, or of all, in the order in which they were planned or announced. */
export const drillList = (status?: DrillState['status']): string => listName('drill', { status });

const cardOf = (state: DrillState): DrillCard => ({
  drillId: state.id,
  title: titleOf(state),
  status: state.status,
  ...(isHosted(state)
    ? { participants: state.participants.map(({ city }) => city), at: state.plannedAt }
    : { host: state.host, participants: [], at: state.announcedAt }),
  ...(isBegun(state) ? { startedAt: state.startedAt } : {}),
  ...(isOver(state) ? { endedAt: state.endedAt } : {}),
  ...(state.status === 'ended' ? { score: { points: state.report.points, maximum: state.report.maximumPoints } } : {}),
  removed: isOver(state) && state.removal?.doneAt !== undefined,
  exercise: true,
});

/** @returns the rows by which a drill is found. */
export const drillListings = (state: DrillState): readonly Listing[] => {
  const card = cardOf(state);
  return [drillList(), drillList(state.status)].map((list) => ({ list, sort: `${card.at}#${state.id}`, card }));
};
