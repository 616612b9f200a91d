import * as z from 'zod';
import { type DeadlineActed, type DoneAct, DoneActSchema } from './deadline-acted.ts';
import { type OpenDeadline, OpenDeadlineSchema, WaitedForSchema } from './open-deadline.ts';

const { handOff, key, due } = OpenDeadlineSchema.shape;

/** What the row of a state remembers of an open deadline, because it does not follow from the state: what the clock has done about it. */
export const KeptDeadlineSchema = z.strictObject({
  handOff,
  key,
  due,
  /** Kind of whom is waited for: the list it stands in. */
  who: z.enum(WaitedForSchema.options.map(({ shape }) => shape.who.value)),
  /** In the order in which they were done. */
  acted: z.array(DoneActSchema),
});
export type KeptDeadline = z.infer<typeof KeptDeadlineSchema>;

type Named = Pick<OpenDeadline, 'handOff' | 'key' | 'due'>;

/** @returns whether it is the same deadline: one that was put off is another. */
export const isSameDeadline = (left: Named, right: Named): boolean =>
  left.handOff === right.handOff && left.key === right.key && left.due === right.due;

/** @returns the acts that the clock has done about a deadline. */
export const actsDone = (kept: readonly KeptDeadline[], deadline: Named): readonly DoneAct[] =>
  kept.find((each) => isSameDeadline(each, deadline))?.acted ?? [];

const doneActOf = ({ type: _, handOff: _handOff, key: _key, due: _due, ...act }: DeadlineActed): DoneAct => act;

/**
 * @param before what the row remembered.
 * @param events the acts done since, in order.
 * @returns what the row remembers now: the deadlines that are open, with what was done about each. Those that are closed are forgotten.
 */
export const keptDeadlines = (
  before: readonly KeptDeadline[],
  open: readonly OpenDeadline[],
  events: readonly DeadlineActed[],
): KeptDeadline[] =>
  open.map((deadline) => ({
    handOff: deadline.handOff,
    key: deadline.key,
    due: deadline.due,
    who: deadline.waitsFor.who,
    acted: [...actsDone(before, deadline), ...events.filter((event) => isSameDeadline(event, deadline)).map(doneActOf)],
  }));
