import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { CounterProposalSchema } from './task-details.ts';

const at = InstantSchema;
const reasoned = { reason: z.string(), at };

/** What became of a task at one agency. `taken`: another agency was quicker. */
export const OfferOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({
    kind: z.literal('counter-proposed'),
    proposal: CounterProposalSchema,
    at,
  }),
  z.strictObject({ kind: z.literal('accepted'), at }),
  z.strictObject({ kind: z.literal('declined'), ...reasoned }),
  z.strictObject({ kind: z.literal('lapsed'), at }),
  z.strictObject({ kind: z.literal('taken'), at }),
  z.strictObject({ kind: z.literal('withdrawn'), at }),
  z.strictObject({ kind: z.literal('transferred'), ...reasoned }),
]);
export type OfferOutcome = z.infer<typeof OfferOutcomeSchema>;

/** A task as it was put to one agency, and by when it is to answer. */
export const OfferedSchema = z.strictObject({ agencyId: z.uuid(), agencyName: z.string(), replyBy: InstantSchema });
export type Offered = z.infer<typeof OfferedSchema>;

export const TaskOfferSchema = OfferedSchema.extend({
  offeredAt: InstantSchema,
  outcome: OfferOutcomeSchema,
  /** Why the last counter-proposal was refused, until it is answered otherwise. */
  counterRefused: z.string().optional(),
}).meta({ id: 'TaskOffer' });
export type TaskOffer = z.infer<typeof TaskOfferSchema>;

/** @returns whether the agency, or the coordinator about its counter-proposal, has yet to answer. */
export const isPending = ({ outcome: { kind } }: TaskOffer): boolean => kind === 'open' || kind === 'counter-proposed';
