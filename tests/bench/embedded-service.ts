import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { createDesk, type Desk } from '../../scripts/walkthrough/desks.ts';
import { type Deployment, deploymentOf, embeddedDescription } from '../e2e/deployment.ts';
import type { ProcessorTime } from './processor-time.ts';

const START = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));
const PROGRAM = 'tests/bench/embedded-process.ts';

const ProcessorTimeSchema = z.object({ serviceMs: z.number(), engineMs: z.number() });
const ReadySchema = z.object({ url: z.string(), cities: z.array(z.string()) });

/** The embedded runtime in a process of its own, and people who work with it from this one. */
export interface EmbeddedService {
  readonly deployment: Deployment;
  readonly desk: Desk;
  processorTime(): Promise<ProcessorTime>;
  stop(): Promise<void>;
}

/** @throws Error when the service does not start. */
export const startService = async (): Promise<EmbeddedService> => {
  const child = fork(START, [PROGRAM], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [said] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  const { url, cities } = ReadySchema.parse(said);
  const deployment = deploymentOf(embeddedDescription(url, cities));
  return {
    deployment,
    desk: createDesk(deployment),
    processorTime: async () => {
      const answer = once(child, 'message');
      child.send('time');
      const [time] = await answer;
      return ProcessorTimeSchema.parse(time);
    },
    stop: async () => {
      const gone = once(child, 'exit');
      child.send('stop');
      await gone;
    },
  };
};
