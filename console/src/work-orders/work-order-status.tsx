import type { ReactNode } from 'react';
import type { WorkOrderState } from '../../../shared/domain/work-order/work-order-state.ts';
import { Status, type Tone } from '../parts/marks.tsx';

type WorkOrderStatusName = WorkOrderState['status'];

const TONES: Readonly<Record<WorkOrderStatusName, Tone>> = {
  entered: 'bad',
  'taken-in': 'waiting',
  'in-hand': 'waiting',
  'fed-back': 'good',
  'followed-up': 'good',
  archived: 'plain',
  'sent-back': 'plain',
  merged: 'plain',
};

/** Every status of a work order, in the order of its life. */
export const STATUSES = Object.keys(TONES) as readonly WorkOrderStatusName[];

/** How a work order stands. */
export const WorkOrderStatus = ({ status }: { readonly status: WorkOrderStatusName }): ReactNode => (
  <Status status={status} tone={TONES[status]} />
);
