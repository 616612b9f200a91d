import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { isOpen as isReceivedOpen, type ReceivedRequestState } from '../received-request/received-request-state.ts';
import { type RequestItem, SuppliesAskedSchema } from '../request/request-item.ts';
import type { RequestState } from '../request/request-state.ts';
import { PositionSchema } from '../vocabulary/position.ts';
import { ResourceKindSchema } from '../vocabulary/resource-kinds.ts';

/** Something that a request asks for, as it is compared with what others ask for. */
export const AskSchema = z
  .strictObject({
    requestId: z.uuid(),
    itemId: z.uuid(),
    /** `own`: this city asks; `received`: a partner asks this city. */
    side: z.enum(['own', 'received']),
    /** Who asks. */
    city: CityCodeSchema,
    /** For which incident, under the id it has in the city that asks. */
    incidentId: z.uuid(),
    title: z.string(),
    kind: ResourceKindSchema,
    supply: SuppliesAskedSchema.optional(),
    /** Teams; of supplies, units. */
    quantity: z.int().positive(),
    from: InstantSchema,
    until: InstantSchema,
    position: PositionSchema,
    exercise: z.boolean(),
  })
  .meta({ id: 'Ask' });
export type Ask = z.infer<typeof AskSchema>;

/** All that a request asks for; `stands`: somebody may still send it. */
export interface Asking {
  readonly asks: readonly Ask[];
  readonly stands: boolean;
}

const askOf = (
  { itemId, kind, quantity, neededBy: from, neededUntil: until, reportingPoint: position, ...item }: RequestItem,
  of: Pick<Ask, 'requestId' | 'side' | 'city' | 'incidentId' | 'title' | 'exercise'>,
): Ask => ({
  ...of,
  ...{ itemId, kind, quantity, from, until, position },
  ...('supply' in item ? { supply: item.supply } : {}),
});

/** @returns what a request of this city asks for; it stands once approved, until it has come to an end without an answer, or at all. */
export const askingOf = ({
  id: requestId,
  requester: city,
  incident,
  exercise,
  items,
  status,
}: RequestState): Asking => {
  const { incidentId, title } = incident;
  const of = { requestId, side: 'own', city, incidentId, title, exercise } as const;
  return { asks: items.map((item) => askOf(item, of)), stands: status === 'approved' || status === 'placed' };
};

/** @returns what a partner's request asks of this city; it stands while it goes on. */
export const askingReceived = (received: ReceivedRequestState): Asking => {
  const { requestId, incident, items, exercise, requestedBy } = received.placed;
  const { incidentId, title } = incident;
  const of = { requestId, side: 'received', city: requestedBy.city, incidentId, title, exercise } as const;
  return { asks: items.map((item) => askOf(item, of)), stands: isReceivedOpen(received) };
};
