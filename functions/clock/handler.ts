import type { ScheduledEvent } from 'aws-lambda';
import type { DuePage, Key } from '../../shared/data/store.ts';
import { CONVERSATIONS } from '../../shared/exchange/conversations/index.ts';
import type { ClockCell } from './clock-cell.ts';
import { ringClock } from './ring-clock.ts';

const PAGE = 100;
/** Clocks looked at at the same time. */
const ABREAST = 10;

/**
 * Looks at every promise and every unconfirmed message whose time has come, once a minute. One that fails is logged and looked
 * at again a minute later; it does not hold up the others.
 */
export const createHandler =
  (cell: ClockCell) =>
  async (_event: ScheduledEvent): Promise<{ readonly rung: number; readonly failed: number }> => {
    const now = cell.clock.now();
    let rung = 0;
    let failed = 0;
    let after: DuePage['next'];
    do {
      const page = await cell.store.queryDue(now, PAGE, after);
      const outcomes = await ringAll(cell, page.keys);
      rung += outcomes.filter(({ status }) => status === 'fulfilled').length;
      failed += outcomes.filter(({ status }) => status === 'rejected').length;
      after = page.next;
    } while (after);
    cell.log.info('looked at the clocks', { rung, failed });
    return { rung, failed };
  };

const ringAll = async (cell: ClockCell, keys: readonly Key[]): Promise<readonly PromiseSettledResult<void>[]> => {
  const outcomes: PromiseSettledResult<void>[] = [];
  for (let start = 0; start < keys.length; start += ABREAST) {
    const some = keys.slice(start, start + ABREAST);
    outcomes.push(...(await Promise.allSettled(some.map((key) => ringLogged(cell, key)))));
  }
  return outcomes;
};

const ringLogged = async (cell: ClockCell, key: Key): Promise<void> => {
  try {
    await ringClock(cell, CONVERSATIONS, key);
  } catch (error) {
    cell.log.error('a clock could not be settled', { key, error: error as Error });
    throw error;
  }
};
