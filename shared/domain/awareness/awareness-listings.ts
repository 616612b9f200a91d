import * as z from 'zod';
import type { Listing } from '../kernel/aggregate.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { listName } from '../kernel/list-name.ts';
import { HazardSchema } from '../vocabulary/hazards.ts';
import { WarningColourSchema } from '../warning/warning-colour.ts';
import {
  type AwarenessSide,
  AwarenessSideSchema,
  type AwarenessState,
  AwarenessStatusSchema,
} from './awareness-state.ts';

/** What lists show of an awareness notice. */
export const AwarenessCardSchema = z
  .strictObject({
    awarenessId: z.uuid(),
    side: AwarenessSideSchema,
    status: AwarenessStatusSchema,
    teller: CityCodeSchema,
    told: CityCodeSchema,
    headline: z.string(),
    colour: WarningColourSchema.optional(),
    hazards: z.array(HazardSchema),
    toldAt: InstantSchema,
    until: InstantSchema,
    exercise: z.boolean(),
  })
  .meta({ id: 'AwarenessCard' });
export type AwarenessCard = z.infer<typeof AwarenessCardSchema>;

/** What a list of awareness notices may be narrowed to. */
export interface AwarenessFilter {
  readonly side?: AwarenessSide | undefined;
  readonly status?: AwarenessState['status'] | undefined;
}

/** @returns the name of the list that holds exactly what the filter asks for. */
export const awarenessList = ({ side, status }: AwarenessFilter): string => listName('awareness', { side, status });

const cardOf = ({ id, side, status, teller, told, notice }: AwarenessState): AwarenessCard => {
  const { headline, colour, hazards, toldAt, until, exercise } = notice;
  return {
    ...{ awarenessId: id, side, status, teller, told, headline, hazards, toldAt, until, exercise },
    ...(colour === undefined ? {} : { colour }),
  };
};

/** @returns the rows by which a notice is found, in order of being told. */
export const awarenessListings = (state: AwarenessState): readonly Listing[] => {
  const { id, side, status, notice } = state;
  const row = { sort: `${notice.toldAt}#${id}`, card: cardOf(state) };
  return [{}, { side }, { status }, { side, status }].map((filter) => ({ list: awarenessList(filter), ...row }));
};
