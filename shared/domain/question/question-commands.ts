import * as z from 'zod';
import type { AgreementState } from '../agreement/agreement-state.ts';
import type { ClockRanOut, MessageFailed } from '../kernel/aggregate.ts';
import type { CityCode } from '../kernel/city-code.ts';
import { type Instant, InstantSchema } from '../kernel/instant.ts';
import {
  type Question,
  QuestionSubjectSchema,
  QuoteItemDetailsSchema,
  questionWords,
  type Reply,
  type ReplyDetails,
} from './question-and-reply.ts';

const asking = {
  agreementId: z.uuid(),
  about: QuestionSubjectSchema.optional(),
  /** Left out: as soon as the agreement asks answers to requests. */
  replyBy: InstantSchema.optional(),
  exercise: z.boolean().default(false),
};

/** A question as people write it. */
export const QuestionDetailsSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('quote'),
      ...asking,
      text: questionWords.optional(),
      items: z.array(QuoteItemDetailsSchema).min(1).max(50),
    }),
    z.strictObject({ kind: z.literal('information'), ...asking, text: questionWords }),
  ])
  .meta({ id: 'QuestionDetails' });
export type QuestionDetails = z.infer<typeof QuestionDetailsSchema>;

/** This city asks; `agreement` is the one that the details name, if this city has it. */
export interface AskQuestion {
  readonly type: 'ask';
  readonly id: string;
  readonly details: QuestionDetails;
  readonly agreement: AgreementState | undefined;
}

/** A partner asks. */
export interface ReceiveQuestion {
  readonly type: 'receive';
  readonly id: string;
  readonly from: CityCode;
  readonly question: Question;
  readonly agreement: AgreementState | undefined;
}

export type QuestionCommand =
  | AskQuestion
  | ReceiveQuestion
  | { readonly type: 'answer'; readonly details: ReplyDetails }
  | { readonly type: 'receive-answer'; readonly from: CityCode; readonly reply: Reply }
  | { readonly type: 'withdraw'; readonly reason: string }
  | {
      readonly type: 'receive-withdrawal';
      readonly from: CityCode;
      readonly recalledMessageId: string;
      readonly messageId: string;
      readonly reason: string;
      readonly at: Instant;
    }
  | ClockRanOut
  | MessageFailed;
export type QuestionCommandOf<T extends QuestionCommand['type']> = Extract<QuestionCommand, { type: T }>;
