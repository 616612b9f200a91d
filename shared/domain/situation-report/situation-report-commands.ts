import * as z from 'zod';
import type { AgreementState } from '../agreement/agreement-state.ts';
import type { IncidentSummary } from '../incident/incident-summary.ts';
import type { ClockRanOut, MessageFailed } from '../kernel/aggregate.ts';
import type { CityCode } from '../kernel/city-code.ts';
import type { Instant } from '../kernel/instant.ts';
import { wordsSchema } from '../kernel/words.ts';
import type { ReportContent } from './report-content.ts';
import type { ReportSignature, ReportVersion, SignedReport } from './report-version.ts';

const words = wordsSchema(500);

/** What people do about a draft, or the whole series. */
export const ReportStepSchema = z
  .discriminatedUnion('step', [
    z.strictObject({ step: z.literal('submit'), words: words.optional() }),
    z.strictObject({ step: z.literal('comment'), words }),
    z.strictObject({ step: z.literal('send-back'), words }),
    /** At the last step of the chain, this signs. */
    z.strictObject({ step: z.literal('approve'), words: words.optional() }),
    /** Takes the draft away. */
    z.strictObject({ step: z.literal('withdraw'), words }),
    /** This incident needs no report. */
    z.strictObject({ step: z.literal('call-off'), words }),
  ])
  .meta({ id: 'ReportStep' });
export type ReportStep = z.infer<typeof ReportStepSchema>;

/** Begins the series, or tells it what has become of its incident. */
export interface FollowIncident {
  readonly type: 'follow-incident';
  readonly id: string;
  readonly incident: IncidentSummary;
  readonly exercise: boolean;
  /** Since when the city knows of it. */
  readonly openedAt: Instant;
  readonly endedAt?: Instant;
  /** It was no incident, or none of its own: nothing is to be reported. */
  readonly dismissed?: true;
}

/** A partner to send the latest version to. */
export interface Addressed {
  readonly agreementId: string;
  readonly agreement: AgreementState | undefined;
}

/** A partner's report. */
export interface ReceiveReport {
  readonly type: 'receive';
  readonly id: string;
  readonly from: CityCode;
  readonly incident: IncidentSummary;
  readonly exercise: boolean;
  readonly version: ReportVersion;
  readonly agreementId: string;
  readonly agreement: AgreementState | undefined;
}

/** A step with what signing it takes. */
export interface TakeStep {
  readonly type: 'take-step';
  readonly taken: ReportStep;
  /** The city's signature, where the step may be the last. */
  readonly signature?: ReportSignature;
  /** @returns the digest by which a signature names what is signed. */
  readonly digestOf: (signed: SignedReport) => string;
}

export type SituationReportCommand =
  | FollowIncident
  /** Begins a series by hand; refused where there is one. */
  | (Omit<FollowIncident, 'type'> & { readonly type: 'open' })
  | { readonly type: 'write'; readonly content: ReportContent }
  | TakeStep
  | { readonly type: 'send'; readonly to: readonly Addressed[] }
  | ReceiveReport
  | ClockRanOut
  | MessageFailed;
export type SituationReportCommandOf<T extends SituationReportCommand['type']> = Extract<
  SituationReportCommand,
  { readonly type: T }
>;
