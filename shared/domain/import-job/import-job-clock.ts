import { DAY_MS, type Instant, MINUTE_MS, plus } from '../kernel/instant.ts';
import { type ImportJobState, isAtWork } from './import-job-state.ts';

/** After how long without progress an import is set going again, milliseconds; longer each time that did not help. */
const PATIENCE_MS = 5 * MINUTE_MS;
const MOST_DOUBLINGS = 8;

/** How long a file is waited for, and how long a checked one waits for a decision, milliseconds. */
const UPLOAD_MS = DAY_MS;
const DECISION_MS = 7 * DAY_MS;

/** After how many vain attempts the duty room is told. */
export const ATTEMPTS_BEFORE_NOTICE = 3;

/** @returns when the clock must look at an import, if ever. */
export const nextLookAt = (job: ImportJobState): Instant | undefined => {
  if (isAtWork(job)) return plus(job.since, PATIENCE_MS * 2 ** Math.min(job.attempts, MOST_DOUBLINGS));
  if (job.status === 'awaiting-file') return plus(job.since, UPLOAD_MS);
  return job.status === 'ready' ? plus(job.since, DECISION_MS) : undefined;
};
