import * as z from 'zod';
import { DoneActSchema } from '../../domain/deadline/deadline-acted.ts';
import { type DeadlineCard, DeadlineCardSchema, WaitingSchema } from '../../domain/deadline/deadline-listings.ts';
import { HAND_OFFS } from '../../domain/deadline/hand-off.ts';
import { type Instant, MINUTE_MS, millisecondsBetween } from '../../domain/kernel/instant.ts';
import { TextSchema } from '../../domain/kernel/text.ts';
import { spoken } from '../../reference/spoken.ts';

/** One of those a hand-off waits for, with how long there is left. */
const BoardWaitingSchema = WaitingSchema.extend({
  /** Whole minutes; negative once it is overdue. */
  minutesLeft: z.int(),
  /** Whom escalations told, in order. */
  escalatedTo: z.array(DoneActSchema.shape.told.unwrap()),
}).meta({ id: 'BoardWaiting' });

/** A hand-off of one thing on the board, with everybody it waits for. */
export const BoardEntrySchema = DeadlineCardSchema.extend({
  /** What the hand-off is called. */
  name: TextSchema,
  minutesLeft: z.int(),
  waiting: z.array(BoardWaitingSchema),
}).meta({ id: 'BoardEntry' });
export type BoardEntry = z.infer<typeof BoardEntrySchema>;

const minutesLeft = (due: Instant, now: Instant): number => Math.floor(millisecondsBetween(now, due) / MINUTE_MS);

/** @returns the entry as it reads at a moment. */
export const boardEntry = (card: DeadlineCard, now: Instant): BoardEntry => ({
  ...card,
  name: HAND_OFFS[card.handOff],
  minutesLeft: minutesLeft(card.due, now),
  waiting: card.waiting.map((each) => ({
    ...each,
    what: spoken(each.what),
    minutesLeft: minutesLeft(each.due, now),
    escalatedTo: each.acted.flatMap(({ told }) => told ?? []),
  })),
});
