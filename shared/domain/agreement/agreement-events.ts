import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import { AmendmentSchema, CityKeySchema, RepresentativeSignatureSchema } from './agreement-state.ts';
import { AgreementTermsSchema } from './agreement-terms.ts';

/** When this city learnt of it: its status goes by this, the facts go by the time their author gave them. */
const notedAt = InstantSchema;

/** What one city did by itself, and the message it told the other with. */
const act = { by: CityCodeSchema, at: InstantSchema, notedAt, messageId: z.uuid() };
const reasonedAct = { ...act, reason: z.string() };

/** Everything that can happen to an agreement; the same happens at both ends, in the order each learns of it. */
export const AgreementEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('agreementProposed'),
    id: z.uuid(),
    proposer: CityCodeSchema,
    partner: CityCodeSchema,
    terms: AgreementTermsSchema,
    key: CityKeySchema,
    partnerKeyId: z.string(),
    signature: RepresentativeSignatureSchema,
    exercise: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('agreementCountersigned'),
    key: CityKeySchema,
    signature: RepresentativeSignatureSchema,
    notedAt,
  }),
  z.strictObject({ type: z.literal('agreementRefused'), ...reasonedAct, key: CityKeySchema }),
  z.strictObject({ type: z.literal('proposalLapsed'), notedAt }),
  z.strictObject({ type: z.literal('validityBegan'), notedAt }),
  z.strictObject({ type: z.literal('agreementExpired'), notedAt }),
  z.strictObject({ type: z.literal('amendmentProposed'), amendment: AmendmentSchema, notedAt }),
  z.strictObject({
    type: z.literal('amendmentSigned'),
    amendmentId: z.uuid(),
    signature: RepresentativeSignatureSchema,
    notedAt,
  }),
  z.strictObject({ type: z.literal('amendmentRefused'), ...reasonedAct, amendmentId: z.uuid() }),
  z.strictObject({ type: z.literal('agreementSuspended'), ...reasonedAct }),
  z.strictObject({ type: z.literal('agreementResumed'), ...reasonedAct }),
  z.strictObject({ type: z.literal('agreementTerminated'), ...reasonedAct }),
  z.strictObject({ type: z.literal('agreementActivated'), ...reasonedAct, number: z.string() }),
  z.strictObject({
    type: z.literal('agreementStoodDown'),
    ...reasonedAct,
    declarationId: z.uuid(),
  }),
  z.strictObject({ type: z.literal('keyRotated'), ...act, key: CityKeySchema }),
  z.strictObject({ type: z.literal('messageFailed'), failure: MessageFailureSchema }),
]);
export type AgreementEvent = z.infer<typeof AgreementEventSchema>;
