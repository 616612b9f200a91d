import type { ReactNode } from 'react';
import type { ImportJobState } from '../../../shared/domain/import-job/import-job-state.ts';
import { Status, type Tone } from '../parts/marks.tsx';

type JobStatus = ImportJobState['status'];

const TONES: Readonly<Record<JobStatus, Tone>> = {
  'awaiting-file': 'waiting',
  reading: 'waiting',
  checking: 'waiting',
  rejected: 'bad',
  ready: 'good',
  applying: 'waiting',
  done: 'good',
  cancelled: 'plain',
};

/** How an import stands. */
export const ImportStatus = ({ status }: { readonly status: JobStatus }): ReactNode => (
  <Status status={status} tone={TONES[status]} />
);
