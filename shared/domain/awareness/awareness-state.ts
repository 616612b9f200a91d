import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import type { Text } from '../kernel/text.ts';
import { AwarenessNoticeSchema } from './awareness-notice.ts';

/** Which end of an awareness notice a city is. */
export const AwarenessSideSchema = z.enum(['teller', 'told']).meta({ id: 'AwarenessSide' });
export type AwarenessSide = z.infer<typeof AwarenessSideSchema>;

const base = {
  id: z.uuid(),
  side: AwarenessSideSchema,
  teller: CityCodeSchema,
  told: CityCodeSchema,
  notice: AwarenessNoticeSchema,
  failures: z.array(MessageFailureSchema),
};

/** An awareness notice as one city holds it; the other holds the same under the same id. */
export const AwarenessStateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('in-effect'), ...base }),
  /** Stood down, or its time was up. */
  z.strictObject({ status: z.literal('over'), ...base, endedAt: InstantSchema, reason: z.string().optional() }),
  /** The partner's city refused the message, or it never got there. */
  z.strictObject({ status: z.literal('undelivered'), ...base }),
]);
export type AwarenessState = z.infer<typeof AwarenessStateSchema>;

/** Every status of an awareness notice, with what people read. */
export const AWARENESS_STATUSES = {
  'in-effect': { zh: '关注中', en: 'in effect' },
  over: { zh: '已解除', en: 'over' },
  undelivered: { zh: '未送达', en: 'not delivered' },
} as const satisfies Record<AwarenessState['status'], Text>;
export const AwarenessStatusSchema = z
  .enum(Object.keys(AWARENESS_STATUSES) as [AwarenessState['status'], ...AwarenessState['status'][]])
  .meta({ id: 'AwarenessStatus' });
