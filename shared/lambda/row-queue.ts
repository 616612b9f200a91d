import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import type { Pattern } from './event-pattern.ts';

/**
 * Tells a function of a new row of the table. The row is not in it, as rows may be larger than messages: who needs more than its
 * keys reads it. Notes of one partition come in the order in which its rows were written, and may come again.
 */
export const RowNoteSchema = z.strictObject({ pk: z.string(), sk: z.string() });
export type RowNote = z.infer<typeof RowNoteSchema>;

/** A note on its way, with an id that is the same each time it is sent. */
export interface SentNote {
  readonly id: string;
  readonly note: RowNote;
}

/** The queue of a function that is told of new rows. */
export interface RowQueue {
  /** The function's. */
  readonly name: string;
  /** Over records of the table's stream: a row is told of when any of them matches. */
  readonly filters: readonly Pattern[];
  /** Resolves once the queue has all of them; rejects when it may not. */
  send(notes: readonly SentNote[]): Promise<void>;
}

/** Works on what a function is told of new rows. @returns the partitions (`pk`) that have to come again; throwing is to return all. */
export type WorkOnRows = (notes: readonly RowNote[], context: Context) => Promise<ReadonlySet<string>>;

/**
 * @returns the handler of a function that is fed by a queue of row notes. Where a partition is to come again, all that this batch
 * tells of it does, so that its notes stay in order.
 */
export const onRows =
  (work: WorkOnRows) =>
  async ({ Records }: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const told = Records.map(({ messageId, body }: Pick<SQSRecord, 'messageId' | 'body'>) => ({
      messageId,
      note: RowNoteSchema.parse(JSON.parse(body)),
    }));
    const again = await work(
      told.map(({ note }) => note),
      context,
    );
    return {
      batchItemFailures: told
        .filter(({ note }) => again.has(note.pk))
        .map(({ messageId }) => ({ itemIdentifier: messageId })),
    };
  };
