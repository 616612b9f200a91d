import { TABLE } from '../../../shared/data/table.ts';
import { MINUTE_MS } from '../../../shared/domain/kernel/instant.ts';
import type { Attach } from './attach.ts';

/**
 * The minute tick. Ticks at which the due index is empty are left out, all but a few: they change nothing, and there are thousands of
 * them in a quiet night.
 */
export const attachSchedule: Attach<'schedule'> = (host, name, { everyMinutes }) => {
  const { time, store } = host;
  const period = everyMinutes * MINUTE_MS;
  /** When the city's clock shows it; a drifting one is milliseconds off, and then the next tick finds it. */
  const momentOf = (shown: string): number => 2 * Date.parse(shown) - host.clockAt(Date.parse(shown));
  let planned = Number.POSITIVE_INFINITY;
  let callOff = (): void => undefined;

  const plan = (due: number): void => {
    const tick = Math.ceil(Math.max(due, time.now() + 1) / period) * period;
    if (tick >= planned) return;
    callOff();
    planned = tick;
    callOff = time.after(tick - time.now(), () => void run());
  };

  const planNext = async (): Promise<void> => {
    const { next } = await store.queryDue('9999', 1);
    if (next) plan(momentOf(next.dueAt));
  };

  const run = async (): Promise<void> => {
    planned = Number.POSITIVE_INFINITY;
    const at = new Date(time.now()).toISOString();
    await host.invoke(name, {
      id: at,
      time: at,
      source: 'aws.scheduler',
      'detail-type': 'Scheduled Event',
      detail: {},
    });
    await planNext();
  };

  // Who begins with rows has clocks already.
  time.after(0, () => void planNext());
  store.onChange(({ after }) => {
    const dueAt = after?.[TABLE.dueIndex.sortKey];
    if (typeof dueAt !== 'string') return;
    plan(momentOf(dueAt));
    // The tick may come before the index shows the row.
    const { slowestIndexMs } = host.weather();
    if (slowestIndexMs > 0) time.after(slowestIndexMs, () => void planNext());
  });
};
