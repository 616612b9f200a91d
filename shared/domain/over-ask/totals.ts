import * as z from 'zod';
import type { Need } from '../incident/incident-details.ts';
import { SuppliesAskedSchema } from '../request/request-item.ts';
import { ResourceKindSchema } from '../vocabulary/resource-kinds.ts';
import type { Ask } from './ask.ts';

/** How much of a kind is asked for in all, for an incident and those that belong to it, against what the incident is said to need. */
export const TotalSchema = z
  .strictObject({
    kind: ResourceKindSchema,
    supply: SuppliesAskedSchema.optional(),
    /** In all requests that stand. */
    asked: z.int().min(0),
    requests: z.int().min(0),
    /** Absent where nobody has said how much is needed. */
    need: z.int().positive().optional(),
    /** Asked for above the need. */
    excess: z.int().min(0).optional(),
  })
  .meta({ id: 'AskTotal' });
export type Total = z.infer<typeof TotalSchema>;

const nameOf = ({ kind, supply }: Pick<Ask, 'kind' | 'supply'>): string =>
  supply ? `${kind}/${supply.code}/${supply.unit}` : kind;

/** @returns the sums by kind, and of supplies by code and unit, in the order of the kinds; `asks` each once. */
export const totalsOf = (asks: readonly Ask[], needs: readonly Need[]): readonly Total[] => {
  const names = [...new Set(asks.map(nameOf))].toSorted();
  return names.flatMap((name): Total[] => {
    const same = asks.filter((ask) => nameOf(ask) === name);
    const [first] = same;
    if (!first) return [];
    const asked = same.reduce((sum, { quantity }) => sum + quantity, 0);
    const requests = new Set(same.map(({ requestId }) => requestId)).size;
    const need = needs.filter((one) => nameOf(one) === name).reduce((sum, { quantity }) => sum + quantity, 0);
    return [
      {
        kind: first.kind,
        ...(first.supply === undefined ? {} : { supply: first.supply }),
        ...{ asked, requests },
        ...(need === 0 ? {} : { need, excess: Math.max(0, asked - need) }),
      },
    ];
  });
};
