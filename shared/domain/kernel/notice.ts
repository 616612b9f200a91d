import type { NoticeDraft } from './aggregate.ts';

/** @returns a notice that must be seen at once. */
export const urgent = (zh: string, en: string): NoticeDraft => ({ urgency: 'urgent', text: { zh, en } });

/** @returns a notice that is good to know. */
export const routine = (zh: string, en: string): NoticeDraft => ({ urgency: 'routine', text: { zh, en } });
