import type { AgreementState } from '../agreement/agreement-state.ts';
import type { ClockRanOut, MessageFailed } from '../kernel/aggregate.ts';
import type { CityCode } from '../kernel/city-code.ts';
import type { Instant } from '../kernel/instant.ts';
import type { AwarenessNotice } from './awareness-notice.ts';

/** What is told, before it has a number and a moment. */
export type AwarenessDetails = Omit<AwarenessNotice, 'messageId' | 'toldAt'>;

export type AwarenessCommand =
  /** This city tells the partner of the agreement, which is the one that the details name, if this city has it. */
  | {
      readonly type: 'tell';
      readonly id: string;
      readonly details: AwarenessDetails;
      readonly agreement: AgreementState | undefined;
    }
  /** A partner tells this city. */
  | {
      readonly type: 'receive';
      readonly id: string;
      readonly from: CityCode;
      readonly notice: AwarenessNotice;
      readonly agreement: AgreementState | undefined;
    }
  | { readonly type: 'stand-down'; readonly reason: string }
  | {
      readonly type: 'receive-stand-down';
      readonly from: CityCode;
      readonly messageId: string;
      readonly reason: string;
      readonly at: Instant;
    }
  | ClockRanOut
  | MessageFailed;
