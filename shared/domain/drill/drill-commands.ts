import type { AgreementState } from '../agreement/agreement-state.ts';
import type { IncidentState } from '../incident/incident-state.ts';
import type { AggregateKind, ClockRanOut, MessageFailed } from '../kernel/aggregate.ts';
import type { CityCode } from '../kernel/city-code.ts';
import type { Text } from '../kernel/text.ts';
import type { DrillNews } from './drill-events.ts';
import type { DrillFacts } from './drill-facts.ts';
import type { DrillScript } from './drill-script.ts';
import type { RemovedThing } from './drill-state.ts';

interface PlanDrill {
  readonly type: 'plan';
  readonly id: string;
  readonly script: DrillScript;
  /** What this city has under the ids that were named. */
  readonly agreements: readonly { readonly agreementId: string; readonly agreement: AgreementState | undefined }[];
  readonly incidents: readonly { readonly incidentId: string; readonly incident: IncidentState | undefined }[];
}

/** An inject is given in this very transaction, or was found impossible. */
interface NoteInject {
  readonly type: 'note-inject';
  readonly key: string;
  readonly made?: { readonly kind: AggregateKind; readonly id: string } | undefined;
  readonly failure?: { readonly code: string; readonly text: Text } | undefined;
}

/** What has come of it is gathered before. */
interface EndDrill {
  readonly type: 'end';
  /** Breaks it off, and why. */
  readonly aborted?: string | undefined;
  readonly facts: DrillFacts;
}

interface ReceiveAnnouncement {
  readonly type: 'receive-announcement';
  readonly id: string;
  readonly from: CityCode;
  readonly agreement: AgreementState | undefined;
  readonly announcement: Pick<DrillScript, 'title' | 'scenario' | 'lastsMinutes'> & { readonly incidentIds: string[] };
}

export type DrillCommand =
  | PlanDrill
  | { readonly type: 'start' }
  | { readonly type: 'pause'; readonly reason: string }
  | { readonly type: 'resume' }
  | NoteInject
  | { readonly type: 'handle-inject'; readonly key: string; readonly note: string }
  | EndDrill
  | ReceiveAnnouncement
  | {
      readonly type: 'receive-news';
      readonly from: CityCode;
      readonly news: DrillNews;
      readonly reason?: string | undefined;
    }
  | { readonly type: 'order-removal' }
  | { readonly type: 'plan-removal'; readonly batch: readonly RemovedThing[]; readonly digest: string }
  | { readonly type: 'note-removal' }
  | { readonly type: 'finish-removal' }
  | MessageFailed
  | ClockRanOut;
export type DrillCommandOf<T extends DrillCommand['type']> = Extract<DrillCommand, { readonly type: T }>;
