import * as z from 'zod';
import { RegistryEntrySchema } from '../../domain/registry/registry-entry.ts';
import { ENTITY } from '../table.ts';

const key = { pk: z.string(), sk: z.string() };

/** Posting rows that may be there: one in each list, all under one sort key. */
const PostedSchema = z.strictObject({ placeKey: z.string(), tokens: z.array(z.string()) });
export type Posted = z.infer<typeof PostedSchema>;

/** What the index holds of one entry. One that was taken out stays without `entry`, so that nothing older brings it back. */
export const IndexedEntryRowSchema = z.strictObject({
  ...key,
  entity: z.literal(ENTITY.indexedEntry),
  /** Of the aggregate, at its owner. */
  version: z.int().min(0),
  entry: RegistryEntrySchema.optional(),
  /** Its Han text in pinyin. */
  said: z.string(),
  /** What its posting rows tell. */
  summary: z.string(),
  posted: PostedSchema,
  /** Posting rows of before that are being taken out, in more than one transaction. */
  former: z.array(PostedSchema).optional(),
});
export type IndexedEntryRow = z.infer<typeof IndexedEntryRowSchema>;

export const PostingRowSchema = z.strictObject({ ...key, entity: z.literal(ENTITY.posting), summary: z.string() });
export type PostingRow = z.infer<typeof PostingRowSchema>;
