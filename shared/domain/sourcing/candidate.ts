import * as z from 'zod';
import type { AgreementState } from '../agreement/agreement-state.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import type { RegistryEntry } from '../registry/registry-entry.ts';

/** Whose a candidate is, and so by what it is had: an order, a task, a request under an agreement. */
export const SourceSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('own') }),
    z.strictObject({ type: z.literal('stock') }),
    z.strictObject({ type: z.literal('agency') }),
    z.strictObject({ type: z.literal('partner'), city: CityCodeSchema, agreementId: z.uuid() }),
  ])
  .meta({ id: 'SourcingSource' });
export type Source = z.infer<typeof SourceSchema>;

/** The sources a plan may draw on. */
export const SourceNameSchema = z.enum(['own', 'agencies', 'stock', 'partners']).meta({ id: 'SourcingSourceName' });
export type SourceName = z.infer<typeof SourceNameSchema>;

/** Something that might be sent for an item: a team, an agency that sends one, or goods of one stock line. */
export interface Candidate {
  readonly entry: RegistryEntry;
  /** What this city holds of the agreements under which a partner shares it; none: it is this city's own. */
  readonly agreements: readonly AgreementState[];
}

/** @returns one text per candidate. */
export const candidateKey = ({ entry: { city, kind, id } }: Candidate): string => `${city}/${kind}/${id}`;
