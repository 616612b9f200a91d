import type { IncidentState } from '../incident/incident-state.ts';
import type { ClockRanOut } from '../kernel/aggregate.ts';
import type { RequestState } from '../request/request-state.ts';
import type { DutyClaim } from '../roster/duty-standing.ts';
import type { TaskState } from '../task/task-state.ts';
import type { HandlingChoice } from './handling.ts';
import type { Like, WorkOrderEntry } from './work-order-details.ts';
import type { WorkOrderState } from './work-order-state.ts';

export interface EnterWorkOrder {
  readonly type: 'enter';
  readonly id: string;
  readonly entry: WorkOrderEntry;
  readonly likes: readonly Like[];
}

interface Reasoned<T extends string> {
  readonly type: T;
  readonly reason: string;
}

/** What is chosen, and what of it was found. */
export interface HandleWorkOrder {
  readonly type: 'handle';
  readonly choice: HandlingChoice;
  readonly incident?: IncidentState | undefined;
  readonly task?: TaskState | undefined;
  readonly request?: RequestState | undefined;
}

export type WorkOrderCommand =
  | EnterWorkOrder
  | { readonly type: 'accept' }
  | Reasoned<'send-back'>
  | HandleWorkOrder
  | Reasoned<'supervise'>
  | { readonly type: 'give-feedback'; readonly words: string }
  | { readonly type: 'follow-up'; readonly satisfaction: number; readonly words: string }
  | { readonly type: 'archive' }
  | Reasoned<'reopen'>
  | { readonly type: 'merge'; readonly into: WorkOrderState | undefined }
  /** The others come with it. */
  | {
      readonly type: 'take-over';
      readonly orders: readonly { readonly workOrderId: string; readonly number: string }[];
    }
  | { readonly type: 'show-caller'; readonly reason: string; readonly duty: DutyClaim }
  | ClockRanOut;
export type WorkOrderCommandOf<T extends WorkOrderCommand['type']> = Extract<WorkOrderCommand, { readonly type: T }>;
