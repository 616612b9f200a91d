import { startEmbedded } from '../e2e/embedded-runtime.ts';

/**
 * The embedded runtime as a process of its own that lets everybody through, its clock looking once a minute as on AWS: says where
 * it is, and ends when it is told to.
 */
const UNTHROTTLED = { ratePerSecond: 1_000_000, burst: 1_000_000 };

const { runtime, stop } = await startEmbedded({ throttle: UNTHROTTLED, scheduleSeconds: 60 });
process.on('message', () => void stop().then(() => process.exit(0)));
process.send?.({ url: runtime.url, cities: [...runtime.cities.keys()] });
