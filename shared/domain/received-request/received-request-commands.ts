import * as z from 'zod';
import type { AgreementState } from '../agreement/agreement-state.ts';
import type { ClockRanOut, MessageFailed } from '../kernel/aggregate.ts';
import type { CityCode } from '../kernel/city-code.ts';
import { type Instant, InstantSchema } from '../kernel/instant.ts';
import { wordsSchema } from '../kernel/words.ts';
import type { PackageParts } from '../package/package-commands.ts';
import type { PackageState } from '../package/package-state.ts';
import { NAMES_SOMETHING } from '../request/answer.ts';
import type { PlacedRequest } from '../request/placed-request.ts';
import type { Requisition } from '../request/requisition.ts';
import type { StockState } from '../stock/stock-state.ts';
import type { TeamState } from '../team/team-state.ts';
import { CostsSchema } from '../vocabulary/costs.ts';
import type { Fear } from '../warning/feared.ts';

export const ReasonSchema = wordsSchema(2000);

const promise = {
  itemId: z.uuid(),
  /** Teams that would come, where teams are asked for: at most as many; fewer is an answer in part. */
  teamIds: z.array(z.uuid()).max(50).default([]),
  /** Goods that would be sent, where supplies are asked for: at most the units asked for. They are kept back with the answer. */
  lots: z
    .array(z.strictObject({ stockId: z.uuid(), quantity: z.int().positive() }))
    .min(1)
    .max(20)
    .optional(),
  estimatedDeparture: InstantSchema,
  estimatedArrival: InstantSchema,
  /** For all that is named over the whole mission, CNY fen by category. */
  costs: CostsSchema,
};

/** An answer to one item as the duty room gives it: teams and stock lines are named by their ids. */
export const ItemDecisionSchema = z
  .discriminatedUnion('response', [
    z.strictObject({ response: z.literal('accept'), ...promise }),
    z.strictObject({ response: z.literal('provisional'), ...promise, reason: ReasonSchema }),
    z.strictObject({ response: z.literal('decline'), itemId: z.uuid(), reason: ReasonSchema }),
  ])
  .refine((item) => item.response === 'decline' || item.teamIds.length > 0 || item.lots !== undefined, {
    path: ['teamIds'],
    ...NAMES_SOMETHING,
  })
  .meta({ id: 'ItemDecision' });
export type ItemDecision = z.infer<typeof ItemDecisionSchema>;

/** Estimates and order number of a commitment; without a number one is made. */
export const CommitmentDetailsSchema = z.strictObject({
  orderNumber: wordsSchema(60).optional(),
  estimatedDeparture: InstantSchema,
  estimatedArrival: InstantSchema,
});

/** A team to be committed: the deployment's id is drawn beforehand, so that the deployment can be looked up with the team. */
export interface TeamToCommit {
  readonly teamId: string;
  readonly deploymentId: string;
  /** As the registry has it; `undefined` when it has no such team. */
  readonly team: TeamState | undefined;
}

/** Goods to be committed; see {@link TeamToCommit}. */
export interface LotToCommit {
  readonly stockId: string;
  readonly deploymentId: string;
}

/** What may be answered by itself for one item: teams, best first, and how many others already count on the pre-authorisation. */
export interface Candidates {
  readonly itemId: string;
  readonly teams: readonly TeamState[];
  readonly promisedElsewhere: number;
}

/** What people, or the city by itself, do. */
type OwnCommand =
  | {
      readonly type: 'answer';
      readonly items: readonly ItemDecision[];
      readonly teams: readonly TeamState[];
      /** The stock lines named, as far as there are any. */
      readonly stock?: readonly StockState[];
    }
  /** One item with a package's teams of its kind, at their share of its costs; for a reason, provisionally. */
  | {
      readonly type: 'answer-from-package';
      readonly itemId: string;
      readonly reason?: string | undefined;
      readonly package: PackageState | undefined;
      readonly parts: PackageParts;
    }
  | {
      readonly type: 'answer-automatically';
      readonly candidates: readonly Candidates[];
      /** What this city itself is warned of, where that is for people to weigh first. */
      readonly cautionedBy?: Fear | undefined;
    }
  | { readonly type: 'withdraw-answer'; readonly messageId: string; readonly reason: string }
  | ({
      readonly type: 'commit';
      readonly requisitionId: string;
      readonly teams: readonly TeamToCommit[];
      readonly lots?: readonly LotToCommit[];
    } & z.infer<typeof CommitmentDetailsSchema>)
  | { readonly type: 'refuse-requisition'; readonly requisitionId: string; readonly reason: string }
  | { readonly type: 'archive' };

/** What the requester says; `from` is the verified sender, `agreement` that of the envelope as this city holds it. */
type ReceivedCommand = { readonly from: CityCode } & (
  | { readonly type: 'receive'; readonly placed: PlacedRequest; readonly agreement: AgreementState | undefined }
  | {
      readonly type: 'receive-update';
      readonly placed: PlacedRequest;
      readonly recalledMessageId: string;
      readonly agreement: AgreementState | undefined;
    }
  | {
      readonly type: 'receive-cancellation';
      readonly recalledMessageId: string;
      readonly messageId: string;
      readonly reason: string;
    }
  | {
      readonly type: 'receive-requisition';
      readonly requisition: Requisition;
      readonly preceding?: string;
      /** Where an offer of this city is taken up: the offer, and the request it is taken up for. */
      readonly offer?: { readonly offerId: string; readonly placed: PlacedRequest };
      readonly agreement: AgreementState | undefined;
    }
  | { readonly type: 'receive-decline'; readonly messageId: string; readonly reason: string }
);

/** The consequence of a deployment's end at its owner. */
interface DeploymentEnded {
  readonly type: 'deployment-ended';
  readonly deploymentId: string;
  readonly at: Instant;
}

export type ReceivedRequestCommand = OwnCommand | ReceivedCommand | DeploymentEnded | ClockRanOut | MessageFailed;

/** A command of one type. */
export type ReceivedRequestCommandOf<T extends ReceivedRequestCommand['type']> = Extract<
  ReceivedRequestCommand,
  { type: T }
>;
