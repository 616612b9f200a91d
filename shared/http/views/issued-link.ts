import * as z from 'zod';
import { InstantSchema } from '../../domain/kernel/instant.ts';

/** A link that was just made. */
export const IssuedLinkSchema = z
  .strictObject({
    taskId: z.uuid(),
    linkId: z.uuid(),
    agencyId: z.uuid(),
    expiresAt: InstantSchema,
    /** Said this once and kept nowhere; a repeat of the call leaves it out. Revoke the link and issue another if it is lost. */
    secret: z.string().optional(),
  })
  .meta({ id: 'IssuedLink' });
export type IssuedLink = z.infer<typeof IssuedLinkSchema>;
