import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { Instant } from '../kernel/instant.ts';
import { nextLookAt } from './import-job-clock.ts';
import type { ImportJobCommand, ImportJobCommandOf } from './import-job-commands.ts';
import type { ImportJobEvent } from './import-job-events.ts';
import { IMPORT_JOB_REFUSALS as REFUSALS } from './import-job-refusals.ts';
import { type Importer, type ImportJobState, isAtWork } from './import-job-state.ts';

type JobDecision = Decision<ImportJobEvent>;
type Decide<T extends ImportJobCommand['type']> = (
  job: ImportJobState,
  command: ImportJobCommandOf<T>,
  circumstances: Circumstances,
) => JobDecision;

/** Why an import ends that nobody went on with. */
const FORGOTTEN = '逾期未处理';

const importerOf = ({ actor }: Circumstances): Importer | undefined =>
  actor.kind === 'person' ? { id: actor.id, name: actor.name, roles: [...actor.roles] } : undefined;

const open = (command: ImportJobCommandOf<'open'>, circumstances: Circumstances): JobDecision => {
  const { id, kind, fileName, size, uploaded = false } = command;
  const openedBy = importerOf(circumstances);
  if (!openedBy) return refuse(REFUSALS.onlyPeople);
  const { now: at } = circumstances;
  return accept<ImportJobEvent>(
    { type: 'importOpened', id, kind, fileName, size, openedBy, at },
    ...(uploaded ? [{ type: 'importCheckAsked' as const, at }] : []),
  );
};

const check: Decide<'check'> = (job, { size }, { now }) => {
  if (job.status !== 'awaiting-file') return refuse(REFUSALS.notAwaited);
  if (size === undefined) return refuse(REFUSALS.noFile);
  return size === job.size
    ? accept({ type: 'importCheckAsked', at: now })
    : refuse(REFUSALS.otherSize, { actual: size, declared: job.size });
};

/** After the last piece: whether the file may be applied. */
const verdict = (isLast: boolean, errors: number, at: Instant): readonly ImportJobEvent[] =>
  isLast ? [{ type: errors === 0 ? 'importReady' : 'importRejected', at }] : [];

/** Notes of work come twice when whoever did it died before knowing that they had come: the second changes nothing. */
const noteFile: Decide<'note-file'> = (job, { file, errors, firstErrors }, { now }) =>
  job.status === 'reading'
    ? accept(
        { type: 'importFileRead', file, errors, firstErrors: [...firstErrors], at: now },
        ...verdict(file.parts === 0, errors, now),
      )
    : accept();

const noteChecked: Decide<'note-checked'> = (job, { part, rows, tally, errors, firstErrors }, { now }) => {
  if (job.status !== 'checking' || job.part !== part) return accept();
  const progress = { part: part + 1, done: job.done + rows };
  return accept(
    { type: 'importCheckAdvanced', ...progress, tally, errors, firstErrors: [...firstErrors], at: now },
    ...verdict(progress.part === job.file.parts, job.errors + errors, now),
  );
};

const apply: Decide<'apply'> = (job, { digest }, circumstances) => {
  const appliedBy = importerOf(circumstances);
  if (!appliedBy) return refuse(REFUSALS.onlyPeople);
  if (job.status !== 'ready') return refuse(REFUSALS.notReady, { status: job.status });
  if (job.file.digest !== digest) return refuse(REFUSALS.otherFile, {}, '/digest');
  return accept({ type: 'importApplicationAsked', digest, appliedBy, at: circumstances.now });
};

const noteApplied: Decide<'note-applied'> = (job, { part, rows, errors, firstErrors }, { now }) => {
  if (job.status !== 'applying' || job.part !== part) return accept();
  const progress = { part: part + 1, done: job.done + rows };
  return accept<ImportJobEvent>(
    { type: 'importApplicationAdvanced', ...progress, errors, firstErrors: [...firstErrors], at: now },
    ...(progress.part === job.file.parts ? [{ type: 'importDone' as const, at: now }] : []),
  );
};

/** What is being applied goes on to its end: half a file would be worse than either. */
const cancel: Decide<'cancel'> = (job, { reason }, { now }) =>
  ['applying', 'done', 'cancelled', 'rejected'].includes(job.status)
    ? refuse(REFUSALS.over, { status: job.status })
    : accept({ type: 'importCancelled', reason, at: now });

const clockRanOut: Decide<'clock-ran-out'> = (job, _command, { now }) => {
  const due = nextLookAt(job);
  if (due === undefined || due > now) return accept();
  return isAtWork(job)
    ? accept({ type: 'importTakenUpAgain', at: now })
    : accept({ type: 'importCancelled', reason: FORGOTTEN, at: now });
};

const DECISIONS: { readonly [T in Exclude<ImportJobCommand['type'], 'open'>]: Decide<T> } = {
  check,
  'note-file': noteFile,
  'refuse-file': (job, { problem }, { now }) =>
    job.status === 'reading' ? accept({ type: 'importFileRefused', problem, at: now }) : accept(),
  'note-checked': noteChecked,
  apply,
  'note-applied': noteApplied,
  cancel,
  'clock-ran-out': clockRanOut,
};

const decideLater = <T extends Exclude<ImportJobCommand['type'], 'open'>>(
  type: T,
  job: ImportJobState,
  command: ImportJobCommandOf<T>,
  circumstances: Circumstances,
): JobDecision => DECISIONS[type](job, command, circumstances);

/** @returns what a command on an import comes to. */
export const decideImportJob = (
  job: ImportJobState | undefined,
  command: ImportJobCommand,
  circumstances: Circumstances,
): JobDecision => {
  if (command.type === 'open') return job ? refuse(REFUSALS.exists) : open(command, circumstances);
  return job ? decideLater(command.type, job, command, circumstances) : refuse(REFUSALS.unknown);
};
