import * as z from 'zod';
import { FeedEntrySchema } from '../../data/rows.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { ANY_ROLE } from '../roles.ts';
import { route } from '../route.ts';

/** One thing that changed, or one notice that was given. */
export const ChangeSchema = z
  .strictObject({
    /** The kind of aggregate, or `notice`. */
    kind: FeedEntrySchema.shape.kind,
    id: FeedEntrySchema.shape.id,
    /** The events by which it did, in order. */
    types: FeedEntrySchema.shape.types,
    version: FeedEntrySchema.shape.version,
    at: InstantSchema,
    text: FeedEntrySchema.shape.text,
    exercise: z.boolean(),
  })
  .meta({ id: 'Change' });

/** What changed since a cursor. */
export const ChangesSchema = z
  .strictObject({
    changes: z.array(ChangeSchema),
    /** Where to go on; also when nothing changed. */
    cursor: z.string(),
    /** Whether there is more already. */
    more: z.boolean(),
    /** Changes since the cursor are no longer kept: read anew what you show, and go on from here. */
    reset: z.boolean(),
  })
  .meta({ id: 'Changes' });

/** Longer than any cursor becomes; what a gateway takes in an address is 10 KB. */
const LONGEST_CURSOR = 6000;

/** What changed, for whoever may see it. */
export const changeFeedRoutes = {
  readChanges: route({
    operationId: 'readChanges',
    method: 'GET',
    path: '/v1/changes',
    tag: 'notifications',
    summary: {
      zh: '自某标记以来本人可见的变动；不带标记则从此刻开始',
      en: 'What changed, of what one may see, since a cursor; without one, from now on',
    },
    access: ANY_ROLE,
    query: z.strictObject({
      since: z.string().max(LONGEST_CURSOR).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    success: { status: 200, body: ChangesSchema },
  }),
} as const;
