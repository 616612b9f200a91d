import { type Refusal, reason } from '../kernel/refusal.ts';
import type { AgreementState } from './agreement-state.ts';

/** Why an agreement cannot be named for something at all, whatever its terms. */
export const AGREEMENT_USE_REFUSALS = {
  notFound: reason('agreement-not-found', 'invalid', {
    zh: '本市没有编号为{agreement}的协议。',
    en: 'This city has no agreement {agreement}.',
  }),
  exercisesOnly: reason('agreement-for-exercises-only', 'conflict', {
    zh: '协议“{title}”仅供演练，不能用于真实事项。',
    en: 'The agreement "{title}" is for exercises only, and this is real.',
  }),
} as const;

/** @returns why an agreement made for exercises does not serve the real thing, or `undefined`. */
export const exerciseRefusal = (agreement: AgreementState, isExercise: boolean): Refusal | undefined =>
  agreement.exercise && !isExercise
    ? { reason: AGREEMENT_USE_REFUSALS.exercisesOnly, parameters: { title: agreement.terms.title } }
    : undefined;
