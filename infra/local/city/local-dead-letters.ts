import type { DeadLetterQueueName, DeadLetters } from '../../../shared/exchange/dead-letters.ts';
import type { CityQueues, LocalDeadLetterQueue } from './city-queues.ts';

/** What the queues for what was given up are called in this process. */
export const LOCAL_DEAD_LETTERS: Readonly<Record<DeadLetterQueueName, LocalDeadLetterQueue>> = {
  inbox: 'inbox-dead-letters',
  rows: 'row-dead-letters',
  undelivered: 'undelivered',
  failed: 'failed',
};

/** @returns the dead-letter queues of a city that runs in this process. What goes back goes to the queue it came from. */
export const localDeadLetters = (queues: CityQueues): DeadLetters => {
  const of = (queue: DeadLetterQueueName) => queues.deadLetters[LOCAL_DEAD_LETTERS[queue]];
  return {
    look: async (queue) => ({
      count: of(queue).size,
      letters: of(queue)
        .messages()
        .map(({ sentAt, body, reason }) => ({
          at: new Date(sentAt).toISOString(),
          body: body.body,
          ...(reason === undefined ? {} : { reason }),
        })),
    }),
    redrive: async (queue) => {
      const putBack = await queues.redrive([LOCAL_DEAD_LETTERS[queue]]);
      return { putBack, needless: 0, left: of(queue).size };
    },
  };
};
