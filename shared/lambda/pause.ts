import { setTimeout as wait } from 'node:timers/promises';

/**
 * Waits for about as long as it is told, milliseconds: half as long at least, half as long again at most. Two that were in each other's
 * way, and wait the same time, would be so again.
 */
export const pause = async (milliseconds: number): Promise<void> => {
  await wait(milliseconds * (0.5 + Math.random()));
};
