import * as z from 'zod';
import type { CityCode } from '../../domain/kernel/city-code.ts';
import type { DutyRoom } from '../../domain/kernel/duty-room.ts';
import { type Instant, InstantSchema } from '../../domain/kernel/instant.ts';
import { type Question, QuestionSubjectSchema } from '../../domain/question/question-and-reply.ts';
import type { ContactRole } from '../edxl/contact-information.ts';
import { dutyRoomContact, heading } from './common.ts';
import type { Withdrawal } from './withdrawal.ts';

/** Who asks or answers. */
export interface QuestionContext {
  readonly city: CityCode;
  readonly dutyRoom: DutyRoom;
}

/** What a message that asks says: the question, or that it is taken back. */
export type QuestionMessage<Q extends Question> =
  | { readonly kind: 'question'; readonly question: Q }
  | { readonly kind: 'withdrawal'; readonly withdrawal: Withdrawal };

/** What a question says beyond the standard's elements; it travels in the TypeInfo of the first resource. */
export const QuestionInfoSchema = z.strictObject({
  agreementId: z.uuid(),
  about: QuestionSubjectSchema.optional(),
  replyBy: InstantSchema,
  exercise: z.boolean(),
});

/** @returns what a question says beyond the standard's elements. */
export const questionInfo = ({
  agreementId,
  about,
  replyBy,
  exercise,
}: Question): z.infer<typeof QuestionInfoSchema> => ({
  agreementId,
  ...(about === undefined ? {} : { about }),
  replyBy,
  exercise,
});

/** @returns the elements that begin a message of a question's sequence, which originates from the question. */
export const questionHeading = <T extends string>(
  type: T,
  { id, sentAt }: { readonly id: string; readonly sentAt: Instant },
  question: Pick<Question, 'messageId'>,
  role: ContactRole,
  { city, dutyRoom }: QuestionContext,
) => ({
  ...heading(type, { id, sentAt, originating: question.messageId }),
  ContactInformation: [dutyRoomContact(role, city, dutyRoom)],
});
