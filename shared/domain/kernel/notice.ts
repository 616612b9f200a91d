import type { NoticeDraft } from './aggregate.ts';

/** @returns a notice that must be seen at once. */
export const urgent = (zh: string, en: string): NoticeDraft => ({ urgency: 'urgent', text: { zh, en } });

/** @returns a notice that is good to know. */
export const routine = (zh: string, en: string): NoticeDraft => ({ urgency: 'routine', text: { zh, en } });

/** @returns the notices, marked as those of a drill if it is one, so that nobody takes it for the real thing. */
export const marked = (isExercise: boolean, notices: readonly NoticeDraft[]): readonly NoticeDraft[] =>
  isExercise
    ? notices.map(({ text: { zh, en }, ...notice }) => ({
        ...notice,
        text: { zh: `【演练】${zh}`, en: `[Exercise] ${en}` },
      }))
    : notices;
