import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { NamedTeamSchema } from '../request/answer.ts';
import { CostsSchema } from '../vocabulary/costs.ts';
import { PositionSchema } from '../vocabulary/position.ts';

/**
 * What a deployment is opened with at either end, the moment the owner commits the team: the mission order. A city that sends its
 * own team is owner and requester in one.
 */
export const MissionSchema = z
  .strictObject({
    deploymentId: z.uuid(),
    requestId: z.uuid(),
    itemId: z.uuid(),
    /** By what and under what the team was lent; nothing of a city's own team. */
    requisitionId: z.uuid().optional(),
    agreementId: z.uuid().optional(),
    orderNumber: z.string(),
    /** The city whose team it is, and the city it goes to help. */
    owner: CityCodeSchema,
    requester: CityCodeSchema,
    team: NamedTeamSchema,
    /** `id` of the person who leads the team; known to the owner only. */
    teamLeader: z.string().optional(),
    mission: z.string(),
    reportingPoint: PositionSchema,
    /** Agreed costs of this team's share, CNY fen by category. */
    costs: CostsSchema,
    requestedArrival: InstantSchema,
    requestedReturn: InstantSchema,
    estimatedDeparture: InstantSchema,
    estimatedArrival: InstantSchema,
    /** The CommitResource that began it: the message that later ones name as preceding. */
    commitMessageId: z.uuid().optional(),
    exercise: z.boolean(),
  })
  .meta({ id: 'Mission' });
export type Mission = z.infer<typeof MissionSchema>;

/** The mission order of a team that is lent to another city. */
export type LentMission = Mission & Readonly<Record<'requisitionId' | 'agreementId' | 'commitMessageId', string>>;

/** @returns whether another city is helped, to which things are said. */
export const isLent = (mission: Mission): mission is LentMission => mission.owner !== mission.requester;
