import type { AgreementState } from '../agreement/agreement-state.ts';
import type { Relation } from '../incident/incident-relation.ts';
import type { ClockRanOut } from '../kernel/aggregate.ts';
import type { SharedIncident } from './shared-incident.ts';

interface Told {
  readonly from: string;
  readonly incident: SharedIncident;
  readonly exercise: boolean;
}

export interface ReceiveShared extends Told {
  readonly type: 'receive-shared';
  readonly id: string;
  readonly agreementId: string;
  readonly agreement: AgreementState | undefined;
}

export interface ReceiveUpdate extends Told {
  readonly type: 'receive-update';
}

/** One of this city's incidents is something to it; nothing any more, without a relation. */
export interface LinkPartnerIncident {
  readonly type: 'link';
  readonly incidentId: string;
  readonly title: string;
  readonly relation?: Relation;
}

export type PartnerIncidentCommand = ReceiveShared | ReceiveUpdate | LinkPartnerIncident | ClockRanOut;
