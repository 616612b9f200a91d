import type { AgencyState } from '../agency/agency-state.ts';
import type { IncidentState } from '../incident/incident-state.ts';
import type { ClockRanOut } from '../kernel/aggregate.ts';
import type { Instant } from '../kernel/instant.ts';
import type { RequestState } from '../request/request-state.ts';
import type { CounterProposal, ProgressReport, TaskDetails, TaskFeedback } from './task-details.ts';

/** An agency as the registry has it, if it has it, and its place in the command. */
export interface Addressee {
  readonly agency: AgencyState | undefined;
  /** JSON pointer to where the command names it. */
  readonly pointer: string;
}

interface Sending {
  readonly addressees: readonly Addressee[];
  /** By when they answer; by each one's strategic agreement when left out. */
  readonly replyBy?: Instant | undefined;
}

/** What a task is made from, as it was read. */
export type TaskOrigin =
  | { readonly kind: 'incident'; readonly incident: IncidentState | undefined; readonly details: TaskDetails }
  | {
      readonly kind: 'request-item';
      readonly request: RequestState | undefined;
      readonly itemId: string;
      /** Left out: what the item says. */
      readonly details?: TaskDetails | undefined;
    };

export interface SendTask extends Sending {
  readonly type: 'send';
  readonly id: string;
  readonly origin: TaskOrigin;
}

/** Who speaks for an agency: somebody signed in, or a duty phone by its link. */
export interface Spokesperson {
  readonly agencyId: string;
  readonly linkId?: string;
}

interface BySpokesperson<T extends string> {
  readonly type: T;
  readonly as: Spokesperson;
}

interface Reasoned<T extends string> {
  readonly type: T;
  readonly reason: string;
}

export interface IssueLink {
  readonly type: 'issue-link';
  readonly linkId: string;
  readonly agencyId: string;
  readonly secretDigest: string;
  readonly expiresAt: Instant;
}

export interface BindLink {
  readonly type: 'bind-link';
  readonly linkId: string;
  readonly phoneDigest: string;
}

/** What an agency does. */
export type AgencyTaskCommand =
  | BySpokesperson<'accept'>
  | (BySpokesperson<'decline'> & { readonly reason: string })
  | (BySpokesperson<'counter-propose'> & { readonly proposal: CounterProposal })
  | (BySpokesperson<'report-progress'> & { readonly report: ProgressReport })
  | (BySpokesperson<'finish'> & { readonly words: string })
  | (BySpokesperson<'give-feedback'> & { readonly feedback: TaskFeedback });

export type TaskCommand =
  | SendTask
  | (Sending & { readonly type: 'offer' })
  | { readonly type: 'accept-counter-proposal'; readonly agencyId: string }
  | (Reasoned<'refuse-counter-proposal'> & { readonly agencyId: string })
  | { readonly type: 'urge'; readonly words: string }
  | Reasoned<'supervise'>
  /** To another agency. */
  | (Reasoned<'transfer'> & { readonly addressee: Addressee; readonly replyBy?: Instant | undefined })
  /** To other cities, by a request for the same incident. */
  | (Reasoned<'hand-over'> & { readonly request: RequestState | undefined })
  | { readonly type: 'follow-up'; readonly satisfaction: number; readonly words: string }
  | { readonly type: 'archive' }
  | (Reasoned<'reopen'> & { readonly neededBy: Instant })
  | Reasoned<'cancel'>
  | IssueLink
  | BindLink
  /** `agencyId`: of the agency whose people revoke it; left out for the duty room. */
  | { readonly type: 'revoke-link'; readonly linkId: string; readonly agencyId?: string }
  | AgencyTaskCommand
  | ClockRanOut;

export type TaskCommandOf<T extends TaskCommand['type']> = Extract<TaskCommand, { readonly type: T }>;
