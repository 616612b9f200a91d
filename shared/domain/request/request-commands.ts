import type { AgreementState } from '../agreement/agreement-state.ts';
import type { IncidentState } from '../incident/incident-state.ts';
import type { ClockRanOut, MessageFailed } from '../kernel/aggregate.ts';
import type { CityCode } from '../kernel/city-code.ts';
import type { Instant } from '../kernel/instant.ts';
import type { OfferState } from '../offer/offer-state.ts';
import type { NamedPlan } from '../plan/named-plan.ts';
import type { PlanState } from '../plan/plan-state.ts';
import type { AnswerWithdrawal } from '../received-request/answer-withdrawal.ts';
import type { StockState } from '../stock/stock-state.ts';
import type { TeamState } from '../team/team-state.ts';
import type { Costs } from '../vocabulary/costs.ts';
import type { Answer } from './answer.ts';
import type { ItemTask } from './own-help.ts';
import type { DraftItem, OfferMission } from './request-item.ts';
import type { Commitment, Funding } from './requisition.ts';

/** An agreement somebody chose, and what this city holds under that id. */
export interface ChosenAgreement {
  readonly agreementId: string;
  readonly agreement: AgreementState | undefined;
}

/** What is to be taken of one partner's answer to one item. */
export interface Taking {
  readonly city: CityCode;
  readonly itemId: string;
  readonly teamIds: readonly string[];
  /** Lots, by their stock lines, where supplies are asked for. */
  readonly stockIds?: readonly string[] | undefined;
  readonly costs: Costs;
  readonly funding: Funding;
  readonly reason: string;
  /** Said expressly: the item will then have more than it needs. */
  readonly evenIfMoreThanNeeded: boolean;
  /** Said expressly: the item will then cost more than its ceiling. */
  readonly evenIfOverCeiling: boolean;
}

/** An own team that is sent for an item, as the registry has it, if it has it, and its place in the command. */
export interface TeamToDispatch {
  readonly itemId: string;
  readonly teamId: string;
  readonly deploymentId: string;
  readonly team: TeamState | undefined;
  /** JSON pointer to where the command names it. */
  readonly pointer: string;
}

/** So much of an own stock line that is sent for an item; see {@link TeamToDispatch}. */
export interface LotToDispatch {
  readonly itemId: string;
  readonly stockId: string;
  readonly quantity: number;
  readonly deploymentId: string;
  readonly line: StockState | undefined;
  readonly pointer: string;
}

/** What is taken of an unsolicited offer, and the request that is made of it. */
export interface TakeUpOffer {
  readonly type: 'take-up-offer';
  readonly requestId: string;
  readonly offerId: string;
  /** What this city holds under the ids that were named. */
  readonly offer: OfferState | undefined;
  readonly incident: IncidentState | undefined;
  readonly agreement: ChosenAgreement;
  /** The resource of the offer that is taken. */
  readonly resourceId: string;
  /** What its teams are to do, and where; kind and level are those of the resource. */
  readonly mission: OfferMission;
  readonly taking: Omit<Taking, 'city' | 'itemId'>;
}

export type RequestCommand =
  | {
      readonly type: 'draft';
      readonly requestId: string;
      /** What this city holds under the id of the incident that was named. */
      readonly incident: IncidentState | undefined;
      readonly items: readonly DraftItem[];
      /** The plan on file that the items are of. */
      readonly plan?: NamedPlan | undefined;
    }
  /** Drafts what a plan on file has ready. */
  | {
      readonly type: 'draft-from-plan';
      readonly requestId: string;
      /** What this city holds under the ids that were named. */
      readonly incident: IncidentState | undefined;
      readonly plan: PlanState | undefined;
    }
  | { readonly type: 'revise'; readonly items: readonly DraftItem[] }
  | { readonly type: 'approve' }
  | { readonly type: 'send-back'; readonly reason: string }
  /** With the first partners, or with further ones. */
  | { readonly type: 'place'; readonly agreements: readonly ChosenAgreement[] }
  /** Own teams are sent. */
  | {
      readonly type: 'dispatch';
      readonly teams: readonly TeamToDispatch[];
      /** Said expressly: the item will then have more teams than it needs. */
      readonly evenIfMoreThanNeeded: boolean;
    }
  /** What a plan chose: partners are asked, own teams and goods are sent; each may be none. */
  | {
      readonly type: 'source';
      readonly agreements: readonly ChosenAgreement[];
      readonly teams: readonly TeamToDispatch[];
      readonly lots: readonly LotToDispatch[];
    }
  /** Consequence of what happens to a task that was made from an item. */
  | { readonly type: 'note-task'; readonly task: ItemTask }
  | { readonly type: 'update'; readonly items: readonly DraftItem[] }
  | { readonly type: 'cancel'; readonly reason: string }
  | {
      readonly type: 'receive-answer';
      readonly from: CityCode;
      /** The RequestResource it answers. */
      readonly answering: string;
      readonly answer: Answer;
    }
  | { readonly type: 'receive-answer-withdrawal'; readonly from: CityCode; readonly withdrawal: AnswerWithdrawal }
  | { readonly type: 'decline-answer'; readonly city: CityCode; readonly reason: string }
  | { readonly type: 'requisition'; readonly takings: readonly Taking[] }
  | TakeUpOffer
  | { readonly type: 'receive-commitment'; readonly from: CityCode; readonly commitment: Commitment }
  | { readonly type: 'deployment-ended'; readonly deploymentId: string; readonly at: Instant }
  | { readonly type: 'follow-up'; readonly satisfaction: number; readonly words: string }
  | { readonly type: 'close' }
  | ClockRanOut
  | MessageFailed;
export type RequestCommandOf<T extends RequestCommand['type']> = Extract<RequestCommand, { type: T }>;
