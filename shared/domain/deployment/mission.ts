import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { NamedTeamSchema } from '../request/answer.ts';
import { CostsSchema } from '../vocabulary/costs.ts';
import { PositionSchema } from '../vocabulary/position.ts';

/** What a deployment is opened with at either end, the moment the owner commits the team: the mission order. */
export const MissionSchema = z
  .strictObject({
    deploymentId: z.uuid(),
    requestId: z.uuid(),
    itemId: z.uuid(),
    requisitionId: z.uuid(),
    agreementId: z.uuid(),
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
    commitMessageId: z.uuid(),
    exercise: z.boolean(),
  })
  .meta({ id: 'Mission' });
export type Mission = z.infer<typeof MissionSchema>;
