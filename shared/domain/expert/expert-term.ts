import { expiryNoticeDueAt } from '../kernel/expiry-notice.ts';
import { earliest, type Instant } from '../kernel/instant.ts';
import type { ExpertState } from './expert-state.ts';

/** @returns the next moment at which something about the membership happens by itself, if any. */
export const membershipDueAt = (expert: ExpertState): Instant | undefined =>
  expert.status === 'left'
    ? undefined
    : earliest(expert.leaving?.at, expiryNoticeDueAt(expert.termNotice, expert.term.until));
