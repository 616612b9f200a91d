import { earliest, type Instant } from '../kernel/instant.ts';
import type { CityRules } from './city-rules.ts';
import type { OpenDeadline } from './open-deadline.ts';
import { dueBy } from './working-time.ts';

/** A hand-off that an aggregate waits for. */
export interface Wait extends Omit<OpenDeadline, 'key' | 'due'> {
  /** Left out: there is only one of the kind. */
  readonly key?: string;
  /** What an agreement, a requisition or an estimate says; left out: what the city's table does. */
  readonly due?: Instant | undefined;
  /** When there is no use in it any more, whatever the table says. */
  readonly noLaterThan?: Instant;
}

/** @returns the open deadlines of what is waited for; where neither the matter nor the city's table sets a time, there is none. */
export const waiting = (rules: CityRules, ...waits: readonly Wait[]): readonly OpenDeadline[] =>
  waits.flatMap(({ key = '-', due: stated, noLaterThan, ...wait }) => {
    const due = stated ?? earliest(dueBy(rules, wait.handOff, wait.since), noLaterThan);
    return due === undefined ? [] : [{ ...wait, key, due }];
  });
