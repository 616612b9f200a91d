import * as z from 'zod';
import type { CityRules } from '../../domain/deadline/city-rules.ts';
import { DoneActSchema } from '../../domain/deadline/deadline-acted.ts';
import { HAND_OFFS } from '../../domain/deadline/hand-off.ts';
import { actsDone, type KeptDeadline } from '../../domain/deadline/kept-deadline.ts';
import { moverInWords } from '../../domain/deadline/mover-in-words.ts';
import { OpenDeadlineSchema, WaitedForSchema } from '../../domain/deadline/open-deadline.ts';
import {
  AGGREGATE_KINDS,
  type Aggregate,
  type AggregateKind,
  type DomainEvent,
} from '../../domain/kernel/aggregate.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { TextSchema } from '../../domain/kernel/text.ts';
import { spoken } from '../../reference/spoken.ts';

/** A hand-off that is waited for, with what the clock has done about it. */
const PendingHandOffSchema = z
  .strictObject({
    ...OpenDeadlineSchema.shape,
    handOffText: TextSchema,
    /** The request's own, or a mission's or task's that came of it. */
    of: z.strictObject({ kind: z.enum(AGGREGATE_KINDS), id: z.uuid() }),
    acted: z.array(DoneActSchema),
  })
  .meta({ id: 'PendingHandOff' });
type PendingHandOff = z.infer<typeof PendingHandOffSchema>;

/** What something waits for now, soonest first. */
export const PendingSchema = z
  .strictObject({
    /** Who must move next, and by when; absent when nobody must. */
    next: z
      .strictObject({ waitsFor: WaitedForSchema, who: TextSchema, what: TextSchema, due: InstantSchema })
      .optional(),
    handOffs: z.array(PendingHandOffSchema),
  })
  .meta({ id: 'Pending' });
export type Pending = z.infer<typeof PendingSchema>;

/** An aggregate as it was read, as far as its deadlines go. */
export interface Waiting<S, C, E extends DomainEvent> {
  readonly aggregate: Pick<Aggregate<S, C, E>, 'kind' | 'deadlines'>;
  readonly state: S;
  readonly row: { readonly id: string; readonly deadlines?: readonly KeptDeadline[] | undefined };
}

/** @returns what an aggregate waits for, soonest first, in words that people read. */
export const handOffsOf = <S, C, E extends DomainEvent>(
  { aggregate, state, row }: Waiting<S, C, E>,
  rules: CityRules,
): readonly PendingHandOff[] =>
  (aggregate.deadlines?.(state, rules) ?? []).map((open) => ({
    ...open,
    what: spoken(open.what),
    handOffText: HAND_OFFS[open.handOff],
    of: { kind: aggregate.kind satisfies AggregateKind, id: row.id },
    acted: [...actsDone(row.deadlines ?? [], open)],
  }));

const bySoonest = (one: PendingHandOff, other: PendingHandOff): number => {
  if (one.due !== other.due) return one.due < other.due ? -1 : 1;
  return one.key < other.key ? -1 : 1;
};

/** @returns them in order, with who must move next. */
export const pendingOf = (...handOffs: readonly PendingHandOff[]): Pending => {
  const sorted = [...handOffs].sort(bySoonest);
  const [first] = sorted;
  if (!first) return { handOffs: [] };
  const { waitsFor, what, due } = first;
  return { next: { waitsFor, who: spoken(moverInWords(waitsFor)), what, due }, handOffs: sorted };
};
