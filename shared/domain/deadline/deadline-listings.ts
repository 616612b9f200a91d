import * as z from 'zod';
import { AGGREGATE_KINDS, type AggregateKind, type Listing } from '../kernel/aggregate.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { DoneActSchema } from './deadline-acted.ts';
import { type HandOff, HandOffSchema } from './hand-off.ts';
import { isSameDeadline, type KeptDeadline } from './kept-deadline.ts';
import { type OpenDeadline, OpenDeadlineSchema, type WaitedFor } from './open-deadline.ts';

/** One of those a hand-off waits for, as the board shows it. */
export const WaitingSchema = z
  .strictObject({
    ...OpenDeadlineSchema.omit({ handOff: true }).shape,
    /** What the clock has done about it. */
    acted: z.array(DoneActSchema),
  })
  .meta({ id: 'Waiting' });
export type Waiting = z.infer<typeof WaitingSchema>;

/** A hand-off of one thing: all who are waited for stand in one row, so that a thing has few rows however many partners it waits for. */
export const DeadlineCardSchema = z
  .strictObject({
    kind: z.enum(AGGREGATE_KINDS),
    id: z.uuid(),
    handOff: HandOffSchema,
    exercise: z.boolean(),
    /** The earliest of `waiting`. */
    due: InstantSchema,
    /** By when they are due. */
    waiting: z.array(WaitingSchema),
  })
  .meta({ id: 'DeadlineCard' });
export type DeadlineCard = z.infer<typeof DeadlineCardSchema>;

/** Which open deadlines a list holds. */
export interface DeadlineFilter {
  /** Drills have lists of their own. */
  readonly exercise: boolean;
  readonly handOff?: HandOff | undefined;
  readonly who?: WaitedFor['who'] | undefined;
  readonly escalated?: boolean | undefined;
}

/** @returns the name of a list of open deadlines, in order of the moment they are due. */
export const deadlineList = ({ exercise, handOff, who, escalated }: DeadlineFilter): string =>
  [
    exercise ? 'exercise-deadline' : 'deadline',
    ...(escalated ? ['escalated'] : []),
    ...(handOff === undefined ? [] : ['hand-off', handOff]),
    ...(who === undefined ? [] : ['who', who]),
  ].join('/');

const isEscalated = ({ acted }: KeptDeadline): boolean => acted.some(({ act }) => act === 'escalate');

interface Subject {
  readonly kind: AggregateKind;
  readonly id: string;
  readonly exercise: boolean;
  /** Tells apart several things of the same id that wait for the same: messages of one conversation. */
  readonly part?: string;
}

const byDue = (left: KeptDeadline, right: KeptDeadline): number =>
  left.due < right.due ? -1 : left.due > right.due ? 1 : left.key < right.key ? -1 : 1;

const listingOf = (
  { part, ...subject }: Subject,
  handOff: HandOff,
  kept: readonly KeptDeadline[],
  open: readonly OpenDeadline[],
  filter: Omit<DeadlineFilter, 'exercise'>,
): readonly Listing[] => {
  const sorted = [...kept].sort(byDue);
  const [first] = sorted;
  if (!first) return [];
  const waiting = sorted.flatMap(({ acted, ...named }): Waiting[] => {
    const deadline = open.find((each) => each.handOff === handOff && isSameDeadline(each, { ...named, handOff }));
    if (!deadline) return [];
    const { handOff: _, ...rest } = deadline;
    return [{ ...rest, acted }];
  });
  return [
    {
      list: deadlineList({ exercise: subject.exercise, ...filter }),
      sort: `${first.due}#${subject.kind}#${subject.id}#${handOff}${part === undefined ? '' : `#${part}`}`,
      card: { ...subject, handOff, due: first.due, waiting } satisfies DeadlineCard,
    },
  ];
};

/**
 * @param kept where the rows stand follows from what the state's row remembers, so that they are found again when a city's table has
 * changed since.
 * @returns the rows of the board: each hand-off of the aggregate in the list of all, that of its kind, those of whom it waits for and,
 * once it was escalated, that of those.
 */
export const deadlineListings = (
  subject: Subject,
  kept: readonly KeptDeadline[],
  open: readonly OpenDeadline[],
): readonly Listing[] => {
  const handOffs = [...new Set(kept.map(({ handOff }) => handOff))];
  return handOffs.flatMap((handOff) => {
    const ofKind = kept.filter((each) => each.handOff === handOff);
    const listing = (some: readonly KeptDeadline[], filter: Omit<DeadlineFilter, 'exercise'>) =>
      listingOf(subject, handOff, some, open, filter);
    return [
      ...listing(ofKind, {}),
      ...listing(ofKind, { handOff }),
      ...[...new Set(ofKind.map(({ who }) => who))].flatMap((who) =>
        listing(
          ofKind.filter((each) => each.who === who),
          { who },
        ),
      ),
      ...listing(ofKind.filter(isEscalated), { escalated: true }),
    ];
  });
};
