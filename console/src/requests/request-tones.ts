import type { Placement } from '../../../shared/domain/request/placement.ts';
import type { RequestStatus } from '../../../shared/domain/request/request-state.ts';
import type { RequisitionRecord } from '../../../shared/domain/request/requisition-record.ts';
import type { Tone } from '../parts/marks.tsx';

const REQUEST_TONES: Readonly<Record<RequestStatus, Tone>> = {
  drafted: 'waiting',
  approved: 'waiting',
  placed: 'waiting',
  lapsed: 'bad',
  'unable-to-fill': 'bad',
  cancelled: 'plain',
  closed: 'good',
};

/** The statuses of a request in the order of its life. */
export const REQUEST_STATUSES = Object.keys(REQUEST_TONES) as RequestStatus[];

/** @returns how a request stands. */
export const toneOfRequest = (status: RequestStatus): Tone => REQUEST_TONES[status];

const PLACEMENT_TONES: Readonly<Record<Placement['status'], Tone>> = {
  awaiting: 'waiting',
  answered: 'good',
  lapsed: 'bad',
  withdrawn: 'bad',
  'turned-down': 'plain',
  'refused-by-exchange': 'bad',
};

/** @returns how a request stands with one partner. */
export const toneOfPlacement = (status: Placement['status']): Tone => PLACEMENT_TONES[status];

const REQUISITION_TONES: Readonly<Record<RequisitionRecord['status'], Tone>> = {
  awaiting: 'waiting',
  committed: 'good',
  refused: 'bad',
  'not-taken': 'bad',
  cancelled: 'plain',
};

/** @returns how a requisition stands. */
export const toneOfRequisition = (status: RequisitionRecord['status']): Tone => REQUISITION_TONES[status];
