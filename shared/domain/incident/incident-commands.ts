import type { ClockRanOut } from '../kernel/aggregate.ts';
import type { Instant } from '../kernel/instant.ts';
import type { ResponseLevel } from '../vocabulary/hazards.ts';
import type { IncidentDetails } from './incident-state.ts';

export interface OpenIncident {
  readonly type: 'open';
  readonly id: string;
  readonly details: IncidentDetails;
  readonly responseLevel: ResponseLevel;
  readonly exercise: boolean;
}

interface ChangeIncident {
  readonly type: 'change';
  readonly details: IncidentDetails;
}

/** Raises or lowers the response level. */
export interface ChangeResponseLevel {
  readonly type: 'change-level';
  readonly responseLevel: ResponseLevel;
  readonly reason: string;
}

interface CloseIncident {
  readonly type: 'close';
  readonly reason: string;
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
  | OpenIncident
  | ChangeIncident
  | ChangeResponseLevel
  | CloseIncident
  | ReceiveOpinion
  | ClockRanOut;
