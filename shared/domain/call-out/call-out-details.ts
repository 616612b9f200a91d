import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { refinement } from '../kernel/issue-sentence.ts';
import { wordsSchema } from '../kernel/words.ts';
import { FenSchema } from '../vocabulary/costs.ts';
import { PositionSchema } from '../vocabulary/position.ts';

/** Experts one call-out may invite: what one transaction can write. */
export const MAXIMUM_EXPERTS = 15;

const time = { from: InstantSchema, until: InstantSchema };

/** @returns the refinement of a time that must end after it begins. */
const endsAfterItBegins = {
  path: ['until'],
  ...refinement({ zh: '结束时间须晚于开始时间', en: 'it must end after it begins' }),
};

/** A time for the advice. */
export const MeetingTimeSchema = z
  .strictObject(time)
  .refine(({ from, until }) => from < until, endsAfterItBegins)
  .meta({ id: 'MeetingTime' });
export type MeetingTime = z.infer<typeof MeetingTimeSchema>;

const httpsUrl = z.url({ protocol: /^https$/ }).max(2000);

/** How, when and where the advice is wanted. */
export const MeetingSchema = z
  .discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('phone'), ...time }),
    z.strictObject({
      mode: z.literal('video'),
      ...time,
      /** Where to join. */
      joinUrl: httpsUrl.optional(),
    }),
    z.strictObject({ mode: z.literal('on-site'), ...time, position: PositionSchema }),
  ])
  .refine(({ from, until }) => from < until, endsAfterItBegins)
  .meta({ id: 'Meeting' });

/** What experts are called out for, as the coordinator writes it. */
export const CallOutDetailsSchema = z
  .strictObject({
    incidentId: z.uuid(),
    /** A request of the same incident that the advice is for. */
    requestId: z.uuid().optional(),
    question: wordsSchema(4000),
    meeting: MeetingSchema,
    /** By when the experts must answer whether they come. */
    replyBy: InstantSchema,
    /** By when the written opinions are wanted. */
    opinionBy: InstantSchema,
    /** Whose affair it is, besides the parties that the incident names: their experts must not advise. */
    parties: z.array(wordsSchema(200)).max(50),
  })
  .refine(({ replyBy, opinionBy }) => replyBy <= opinionBy, {
    path: ['opinionBy'],
    ...refinement({ zh: '意见时限不得早于答复时限', en: 'opinions cannot be due before the answers' }),
  })
  .meta({ id: 'CallOutDetails' });
export type CallOutDetails = z.infer<typeof CallOutDetailsSchema>;

const reason = wordsSchema(2000);

/** What an expert answers to an invitation. */
export const InvitationAnswerSchema = z
  .discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('accept') }),
    z.strictObject({ answer: z.literal('decline'), reason }),
    z.strictObject({ answer: z.literal('propose-time'), time: MeetingTimeSchema, reason }),
    /** There is a conflict of interest. */
    z.strictObject({ answer: z.literal('recuse'), reason }),
  ])
  .meta({ id: 'InvitationAnswer' });
export type InvitationAnswer = z.infer<typeof InvitationAnswerSchema>;

/** What the coordinator says of another time. */
export const ProposalAnswerSchema = z
  .discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('accept') }),
    z.strictObject({ answer: z.literal('refuse'), reason }),
  ])
  .meta({ id: 'ProposalAnswer' });
export type ProposalAnswer = z.infer<typeof ProposalAnswerSchema>;

/** A file kept elsewhere: where it is, and what it was when it was signed. */
const AttachmentSchema = z
  .strictObject({
    name: wordsSchema(200),
    url: httpsUrl,
    /** Of the file's bytes, hexadecimal. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .meta({ id: 'Attachment' });

/** An opinion as the expert writes it. */
export const OpinionWordsSchema = z
  .strictObject({ text: wordsSchema(20_000), attachments: z.array(AttachmentSchema).max(20) })
  .meta({ id: 'OpinionWords' });
export type OpinionWords = z.infer<typeof OpinionWordsSchema>;

/** What an expert claims for the advice: days at the rate agreed, and expenses. */
export const FeeClaimWordsSchema = z
  .strictObject({
    /** In halves. */
    days: z.number().min(0).max(60).multipleOf(0.5),
    /** CNY fen; at most a million yuan. */
    expenses: FenSchema.max(100_000_000),
    note: wordsSchema(2000).optional(),
  })
  .meta({ id: 'FeeClaimWords' });
export type FeeClaimWords = z.infer<typeof FeeClaimWordsSchema>;

/** What the city will pay; less than was claimed needs a reason. */
export const FeeConfirmationWordsSchema = z
  .strictObject({
    /** CNY fen. */
    amount: FenSchema,
    reason: reason.optional(),
  })
  .meta({ id: 'FeeConfirmationWords' });
export type FeeConfirmationWords = z.infer<typeof FeeConfirmationWordsSchema>;

/** How an expert served, 5 best. */
export const AppraisalWordsSchema = z
  .strictObject({ grade: z.int().min(1).max(5), words: reason })
  .meta({ id: 'AppraisalWords' });
export type AppraisalWords = z.infer<typeof AppraisalWordsSchema>;
