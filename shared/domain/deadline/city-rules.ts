import type { CityCode } from '../kernel/city-code.ts';
import type { ReportRules } from '../situation-report/report-rules.ts';
import type { ClockAct } from './clock-act.ts';
import type { DueRule } from './due-rule.ts';
import type { HandOff } from './hand-off.ts';

export type { DueRule };

/** One line of a city's table: an act, and when, in minutes from the due moment (negative: before), or at a share of the time given. */
export interface ActRule {
  readonly act: ClockAct;
  readonly when: { readonly minutes: number } | { readonly share: number };
}

/** What a city's table says of a hand-off. */
export interface HandOffRule {
  /** Where nothing else says when it is due. */
  readonly due?: DueRule;
  /** In order of time. */
  readonly acts: readonly ActRule[];
}

/** A day off, or a weekend day that is worked instead, by date in China. */
export interface WorkingCalendar {
  /** Years of which the holidays are known; in others, weekends only are off. */
  readonly years: readonly number[];
  readonly holidays: ReadonlySet<string>;
  readonly workedWeekends: ReadonlySet<string>;
}

/** What a city has laid down, and decisions go by: its table of deadlines and the calendar of working days. */
export interface CityRules {
  /** Whose rules they are: the cell that decides. */
  readonly city: CityCode;
  readonly handOffs: Readonly<Record<HandOff, HandOffRule>>;
  readonly calendar: WorkingCalendar;
  readonly reports: ReportRules;
}
