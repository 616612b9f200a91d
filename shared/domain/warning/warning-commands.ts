import type { CapAlert } from '../cap/cap-alert.ts';
import type { CapStatus } from '../cap/cap-codes.ts';
import type { ClockRanOut } from '../kernel/aggregate.ts';
import type { Text } from '../kernel/text.ts';
import type { Assessment } from './assess-alert.ts';
import type { NamedAct, WarningAct } from './warning-act.ts';
import type { Warning, WarningReference } from './warning-state.ts';

interface Taken {
  /** What the city's rules have it do. */
  readonly acts?: readonly WarningAct[];
  /** Made from sender, identifier and sent, which name an alert everywhere. */
  readonly id: string;
  readonly alert: CapAlert;
  readonly assessment: Assessment;
  readonly references: readonly WarningReference[];
}

export interface ReceiveWarning extends Taken {
  readonly type: 'receive';
  readonly document?: string | undefined;
  readonly signed: boolean;
}

export interface IssueWarning extends Taken {
  readonly type: 'issue';
  /** What an Update or a Cancel is about; left out for a new warning. */
  readonly former?: Warning;
}

/** A later alert takes its place or takes it back. */
export interface EndWarning {
  readonly type: 'supersede' | 'cancel';
  readonly id: string;
  readonly by: string;
  /** Status of the later alert: a drill ends nothing real. */
  readonly realm: CapStatus;
}

/** What a recipient's alert says of it. */
export interface AnswerWarning {
  readonly type: 'acknowledge-as-sender' | 'reject';
  readonly sender: string;
  readonly warningId: string;
  readonly note?: string | undefined;
}

export type WarningCommand =
  | ReceiveWarning
  | IssueWarning
  | EndWarning
  | AnswerWarning
  /** Who does it has taken note. */
  | { readonly type: 'acknowledge'; readonly note?: string | undefined }
  /** An act on a target was done or undone, in this very transaction, or was refused. */
  | {
      readonly type: 'note-act';
      readonly act: NamedAct;
      /** What people call what it was done to. */
      readonly name?: string | undefined;
      /** What was made by it. */
      readonly madeId?: string | undefined;
      /** Why it was not done, or why nothing was left to undo. */
      readonly refusal?: { readonly code: string; readonly text: Text };
    }
  | ClockRanOut;
