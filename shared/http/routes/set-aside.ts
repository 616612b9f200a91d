import * as z from 'zod';
import { READERS } from '../roles.ts';
import { route } from '../route.ts';
import { DeadLetterQueueSchema, DeadLettersViewSchema } from '../views/dead-letters.ts';
import { QuarantinedMessageSchema } from './duty-room.ts';

/** What became of having a queue tried again. */
export const RedrivenSchema = z
  .strictObject({
    queue: DeadLetterQueueSchema,
    /** How many are on their way again. */
    putBack: z.int().min(0),
    /** How many nobody needs any more, and are gone. */
    needless: z.int().min(0),
    /** How many are still there: a call puts back 200 at most. */
    left: z.int().min(0),
  })
  .meta({ id: 'Redriven' });

/** What was set aside because it could not be worked on, and having it tried again. */
export const setAsideRoutes = {
  listDeadLetters: route({
    operationId: 'listDeadLetters',
    method: 'GET',
    path: '/v1/dead-letters',
    tag: 'set-aside',
    summary: {
      zh: '死信队列：数量、起始时间与原因',
      en: 'What lies in the dead-letter queues: how many, since when, why',
    },
    access: READERS,
    success: { status: 200, body: z.strictObject({ items: z.array(DeadLettersViewSchema) }) },
  }),
  redriveDeadLetters: route({
    operationId: 'redriveDeadLetters',
    method: 'POST',
    path: '/v1/dead-letters/{queue}/redrive',
    tag: 'set-aside',
    summary: { zh: '将死信移回重新处理', en: 'Have what lies in a dead-letter queue tried again' },
    access: ['administrator'],
    params: z.strictObject({ queue: DeadLetterQueueSchema }),
    success: { status: 200, body: RedrivenSchema },
  }),
  retryQuarantined: route({
    operationId: 'retryQuarantined',
    method: 'POST',
    path: '/v1/quarantine/{quarantineId}/retry',
    tag: 'set-aside',
    summary: { zh: '重新接收被隔离的消息', en: 'Have a quarantined message come in again' },
    access: ['administrator'],
    params: z.strictObject({ quarantineId: z.uuid() }),
    success: { status: 202, body: QuarantinedMessageSchema },
  }),
} as const;
