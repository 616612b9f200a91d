import * as z from 'zod';
import { DEFAULT_REPLY_MINUTES } from '../agreement/agreement-terms.ts';
import { type Instant, InstantSchema, MINUTE_MS, plus } from '../kernel/instant.ts';
import { wordsSchema } from '../kernel/words.ts';

const words = wordsSchema(2000);

/** The requester asks to keep the team longer. */
export const ExtensionQuestionSchema = z.strictObject({
  /** The RequestExtendedDeploymentDuration that carried it. */
  messageId: z.uuid(),
  askedAt: InstantSchema,
  until: InstantSchema,
  reason: words,
});
export type ExtensionQuestion = z.infer<typeof ExtensionQuestionSchema>;

const answering = {
  messageId: z.uuid(),
  /** The message that asked. */
  question: z.uuid(),
  answeredAt: InstantSchema,
};

/** The owner's answer; it repeats until when the team was asked for. */
export const ExtensionAnswerSchema = z.discriminatedUnion('response', [
  z.strictObject({ response: z.literal('accept'), ...answering, until: InstantSchema }),
  z.strictObject({ response: z.literal('decline'), ...answering, until: InstantSchema, reason: words }),
]);
export type ExtensionAnswer = z.infer<typeof ExtensionAnswerSchema>;

/** The owner asks for its team back. */
export const ReturnQuestionSchema = z.strictObject({
  /** The RequestReturn that carried it. */
  messageId: z.uuid(),
  askedAt: InstantSchema,
  /** When the team is to leave for home. */
  by: InstantSchema,
  reason: words,
});
export type ReturnQuestion = z.infer<typeof ReturnQuestionSchema>;

/** The requester's answer: it may go; it stays, and why; it may go from a later moment on, and why not at once. */
export const ReturnAnswerSchema = z.discriminatedUnion('response', [
  z.strictObject({ response: z.literal('accept'), ...answering }),
  z.strictObject({ response: z.literal('decline'), ...answering, reason: words }),
  z.strictObject({ response: z.literal('provisional'), ...answering, reason: words, availableFrom: InstantSchema }),
]);
export type ReturnAnswer = z.infer<typeof ReturnAnswerSchema>;

/** The requester lets the team go. */
export const ReleaseSchema = z
  .strictObject({
    /** The ReleaseResource that carried it. */
    messageId: z.uuid(),
    releasedAt: InstantSchema,
    note: words.optional(),
  })
  .meta({ id: 'Release' });
export type Release = z.infer<typeof ReleaseSchema>;

/** @returns when a question between duty rooms is to be answered. */
export const answerDue = ({ askedAt }: { readonly askedAt: Instant }): Instant =>
  plus(askedAt, DEFAULT_REPLY_MINUTES * MINUTE_MS);
