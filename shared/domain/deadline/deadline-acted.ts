import * as z from 'zod';
import type { DomainEvent } from '../kernel/aggregate.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { ClockActSchema } from './clock-act.ts';
import { OpenDeadlineSchema } from './open-deadline.ts';
import { ToldSchema } from './told.ts';

const acted = {
  act: ClockActSchema,
  /** The how-manieth act of its kind about this deadline: the second `escalate` is step 2. */
  step: z.int().min(1),
  at: InstantSchema,
  /** Whom an escalation told. */
  told: ToldSchema.optional(),
  /** It came too late to be of use, since a stronger act was due as well: recorded, and nobody was told. */
  passedOver: z.literal(true).optional(),
};

/** An act of the clock about a deadline, as the deadline remembers it. */
export const DoneActSchema = z.strictObject(acted).meta({ id: 'DoneAct' });
export type DoneAct = z.infer<typeof DoneActSchema>;

const { handOff, key, due } = OpenDeadlineSchema.shape;

/**
 * An act of the clock, as the ledger has it. It is an event of the service's and of no aggregate's: it stands in the aggregate's
 * ledger, in its chain, and leaves its state as it is.
 */
export const DeadlineActedSchema = z.strictObject({ type: z.literal('deadlineActed'), handOff, key, due, ...acted });
export type DeadlineActed = z.infer<typeof DeadlineActedSchema>;

/** The type of the ledger entries that no aggregate evolves by. */
export const DEADLINE_ACTED = DeadlineActedSchema.shape.type.value;

export const isDeadlineActed = (event: DomainEvent): event is DeadlineActed => event.type === DEADLINE_ACTED;
