import type { DeploymentState } from '../deployment/deployment-state.ts';
import type { AggregateKind } from '../kernel/aggregate.ts';
import type { ReceivedRequestState } from '../received-request/received-request-state.ts';
import type { RequestState } from '../request/request-state.ts';
import type { TaskState } from '../task/task-state.ts';
import type { ResourceKind } from '../vocabulary/resource-kinds.ts';
import type { FigureParts } from './figure-cell.ts';
import { figuresOfDeployment } from './figures-of-deployment.ts';
import { figuresOfReceivedRequest } from './figures-of-received-request.ts';
import { figuresOfRequest } from './figures-of-request.ts';
import { figuresOfTask } from './figures-of-task.ts';

/** What is figured by its state, parsed. */
export type Figured =
  | { readonly kind: 'request'; readonly state: RequestState }
  | { readonly kind: 'received-request'; readonly state: ReceivedRequestState }
  | { readonly kind: 'deployment'; readonly state: DeploymentState; readonly kindAsked: ResourceKind | undefined }
  | { readonly kind: 'task'; readonly state: TaskState };

/** The kinds of aggregate whose states add to the figures. */
export const FIGURED_KINDS = [
  'request',
  'received-request',
  'deployment',
  'task',
] as const satisfies readonly AggregateKind[];
export type FiguredKind = (typeof FIGURED_KINDS)[number];

export const isFigured = (kind: string): kind is FiguredKind => FIGURED_KINDS.some((figured) => figured === kind);

/**
 * @returns what an aggregate adds to the figures as it is now. It follows from the state alone, so that it does not matter in what order, how late or
 * how often its events are told of.
 */
export const figuresOf = (figured: Figured): FigureParts => {
  switch (figured.kind) {
    case 'request':
      return figuresOfRequest(figured.state);
    case 'received-request':
      return figuresOfReceivedRequest(figured.state);
    case 'deployment':
      return figuresOfDeployment(figured.state, figured.kindAsked);
    case 'task':
      return figuresOfTask(figured.state);
  }
};
