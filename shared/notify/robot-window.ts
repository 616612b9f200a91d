import * as z from 'zod';
import type { Key } from '../data/store.ts';
import { ENTITY, keys } from '../data/table.ts';
import { InstantSchema } from '../domain/kernel/instant.ts';
import { ROBOT_MESSAGES_A_MINUTE } from './robots.ts';

/** When a robot was last used: as often as it may be in a minute. */
export const RobotWindowSchema = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  entity: z.literal(ENTITY.robotWindow),
  version: z.int().positive(),
  sent: z.array(InstantSchema).max(ROBOT_MESSAGES_A_MINUTE),
});
export type RobotWindow = z.infer<typeof RobotWindowSchema>;

/** @returns where a delivery stands in the list of those that wait for a robot. */
export const waitingKey = (wayId: string, deliveryId: string): Key =>
  keys.listing(`waiting-for-robot/${wayId}`, deliveryId);
