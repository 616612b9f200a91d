import * as z from 'zod';
import { CityCodeSchema } from '../domain/kernel/city-code.ts';
import { InstantSchema } from '../domain/kernel/instant.ts';

/** Version of the envelope; a receiver refuses any other. */
export const ENVELOPE_VERSION = 1;

/** A message may not be larger than this once serialised with its routing, bytes; EventBridge takes 256 KiB an entry with its own fields. */
export const MAXIMUM_ENVELOPE_BYTES = 240 * 1024;

/** All of a message but its signature; what is signed is its RFC 8785 canonical form. */
export const UnsignedEnvelopeSchema = z.strictObject({
  /** uuid v7. */
  id: z.uuid(),
  /** An EDXL-RM message name, or one of the service's own; see message-contracts.ts. */
  type: z.string().min(1).max(100),
  version: z.literal(ENVELOPE_VERSION),
  from: CityCodeSchema,
  to: z.array(CityCodeSchema).min(1),
  /** The agreement on whose authority the message travels; absent on a proposal only. Receipts repeat that of the message they answer. */
  agreement: z.uuid().optional(),
  /** The id of the request, deployment, agreement, offer or question it concerns: the same at both ends. */
  conversation: z.uuid(),
  /** Per recipient, the sender's count of messages to it in this conversation, from 1. Absent on receipts and refusals, which have no order. */
  sequence: z.record(CityCodeSchema, z.int().positive()).optional(),
  exercise: z.boolean(),
  issuedAt: InstantSchema,
  expiresAt: InstantSchema,
  body: z.record(z.string(), z.unknown()),
});
export type UnsignedEnvelope = z.infer<typeof UnsignedEnvelopeSchema>;

/** Detached JWS (RFC 7515 appendix F): protected header and signature; the payload is the canonical form of the rest. */
export const SignatureSchema = z.strictObject({
  algorithm: z.string().min(1).max(100),
  keyId: z.string().min(1).max(200),
  /** `<protected header>..<signature>`, base64url. */
  jws: z.string().regex(/^[\w-]+\.\.[\w-]+$/),
});

/** A message between cities as it travels in the `detail` of an EventBridge entry. */
export const EnvelopeSchema = UnsignedEnvelopeSchema.extend({ signature: SignatureSchema });
export type Envelope = z.infer<typeof EnvelopeSchema>;
