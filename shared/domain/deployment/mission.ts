import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { NamedLotSchema, NamedTeamSchema } from '../request/answer.ts';
import { CheckInMinutesSchema } from '../request/request-item.ts';
import { CostsSchema } from '../vocabulary/costs.ts';
import { PositionSchema } from '../vocabulary/position.ts';

/** What every mission order says. */
export const MISSION_ORDER = {
  deploymentId: z.uuid(),
  requestId: z.uuid(),
  itemId: z.uuid(),
  /** By what and under what it was lent; nothing of a city's own team. */
  requisitionId: z.uuid().optional(),
  agreementId: z.uuid().optional(),
  orderNumber: z.string(),
  /** The city whose team or goods it is, and the city it goes to help. */
  owner: CityCodeSchema,
  requester: CityCodeSchema,
  mission: z.string(),
  reportingPoint: PositionSchema,
  /** Agreed costs of its share, CNY fen by category. */
  costs: CostsSchema,
  requestedArrival: InstantSchema,
  requestedReturn: InstantSchema,
  estimatedDeparture: InstantSchema,
  estimatedArrival: InstantSchema,
  /** The CommitResource that began it: the message that later ones name as preceding. */
  commitMessageId: z.uuid().optional(),
  exercise: z.boolean(),
} as const;

/**
 * What a deployment is opened with at either end, the moment the owner commits a team, or a lot of supplies: the mission order. A city
 * that sends its own team is owner and requester in one.
 */
export const MissionSchema = z
  .union([
    z.strictObject({
      ...MISSION_ORDER,
      team: NamedTeamSchema,
      checkInMinutes: CheckInMinutesSchema.optional(),
      /** `id` of the person who leads the team; known to the owner only. */
      teamLeader: z.string().optional(),
    }),
    z.strictObject({ ...MISSION_ORDER, lot: NamedLotSchema }),
  ])
  .meta({ id: 'Mission' });
export type Mission = z.infer<typeof MissionSchema>;
export type Consignment = Extract<Mission, { readonly lot: unknown }>;

/** The mission order of a team or a lot that is lent to another city. */
export type LentMission = Mission & Readonly<Record<'requisitionId' | 'agreementId' | 'commitMessageId', string>>;

/** @returns whether another city is helped, to which things are said. */
export const isLent = (mission: Mission): mission is LentMission => mission.owner !== mission.requester;

/** @returns whether goods are sent, and not a team. */
export const isConsignment = (mission: Mission): mission is Consignment => 'lot' in mission;

/** @returns the person who leads the team, where that is known. */
export const leaderOf = (mission: Mission): string | undefined =>
  isConsignment(mission) ? undefined : mission.teamLeader;

/** @returns what people call that which was sent. */
export const sentName = (mission: Mission): string =>
  isConsignment(mission) ? `${mission.lot.name}${mission.lot.quantity}${mission.lot.unit}` : mission.team.name;
