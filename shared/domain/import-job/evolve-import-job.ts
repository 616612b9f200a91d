import { type CellError, FIRST_ERRORS } from './cell-error.ts';
import type { ImportJobEvent } from './import-job-events.ts';
import type { ImportJobIn, ImportJobState, JobAtWork, Tally } from './import-job-state.ts';

type EventOf<T extends ImportJobEvent['type']> = Extract<ImportJobEvent, { readonly type: T }>;
type LaterEvent = Exclude<ImportJobEvent, EventOf<'importOpened'>>;

interface Errors {
  readonly errors: number;
  readonly firstErrors: readonly CellError[];
}

const NO_ERRORS = { errors: 0, firstErrors: [] };
const NOTHING: Tally = { registered: 0, changed: 0, unchanged: 0 };

const sum = (one: Tally, other: Tally): Tally => ({
  registered: one.registered + other.registered,
  changed: one.changed + other.changed,
  unchanged: one.unchanged + other.unchanged,
});

const together = (before: Errors, found: Errors) => ({
  errors: before.errors + found.errors,
  firstErrors: [...before.firstErrors, ...found.firstErrors].slice(0, FIRST_ERRORS),
});

/** What every import has, as it is after an event that brought it further. */
const baseOf = ({ id, kind, fileName, size, openedBy }: ImportJobState, { at }: LaterEvent) => ({
  ...{ id, kind, fileName, size, openedBy },
  since: at,
  attempts: 0,
});

const unexpected = (job: ImportJobState, { type }: LaterEvent): Error =>
  new Error(`${type} does not happen to an import that is ${job.status}`);

const checked = (job: ImportJobIn<'checking'>, event: EventOf<'importCheckAdvanced'>): ImportJobState => ({
  ...job,
  ...baseOf(job, event),
  part: event.part,
  done: event.done,
  tally: sum(job.tally, event.tally),
  ...together(job, event),
});

const read = (job: ImportJobState, event: EventOf<'importFileRead'>): ImportJobState => ({
  ...baseOf(job, event),
  status: 'checking',
  file: event.file,
  tally: NOTHING,
  part: 0,
  done: 0,
  errors: event.errors,
  firstErrors: event.firstErrors,
});

const appliedFurther = (job: ImportJobIn<'applying'>, event: EventOf<'importApplicationAdvanced'>): ImportJobState => ({
  ...job,
  ...baseOf(job, event),
  part: event.part,
  done: event.done,
  ...together(job, event),
});

/** What stays of an import when its work is over. */
const pick = ({ file, tally, errors, firstErrors }: ImportJobIn<'checking' | 'applying'>) => ({
  ...{ file, tally, errors, firstErrors },
});

const ended = (job: ImportJobState, event: EventOf<'importRejected' | 'importReady' | 'importDone'>) => {
  const base = baseOf(job, event);
  if (job.status === 'checking' && event.type === 'importReady')
    return { ...base, status: 'ready', file: job.file, tally: job.tally } as const;
  if (job.status === 'checking' && event.type === 'importRejected')
    return { ...base, status: 'rejected', ...pick(job) } as const;
  if (job.status === 'applying' && event.type === 'importDone')
    return { ...base, status: 'done', ...pick(job), appliedBy: job.appliedBy } as const;
  throw unexpected(job, event);
};

const later = (job: ImportJobState, event: LaterEvent): ImportJobState => {
  const base = baseOf(job, event);
  switch (event.type) {
    case 'importCheckAsked':
      return { ...base, status: 'reading' };
    case 'importFileRead':
      return read(job, event);
    case 'importFileRefused':
      return { ...base, status: 'rejected', ...NO_ERRORS, problem: event.problem };
    case 'importCheckAdvanced':
      if (job.status === 'checking') return checked(job, event);
      throw unexpected(job, event);
    case 'importApplicationAsked': {
      if (job.status !== 'ready') throw unexpected(job, event);
      const { file, tally } = job;
      return { ...base, status: 'applying', file, tally, part: 0, done: 0, ...NO_ERRORS, appliedBy: event.appliedBy };
    }
    case 'importApplicationAdvanced':
      if (job.status === 'applying') return appliedFurther(job, event);
      throw unexpected(job, event);
    case 'importCancelled':
      return { ...base, status: 'cancelled', reason: event.reason };
    case 'importTakenUpAgain':
      return { ...(job as JobAtWork), since: event.at, attempts: job.attempts + 1 };
    default:
      return ended(job, event);
  }
};

/** @returns the import after an event. */
export const evolveImportJob = (job: ImportJobState | undefined, event: ImportJobEvent): ImportJobState => {
  if (event.type === 'importOpened') {
    const { type: _, at, ...opened } = event;
    return { status: 'awaiting-file', ...opened, since: at, attempts: 0 };
  }
  if (!job) throw new Error(`an import begins by being opened, not by ${event.type}`);
  return later(job, event);
};
