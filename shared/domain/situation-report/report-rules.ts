import type { DueRule } from '../deadline/due-rule.ts';
import { HAZARDS, type Hazard } from '../vocabulary/hazards.ts';
import type { ReportKind } from './report-content.ts';
import type { ReviewStep } from './report-draft.ts';

/** What a city lays down for its reports on incidents, besides the deadlines of its table: the first report, and each step of its approval. */
export interface ReportRules {
  /** So many dead or missing must be reported upward without delay, minutes from the approval. */
  readonly grave: { readonly deadOrMissing: number; readonly minutes: number };
  /** When the daily report of a natural disaster drafts itself that is not stable. */
  readonly zero: DueRule;
  /** How long a report that drafted itself may wait to be submitted, minutes. */
  readonly zeroWithinMinutes: number;
  /** In place of the daily report. */
  readonly drought: DueRule;
  /** From when the situation is stable. */
  readonly final: DueRule;
  /** Days after an accident within which the toll may change, where no hazard says otherwise. */
  readonly tollDays: number;
  readonly tollDaysOf: Partial<Record<Hazard, number>>;
  /** Who reviews, in order; the last step signs. */
  readonly chain: readonly ReviewStep[];
}

/** A report that drafts itself. */
export interface Routine {
  readonly rule: DueRule;
  readonly kind: ReportKind;
}

/** @returns which reports draft themselves for a hazard while it is not stable: of natural disasters only. */
export const routineOf = (hazard: Hazard, rules: ReportRules): Routine | undefined => {
  if (hazard === 'drought') return { rule: rules.drought, kind: 'follow-up' };
  return HAZARDS[hazard].eventClass === 'natural-disaster' ? { rule: rules.zero, kind: 'zero' } : undefined;
};

/** @returns for how many days the toll of an accident may change; of other hazards it may as long as it does. */
export const tollDaysOf = (hazard: Hazard, rules: ReportRules): number | undefined =>
  HAZARDS[hazard].eventClass === 'accident' ? (rules.tollDaysOf[hazard] ?? rules.tollDays) : undefined;
