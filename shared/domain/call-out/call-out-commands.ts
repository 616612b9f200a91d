import type { ExpertState } from '../expert/expert-state.ts';
import type { IncidentState } from '../incident/incident-state.ts';
import type { ClockRanOut } from '../kernel/aggregate.ts';
import type { Instant } from '../kernel/instant.ts';
import type { RequestState } from '../request/request-state.ts';
import type {
  AppraisalWords,
  CallOutDetails,
  FeeClaimWords,
  FeeConfirmationWords,
  InvitationAnswer,
  OpinionWords,
  ProposalAnswer,
} from './call-out-details.ts';
import type { Invitee } from './call-out-state.ts';

/** An expert that is to be invited, as the pool knows them. */
export interface Candidate {
  readonly expertId: string;
  readonly expert: ExpertState | undefined;
}

/** Calls experts out. */
export interface OpenCallOutCommand {
  readonly type: 'open';
  readonly id: string;
  readonly details: CallOutDetails;
  readonly candidates: readonly Candidate[];
  readonly incident: IncidentState | undefined;
  /** The request that `details` name, if they name one. */
  readonly request: RequestState | undefined;
}

/** What the coordinator does afterwards. */
type CoordinatorCommand =
  | { readonly type: 'invite'; readonly candidates: readonly Candidate[]; readonly replyBy: Instant }
  /** Reminds all who have not answered. */
  | { readonly type: 'urge' }
  | { readonly type: 'answer-proposal'; readonly expertId: string; readonly decision: ProposalAnswer }
  | { readonly type: 'withdraw-invitation'; readonly expertId: string; readonly reason: string }
  | { readonly type: 'confirm-fee'; readonly expertId: string; readonly confirmation: FeeConfirmationWords }
  | { readonly type: 'appraise'; readonly expertId: string; readonly appraisal: AppraisalWords }
  | { readonly type: 'close' }
  | { readonly type: 'cancel'; readonly reason: string };

/** What experts do, or the duty room on their behalf. */
type ExpertsCommand =
  | { readonly type: 'answer'; readonly who: Invitee; readonly answer: InvitationAnswer }
  | {
      readonly type: 'give-opinion';
      readonly who: Invitee;
      readonly opinion: OpinionWords;
      /** @returns what the expert signs: the digest of the opinion as given for this call-out by this expert. */
      readonly digestFor: (expertId: string) => string;
    }
  | { readonly type: 'claim-fee'; readonly who: Invitee; readonly claim: FeeClaimWords };

export type CallOutCommand = OpenCallOutCommand | CoordinatorCommand | ExpertsCommand | ClockRanOut;
export type CallOutCommandOf<T extends CallOutCommand['type']> = Extract<CallOutCommand, { readonly type: T }>;
