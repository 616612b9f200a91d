import * as z from 'zod';
import type { Instant } from '../domain/kernel/instant.ts';

/** Where things end up that were given up: as messages to the city, as notes of new rows, as targets of rules, as events of functions. */
export const DEAD_LETTER_QUEUES = ['inbox', 'rows', 'undelivered', 'failed'] as const;
export type DeadLetterQueueName = (typeof DEAD_LETTER_QUEUES)[number];

/** What lies in a dead-letter queue, as it was given up. */
export interface DeadLetter {
  readonly at: Instant;
  readonly body: unknown;
  /** In the words of whatever gave it up. */
  readonly reason?: string;
}

/** What lies there: how many, and those among them that were looked at. */
export interface DeadLettersSeen {
  readonly count: number;
  readonly letters: readonly DeadLetter[];
}

/** What became of a redrive: how many went back, how many of them nobody needs any more, how many are still there. */
export interface Redriven {
  readonly putBack: number;
  readonly needless: number;
  readonly left: number;
}

/** The dead-letter queues of a city. */
export interface DeadLetters {
  look(queue: DeadLetterQueueName): Promise<DeadLettersSeen>;
  /** Puts back as many as one call has time for. */
  redrive(queue: DeadLetterQueueName): Promise<Redriven>;
}

/** Where each queue is, on AWS. */
export const DeadLetterAddressesSchema = z.strictObject({
  inbox: z.string().min(1),
  rows: z.string().min(1),
  undelivered: z.string().min(1),
  failed: z.string().min(1),
} satisfies Record<DeadLetterQueueName, z.ZodType>);
export type DeadLetterAddresses = z.infer<typeof DeadLetterAddressesSchema>;
