import { startEmbedded } from '../e2e/embedded-runtime.ts';
import { processorTime } from './processor-time.ts';

/**
 * The embedded runtime as a process of its own that lets everybody through, its clock looking once a minute as on AWS: says where
 * it is, and then, as often as it is asked, how much processor time it has taken; ends when it is told to.
 */
const UNTHROTTLED = { ratePerSecond: 1_000_000, burst: 1_000_000 };

const { runtime, stop } = await startEmbedded({ throttle: UNTHROTTLED, scheduleSeconds: 60 });
process.on('message', (asked) => {
  if (asked === 'stop') void stop().then(() => process.exit(0));
  else process.send?.(processorTime());
});
process.send?.({ url: runtime.url, cities: [...runtime.cities.keys()] });
