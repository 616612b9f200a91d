import { MailRefused, NotAllowedThere, type OutboundAnswer } from './outbound.ts';

/** What came of one try: it was taken, it may be taken later, or it never will be. Reasons hold nothing secret. */
export type Verdict =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'again'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string };

export const DELIVERED: Verdict = { kind: 'delivered' };

/** Statuses at which the same may be taken another time: too slow, too early, too much. */
const PASSING = new Set([408, 425, 429]);

/** @returns what the status of an answer means; redirects are not followed. */
export const verdictOfStatus = ({ status }: OutboundAnswer): Verdict => {
  if (status >= 200 && status < 300) return DELIVERED;
  const reason = `HTTP ${status}`;
  return status >= 500 || PASSING.has(status) ? { kind: 'again', reason } : { kind: 'refused', reason };
};

/** Names of errors of Node.js that say what went wrong, and nothing else. */
const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};

/** @returns what it means that there was no answer at all. */
export const verdictOfError = (error: unknown): Verdict => {
  if (error instanceof NotAllowedThere) return { kind: 'refused', reason: error.message };
  if (error instanceof MailRefused) return { kind: 'refused', reason: 'the mail server refused it' };
  return { kind: 'again', reason: `no answer (${codeOf(error)})` };
};
