import type { DeadlineActed } from '../deadline/deadline-acted.ts';
import { type FigureParts, monthOf, NO_KIND, realmOf } from './figure-cell.ts';

/** What the part of a missed clock is named; acts about the same deadline are of the same part. */
const MISSED = 'MISSED#';

/** @returns whether a part comes from an act of the clock, and not from a state. */
export const isOfMissedClock = (part: string): boolean => part.startsWith(MISSED);

/** @returns what an act of the clock adds to the figures: nothing while the deadline had not passed; whatever is done about it later, one. */
export const figuresOfMissedClock = (
  { handOff, key, due, at }: Pick<DeadlineActed, 'handOff' | 'key' | 'due' | 'at'>,
  isExercise: boolean,
): FigureParts =>
  at < due
    ? new Map()
    : new Map([
        [
          `${MISSED}${handOff}#${key}#${due}`,
          [
            {
              cell: {
                realm: realmOf(isExercise),
                of: 'hand-off',
                month: monthOf(due),
                subject: handOff,
                kind: NO_KIND,
              },
              counters: { missed: 1 },
            },
          ],
        ],
      ]);
