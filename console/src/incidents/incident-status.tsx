import type { ReactNode } from 'react';
import type { IncidentState } from '../../../shared/domain/incident/incident-state.ts';
import { Status, type Tone } from '../parts/marks.tsx';

type IncidentStatusName = IncidentState['status'];

const TONES: Readonly<Record<IncidentStatusName, Tone>> = {
  reported: 'waiting',
  verified: 'waiting',
  responding: 'bad',
  ended: 'good',
  closed: 'plain',
  dismissed: 'plain',
};

/** Every status of an incident, in the order of its life. */
export const STATUSES = Object.keys(TONES) as readonly IncidentStatusName[];

/** How an incident stands. */
export const IncidentStatus = ({ status }: { readonly status: IncidentStatusName }): ReactNode => (
  <Status status={status} tone={TONES[status]} />
);
