import * as z from 'zod';
import type { CityKey } from '../domain/agreement/agreement-state.ts';
import { DEADLINE_ACTED } from '../domain/deadline/deadline-acted.ts';
import { canonicalJson } from '../exchange/canonical.ts';
import type { Conversations } from '../exchange/conversation.ts';
import type { Envelope } from '../exchange/envelope.ts';
import type { Verifier } from '../exchange/ports.ts';
import { hasValidSignature, messageDigest } from '../exchange/signature.ts';
import { firstBrokenLink } from './ledger.ts';
import type { Chapter, Story, StoryMessage } from './story.ts';

/** The first thing in a story that does not hold. */
export const FaultSchema = z.strictObject({
  kind: z.string(),
  id: z.string(),
  /** Number of the ledger entry at which it shows. */
  sequence: z.int(),
  fault: z.enum([
    'missing-entry',
    'changed-entry',
    'wrong-predecessor',
    'wrong-head',
    'changed-state',
    'missing-message',
    'changed-message',
    'forged-message',
    'forged-answer',
  ]),
  messageId: z.string().optional(),
});
export type Fault = z.infer<typeof FaultSchema>;

export const VerificationSchema = z.strictObject({
  intact: z.boolean(),
  entries: z.int(),
  messages: z.int(),
  /** In the order of the story; absent when everything holds. */
  firstFault: FaultSchema.optional(),
});
export type Verification = z.infer<typeof VerificationSchema>;

/** Every key a city has signed with, by city. */
export type KnownKeys = Readonly<Record<string, readonly CityKey[]>>;

const isGenuine = async (envelope: Envelope, keys: KnownKeys, verifier: Verifier): Promise<boolean> => {
  const key = keys[envelope.from]?.find(({ keyId }) => keyId === envelope.signature.keyId);
  return key !== undefined && hasValidSignature(envelope, key, verifier);
};

type Place = Omit<Fault, 'fault' | 'messageId'>;

/** What is wrong with the message that a ledger entry names, if anything. */
const faultOfMessage = async (
  message: StoryMessage | undefined,
  digest: string,
  keys: KnownKeys,
  verifier: Verifier,
): Promise<Fault['fault'] | undefined> => {
  if (!message) return 'missing-message';
  if (messageDigest(message.envelope) !== digest) return 'changed-message';
  if (!(await isGenuine(message.envelope, keys, verifier))) return 'forged-message';
  const genuine = await Promise.all(message.answers.map((answer) => isGenuine(answer, keys, verifier)));
  const fitting = message.answers.every(({ body }) => body.digest === digest);
  return fitting && genuine.every(Boolean) ? undefined : 'forged-answer';
};

const firstFaultyMessage = async (
  { kind, id, entries, messages }: Chapter,
  keys: KnownKeys,
  verifier: Verifier,
): Promise<Fault | undefined> => {
  const byId = new Map(messages.map((message) => [message.envelope.id, message]));
  for (const { sequence, messages: references } of entries)
    for (const { id: messageId, digest } of references) {
      const fault = await faultOfMessage(byId.get(messageId), digest, keys, verifier);
      if (fault) return { kind, id, sequence, fault, messageId };
    }
  return undefined;
};

/** Whether the state the city acts on is what its ledger's events add up to; acts of the clock about deadlines add nothing to it. */
const addsUp = ({ kind, entries, state }: Chapter, conversations: Conversations): boolean => {
  const { aggregate } = conversations[kind];
  const folded = entries
    .filter(({ type }) => type !== DEADLINE_ACTED)
    .reduce<unknown>(
      (sum, { type, data }) => aggregate.evolve(sum, aggregate.eventSchema.parse({ ...data, type })),
      undefined,
    );
  return canonicalJson(JSON.parse(JSON.stringify(folded))) === canonicalJson(state);
};

const firstFaultOf = async (
  chapter: Chapter,
  keys: KnownKeys,
  verifier: Verifier,
  conversations: Conversations,
): Promise<Fault | undefined> => {
  const place: Place = { kind: chapter.kind, id: chapter.id, sequence: chapter.entries.length };
  const broken = firstBrokenLink(chapter.entries, chapter.head);
  if (broken) return { ...place, ...broken };
  if (!addsUp(chapter, conversations)) return { ...place, fault: 'changed-state' };
  return firstFaultyMessage(chapter, keys, verifier);
};

/** Recomputes every chain, state, digest and signature of a story. */
export const verifyStory = async (
  story: Story,
  keys: KnownKeys,
  verifier: Verifier,
  conversations: Conversations,
): Promise<Verification> => {
  const counts = {
    entries: story.chapters.reduce((sum, { entries }) => sum + entries.length, 0),
    messages: story.chapters.reduce((sum, { messages }) => sum + messages.length, 0),
  };
  for (const chapter of story.chapters) {
    const firstFault = await firstFaultOf(chapter, keys, verifier, conversations);
    if (firstFault) return { intact: false, ...counts, firstFault };
  }
  return { intact: true, ...counts };
};
