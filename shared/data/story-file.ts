import * as z from 'zod';
import { CityKeySchema } from '../domain/agreement/agreement-state.ts';
import { canonicalJson } from '../exchange/canonical.ts';
import type { Signer } from '../exchange/ports.ts';
import { compactJws } from '../exchange/signature.ts';
import type { Story } from './story.ts';
import type { KnownKeys } from './verify-story.ts';

/** Name and version of the file's format; docs/protocol.md says how to verify it with any JOSE library. */
export const STORY_FILE_FORMAT = 'shouwang-story/1';

/** A story as one file that anybody can verify with SHA-256, a JOSE library and the cities' public keys. */
export const StoryFileSchema = z.strictObject({
  format: z.literal(STORY_FILE_FORMAT),
  city: z.string(),
  exportedAt: z.string(),
  /** The keys messages were signed with, by city: compare their fingerprints (RFC 7638) with those you were told. */
  keys: z.record(z.string(), z.array(CityKeySchema)),
  chapters: z.array(
    z.strictObject({
      kind: z.string(),
      id: z.string(),
      head: z.string(),
      /** `hash` is SHA-256 (base64url) of the UTF-8 bytes of `canonical`, whose `previous` is the hash of the entry before. */
      entries: z.array(z.strictObject({ canonical: z.string(), hash: z.string() })),
      /** Complete compact JWS, those of the answers too. SHA-256 of the text is the digest that entries and answers name. */
      messages: z.array(z.strictObject({ jws: z.string(), answers: z.array(z.string()) })),
    }),
  ),
  /** Compact JWS of the exporting city over `{ format, city, exportedAt, heads }`. */
  seal: z.string(),
});
export type StoryFile = z.infer<typeof StoryFileSchema>;

const base64url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url');

const sealOf = async (payload: unknown, signer: Signer): Promise<string> => {
  const { keyId } = await signer.publicKey();
  const input = `${base64url(JSON.stringify({ alg: signer.algorithm, kid: keyId }))}.${base64url(canonicalJson(payload))}`;
  const { signature } = await signer.sign(Buffer.from(input));
  return `${input}.${base64url(signature)}`;
};

/** @returns the file of a story, sealed by the exporting city over the ends of all its chains. */
export const storyFile = async (
  { city, chapters }: Story,
  keys: KnownKeys,
  signer: Signer,
  exportedAt: string,
): Promise<StoryFile> => ({
  format: STORY_FILE_FORMAT,
  city,
  exportedAt,
  keys: Object.fromEntries(Object.entries(keys).map(([from, list]) => [from, [...list]])),
  chapters: chapters.map(({ kind, id, head, entries, messages }) => ({
    kind,
    id,
    head,
    entries: entries.map(({ hash, ...rest }) => ({ canonical: canonicalJson(rest), hash })),
    messages: messages.map(({ envelope, answers }) => ({
      jws: compactJws(envelope),
      answers: answers.map(compactJws),
    })),
  })),
  seal: await sealOf(
    { format: STORY_FILE_FORMAT, city, exportedAt, heads: chapters.map(({ kind, id, head }) => ({ kind, id, head })) },
    signer,
  ),
});
