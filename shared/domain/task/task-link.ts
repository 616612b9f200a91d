import * as z from 'zod';
import { type Instant, InstantSchema } from '../kernel/instant.ts';

/**
 * A link that signs one duty phone in, for one task of one agency. Of its secret only the digest is kept; the first phone that
 * comes with the secret is the only one that ever may.
 */
export const TaskLinkSchema = z.strictObject({
  linkId: z.uuid(),
  agencyId: z.uuid(),
  /** SHA-256 of the secret, base64url. */
  secretDigest: z.string(),
  issuedAt: InstantSchema,
  expiresAt: InstantSchema,
  /** The phone it is bound to: SHA-256 of what the phone alone knows, base64url. */
  phone: z.strictObject({ digest: z.string(), since: InstantSchema }).optional(),
  revokedAt: InstantSchema.optional(),
});
export type TaskLink = z.infer<typeof TaskLinkSchema>;

/** Links a task may have at the same time; more are issued when some are revoked or expire. */
export const MAXIMUM_LINKS = 20;

/** @returns whether the link still opens anything. */
export const isLive = ({ revokedAt, expiresAt }: TaskLink, now: Instant): boolean =>
  revokedAt === undefined && now < expiresAt;
