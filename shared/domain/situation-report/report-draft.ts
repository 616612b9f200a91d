import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import type { Text } from '../kernel/text.ts';
import { ReportContentSchema } from './report-content.ts';

/** Those through whose hands a report goes before it is signed. */
const REVIEWERS = {
  coordinator: { zh: '协调员审核', en: 'reviewed by a coordinator' },
  approver: { zh: '审批人签发', en: 'signed by an approver' },
  representative: { zh: '授权代表签发', en: 'signed by an authorised representative' },
} as const satisfies Record<string, Text>;
export const ReviewerSchema = z
  .enum(Object.keys(REVIEWERS) as [keyof typeof REVIEWERS, ...(keyof typeof REVIEWERS)[]])
  .meta({ id: 'Reviewer' });

/** One step of the chain: anybody of one of these roles takes it. The last one signs. */
export const ReviewStepSchema = z.array(ReviewerSchema).min(1);
export type ReviewStep = z.infer<typeof ReviewStepSchema>;

/** Remarks that one draft may have. */
export const MAXIMUM_REMARKS = 30;

/** What somebody did about a draft, and said (批阅). */
export const RemarkSchema = z
  .strictObject({
    did: z.enum(['submitted', 'commented', 'sent-back', 'reviewed', 'approved']),
    by: PersonReferenceSchema,
    at: InstantSchema,
    words: z.string().optional(),
  })
  .meta({ id: 'ReportRemark' });
export type Remark = z.infer<typeof RemarkSchema>;

const base = {
  /** The version that it will be. */
  number: z.int().positive(),
  content: ReportContentSchema,
  /** Everyone who wrote in it; none of them may sign it. Nobody yet, when the clock drafted it. */
  authors: z.array(PersonReferenceSchema),
  draftedAt: InstantSchema,
  remarks: z.array(RemarkSchema).max(MAXIMUM_REMARKS),
  /** The daily report that it is, by the moment it was due. */
  routineDue: InstantSchema.optional(),
};

/** A version on its way to being approved. */
export const ReportDraftSchema = z
  .discriminatedUnion('status', [
    z.strictObject({ status: z.literal('drafted'), ...base }),
    z.strictObject({
      status: z.literal('submitted'),
      ...base,
      /** As the city's rules were when it was submitted. */
      chain: z.array(ReviewStepSchema).min(1),
      /** Index of the step whose turn it is. */
      step: z.int().min(0),
      /** Since when it waits for that step. */
      since: InstantSchema,
    }),
    z.strictObject({ status: z.literal('sent-back'), ...base, since: InstantSchema }),
  ])
  .meta({ id: 'ReportDraft' });
export type ReportDraft = z.infer<typeof ReportDraftSchema>;
export type SubmittedDraft = Extract<ReportDraft, { status: 'submitted' }>;

/** @returns the roles whose turn it is. */
export const turnOf = ({ chain, step }: SubmittedDraft): ReviewStep => chain[step] ?? [];

/** @returns whether the step whose turn it is signs. */
export const isLastStep = ({ chain, step }: SubmittedDraft): boolean => step === chain.length - 1;
