import type * as z from 'zod';
import { storedAnswer } from '../../shared/data/idempotency.ts';
import type { DeadLetterQueueName } from '../../shared/exchange/dead-letters.ts';
import { RedrivenSchema } from '../../shared/http/routes/set-aside.ts';
import { QUEUE_MEANINGS } from '../../shared/http/views/dead-letters.ts';
import type { RouteInput, RouteOutput } from '../../shared/lambda/bound-route.ts';
import { acted } from './acted.ts';
import type { SetAsideCell } from './handler.ts';

type Input = RouteInput<{ readonly queue: DeadLetterQueueName }, unknown, unknown>;

/** Puts a queue's dead letters back, and keeps who had it done. What is put back twice is known as a repeat by whoever gets it. */
export const redrive = async (
  cell: SetAsideCell,
  input: Input,
): Promise<RouteOutput<z.infer<typeof RedrivenSchema>>> => {
  const { params, person, idempotency } = input;
  const known = idempotency && (await storedAnswer(cell.store, idempotency));
  if (known) return { body: RedrivenSchema.parse(known.body), stored: known };
  const { queue } = params;
  const redriven = await cell.deadLetters.redrive(queue);
  const body = { queue, ...redriven };
  const { zh, en } = QUEUE_MEANINGS[queue];
  const { putBack, needless, left } = redriven;
  await acted(cell, input, {
    text: {
      zh: `${person.name}已将死信移回重新处理：${zh}。移回${putBack}条，清除不再需要的${needless}条，尚余${left}条。`,
      en: `${person.name} had dead letters tried again: ${en}. ${putBack} put back, ${needless} no longer needed and removed, ${left} left.`,
    },
    subject: { kind: 'dead-letters', id: queue },
    answer: { status: 200, body },
  });
  return { body };
};
