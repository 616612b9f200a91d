import type { AgreementState } from '../agreement/agreement-state.ts';
import type { ClockRanOut, MessageFailed } from '../kernel/aggregate.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlanState } from '../plan/plan-state.ts';
import type { ResponseLevel } from '../vocabulary/hazards.ts';
import type { Commander } from './incident-command.ts';
import type { IncidentDetails } from './incident-details.ts';
import type { IncidentLinks } from './incident-links.ts';
import type { IncidentRelation, Relation } from './incident-relation.ts';

/** What is known of another incident that a command names; `undefined`: it was not found. */
export type FoundIncident =
  | { readonly title: string; readonly exercise: boolean; readonly isDismissed: boolean }
  | undefined;

interface Reported {
  readonly id: string;
  readonly details: IncidentDetails;
  readonly exercise: boolean;
}

/** Takes down what somebody says has happened; with a response level it is verified, and responded to, at once. */
export interface OpenIncidentCommand extends Reported {
  readonly type: 'open';
  readonly responseLevel?: ResponseLevel | undefined;
}

/** A work order of the hotline is where it comes from. */
export interface ReportFromOrder extends Reported {
  readonly type: 'report-from-order';
  readonly workOrderId: string;
  readonly number: string;
}

interface Reasoned<T extends string> {
  readonly type: T;
  readonly reason: string;
}

/** Sets, raises or lowers the response level, or resumes a response that had ended. */
export interface SetResponseLevel extends Reasoned<'set-level'> {
  readonly responseLevel: ResponseLevel;
  /** Left out: now. */
  readonly announcedAt?: Instant | undefined;
}

export interface DismissIncident extends Reasoned<'dismiss'> {
  readonly verdict: 'false' | 'duplicate';
  readonly of?: { readonly city: string; readonly incidentId: string; readonly found: FoundIncident } | undefined;
}

export interface LinkIncident {
  readonly type: 'link';
  readonly links: IncidentLinks;
  /** In the order in which the links name them; `undefined` where there is no such thing. */
  readonly plans: readonly (PlanState | undefined)[];
  readonly warnings: readonly ({ readonly isExercise: boolean } | undefined)[];
}

/** Says what other incidents are to this one: all of them, instead of what was said before. */
export interface RelateIncident {
  readonly type: 'relate';
  readonly relations: readonly {
    readonly relation: Relation;
    readonly city: string;
    readonly incidentId: string;
    readonly found: FoundIncident;
  }[];
}

/** Another incident, or the partner whose it is, says what it is to this one; `undefined`: nothing any more. */
export interface ReceiveRelation extends Pick<IncidentRelation, 'city' | 'incidentId' | 'title'> {
  readonly type: 'receive-relation';
  readonly relation?: Relation | undefined;
}

/** Tells a partner of the incident, and from now on of what becomes of it. */
export interface ShareIncident {
  readonly type: 'share';
  readonly agreementId: string;
  readonly agreement: AgreementState | undefined;
}

/** An expert who was called out has given and signed an opinion; it counts even when the incident is over. */
interface ReceiveOpinion {
  readonly type: 'receive-opinion';
  readonly callOutId: string;
  readonly expert: { readonly expertId: string; readonly name: string };
  /** Of the opinion as signed, base64url. */
  readonly digest: string;
  readonly at: Instant;
}

export type IncidentCommand =
  | OpenIncidentCommand
  | ReportFromOrder
  | { readonly type: 'verify'; readonly words?: string | undefined }
  | DismissIncident
  | { readonly type: 'change'; readonly details: IncidentDetails }
  | SetResponseLevel
  | Reasoned<'end-response'>
  | Reasoned<'close'>
  | { readonly type: 'take-command'; readonly commander: Commander }
  | LinkIncident
  | RelateIncident
  | ReceiveRelation
  | ShareIncident
  | { readonly type: 'attach-order'; readonly workOrderId: string; readonly number: string }
  /** The order is about another incident after all. */
  | { readonly type: 'detach-order'; readonly workOrderId: string }
  | ReceiveOpinion
  | MessageFailed
  | ClockRanOut;
export type IncidentCommandOf<T extends IncidentCommand['type']> = Extract<IncidentCommand, { readonly type: T }>;
