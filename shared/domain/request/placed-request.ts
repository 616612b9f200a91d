import * as z from 'zod';
import { IncidentSummarySchema } from '../incident/incident-summary.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { DutyRoomSchema } from '../kernel/duty-room.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import { RequestItemSchema } from './request-item.ts';

/** A request as one partner gets it: under which agreement, what for, what is asked, by when to answer, and who asks. */
export const PlacedRequestSchema = z
  .strictObject({
    /** The same at both ends. */
    requestId: z.uuid(),
    /** The RequestResource that carried it: the message that answers name as preceding. */
    messageId: z.uuid(),
    agreementId: z.uuid(),
    incident: IncidentSummarySchema,
    items: z.array(RequestItemSchema).min(1),
    replyBy: InstantSchema,
    requestedBy: z.strictObject({ city: CityCodeSchema, dutyRoom: DutyRoomSchema }),
    approvedBy: PersonReferenceSchema,
    /** When this version of it was sent. */
    placedAt: InstantSchema,
    exercise: z.boolean(),
  })
  .meta({ id: 'PlacedRequest' });
export type PlacedRequest = z.infer<typeof PlacedRequestSchema>;
