import type { ReactNode } from 'react';
import type { SituationReportStatus } from '../../../shared/domain/situation-report/situation-report-state.ts';
import { Status, type Tone } from '../parts/marks.tsx';

const TONES: Readonly<Record<SituationReportStatus, Tone>> = {
  'first-due': 'bad',
  reporting: 'waiting',
  final: 'good',
  'called-off': 'plain',
  received: 'plain',
};

/** How a series of reports stands. */
export const ReportStatus = ({ status }: { readonly status: SituationReportStatus }): ReactNode => (
  <Status status={status} tone={TONES[status]} />
);
