import { startRuntime } from '../../../infra/local/runtime.ts';
import { loadPostOffice, POST_OFFICE } from './post-office.ts';

/** A post office in a process of its own, to be killed: `node --import tsx crash-child.ts <port> <data directory>`. */
const [port = '0', dataDirectory = ''] = process.argv.slice(2);

const runtime = await startRuntime({
  port: Number(port),
  dataDirectory,
  catalog: POST_OFFICE,
  loadHandler: loadPostOffice,
  scheduleSeconds: 0,
  throttle: { ratePerSecond: 10_000, burst: 10_000 },
});

console.log(runtime.url);
