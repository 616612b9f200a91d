import * as z from 'zod';
import { AGGREGATE_KINDS, type AggregateKind, type Listing } from '../kernel/aggregate.ts';
import { isEitherRealOrDrill } from '../kernel/realm.ts';

/** Everything of this city that belongs to an exercise. */
export const EXERCISE_LIST = 'exercise';

/** @returns the list of what came of something in an exercise, and is removed with it: of an incident, of a request. */
export const cameOfList = (id: string): string => `${EXERCISE_LIST}/of/${id}`;

/** An aggregate of an exercise, or a notice about one, with those it is before. */
export const ExerciseCardSchema = z.union([
  z.strictObject({ kind: z.enum(AGGREGATE_KINDS), id: z.uuid() }),
  z.strictObject({ notice: z.uuid(), audiences: z.array(z.string()) }),
]);

interface Thing {
  readonly kind: AggregateKind;
  readonly id: string;
  /** What it came of; itself, where it came of nothing. */
  readonly cameOf: string;
  readonly isExercise: boolean;
}

/** @returns the rows by which what belongs to an exercise is found again, so that it can be removed as a whole; a drill itself is kept. */
export const exerciseListings = ({ kind, id, cameOf, isExercise }: Thing): readonly Listing[] =>
  isExercise && kind !== 'drill' && isEitherRealOrDrill(kind)
    ? [EXERCISE_LIST, cameOfList(cameOf)].map((list) => ({ list, sort: `${kind}#${id}`, card: { kind, id } }))
    : [];

/** @returns the row by which a notice about something of an exercise is found with it. */
export const exerciseNoticeListing = (aboutId: string, notice: string, audiences: readonly string[]): Listing => ({
  list: cameOfList(aboutId),
  sort: `notice#${notice}`,
  card: { notice, audiences: [...audiences] },
});
