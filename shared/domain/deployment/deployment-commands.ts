import * as z from 'zod';
import type { ClockRanOut, MessageFailed } from '../kernel/aggregate.ts';
import type { CityCode } from '../kernel/city-code.ts';
import { type Instant, InstantSchema } from '../kernel/instant.ts';
import { wordsSchema } from '../kernel/words.ts';
import type {
  ExtensionAnswer,
  ExtensionQuestion,
  Release,
  ReturnAnswer,
  ReturnQuestion,
} from './deployment-questions.ts';
import { type DeploymentReport, EstimatesSchema, remarks } from './deployment-report.ts';
import type { DeploymentSide } from './deployment-state.ts';
import type { Mission } from './mission.ts';
import { ReportableStatusSchema } from './progress.ts';

const words = wordsSchema(2000);

/** A report as the team leader or the duty room makes it. */
export const ReportDetailsSchema = z
  .strictObject({
    /** The next step, or the present one again to add a position, a note or an estimate. */
    status: ReportableStatusSchema,
    /** When it was so: the actual time of the step. */
    at: InstantSchema,
    ...remarks,
    estimates: EstimatesSchema.partial().optional(),
  })
  .meta({ id: 'DeploymentReportDetails' });
export type ReportDetails = z.infer<typeof ReportDetailsSchema>;

/** A team says that all is well: where it is, and what else there is to say, if anything. */
export const CheckInSchema = z.strictObject(remarks).meta({ id: 'CheckIn' });

export const ExtensionRequestSchema = z
  .strictObject({ until: InstantSchema, reason: words })
  .meta({ id: 'ExtensionRequest' });

export const ExtensionDecisionSchema = z
  .discriminatedUnion('response', [
    z.strictObject({ response: z.literal('accept') }),
    z.strictObject({ response: z.literal('decline'), reason: words }),
  ])
  .meta({ id: 'ExtensionDecision' });

export const ReturnRequestSchema = z
  .strictObject({
    /** When the team is to leave for home. */
    by: InstantSchema,
    reason: words,
  })
  .meta({ id: 'ReturnRequest' });

export const ReturnDecisionSchema = z
  .discriminatedUnion('response', [
    z.strictObject({ response: z.literal('accept') }),
    z.strictObject({ response: z.literal('decline'), reason: words }),
    z.strictObject({
      response: z.literal('provisional'),
      reason: words,
      /** From when on the team may leave. */
      availableFrom: InstantSchema,
    }),
  ])
  .meta({ id: 'ReturnDecision' });

export const ReleaseDetailsSchema = z.strictObject({ note: words.optional() }).meta({ id: 'ReleaseDetails' });

/** What people at either end do. */
type OwnCommand =
  /** `as`: a leader reports for the own team only, the duty room for any. */
  | { readonly type: 'report'; readonly as: 'leader' | 'duty-room'; readonly details: ReportDetails }
  /** As for `report`. */
  | { readonly type: 'check-in'; readonly as: 'leader' | 'duty-room'; readonly remarks: z.infer<typeof CheckInSchema> }
  | { readonly type: 'ask-status' }
  | ({ readonly type: 'ask-extension' } & z.infer<typeof ExtensionRequestSchema>)
  | { readonly type: 'answer-extension'; readonly decision: z.infer<typeof ExtensionDecisionSchema> }
  | ({ readonly type: 'ask-return' } & z.infer<typeof ReturnRequestSchema>)
  | { readonly type: 'answer-return'; readonly decision: z.infer<typeof ReturnDecisionSchema> }
  | ({ readonly type: 'release' } & z.infer<typeof ReleaseDetailsSchema>)
  | { readonly type: 'close' };

/** Its team, playing in a drill, has gone on a real mission: the drill goes on without it. */
interface CallAway {
  readonly type: 'call-away';
}

/** What the other city says; `from` is the verified sender. */
type ReceivedCommand = { readonly from: CityCode } & (
  | { readonly type: 'receive-report'; readonly report: DeploymentReport; readonly answers?: string | undefined }
  | { readonly type: 'receive-status-request'; readonly messageId: string; readonly askedAt: Instant }
  | { readonly type: 'receive-extension-request'; readonly question: ExtensionQuestion }
  | { readonly type: 'receive-extension-answer'; readonly answer: ExtensionAnswer }
  | { readonly type: 'receive-return-request'; readonly question: ReturnQuestion }
  | { readonly type: 'receive-return-answer'; readonly answer: ReturnAnswer }
  | { readonly type: 'receive-release'; readonly release: Release }
);

/** The commitment of the team, at the owner, and its receipt, at the requester. */
export interface OpenDeployment {
  readonly type: 'open';
  readonly side: DeploymentSide;
  readonly mission: Mission;
}

export type DeploymentCommand = OpenDeployment | OwnCommand | ReceivedCommand | CallAway | ClockRanOut | MessageFailed;

/** A command of one type. */
export type DeploymentCommandOf<T extends DeploymentCommand['type']> = Extract<DeploymentCommand, { type: T }>;
