import { afterAll, expect } from 'vitest';
import { deploymentFromEnv } from './deployment.ts';
import { startEmbedded } from './embedded-runtime.ts';
import { describeAgreements } from './suite/agreements.ts';
import { describeMainJob } from './suite/main-job.ts';
import { describeRegistry } from './suite/registry.ts';

/** The whole suite, on the deployment that the environment names, or else on the embedded runtime. */
const named = deploymentFromEnv();
const embedded = named ? undefined : await startEmbedded();
const deployment = named ?? embedded?.deployment;
if (!deployment) throw new Error('there is neither a deployment nor an embedded runtime');

afterAll(async () => {
  const errors = embedded?.errors();
  await embedded?.stop();
  expect(errors ?? []).toEqual([]);
});

describeRegistry(deployment);
describeAgreements(deployment);
describeMainJob(deployment);
