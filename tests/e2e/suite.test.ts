import { afterAll, expect } from 'vitest';
import { deploymentFromEnv } from './deployment.ts';
import { startEmbedded } from './embedded-runtime.ts';
import { describeAgencyTasks } from './suite/agency-tasks.ts';
import { describeAgreements } from './suite/agreements.ts';
import { describeAnswers } from './suite/answers.ts';
import { describeDuty } from './suite/duty.ts';
import { describeExperts } from './suite/experts.ts';
import { describeLedgers } from './suite/ledgers.ts';
import { describeLookup } from './suite/lookup.ts';
import { describeMainJob } from './suite/main-job.ts';
import { describeMessages } from './suite/messages.ts';
import { describeOffersAndQuestions } from './suite/offers-and-questions.ts';
import { describePackages } from './suite/packages.ts';
import { describePlans } from './suite/plans.ts';
import { describeRefusedCalls } from './suite/refused-calls.ts';
import { describeRefusedMessages } from './suite/refused-messages.ts';
import { describeRegistry } from './suite/registry.ts';
import { describeRequests } from './suite/requests.ts';
import { describeStock } from './suite/stock.ts';
import { describeWarnings } from './suite/warnings.ts';

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
describeStock(deployment);
describePackages(deployment);
describeExperts(deployment);
describeDuty(deployment);
describePlans(deployment);
describeLookup(deployment);
describeWarnings(deployment);
describeAgencyTasks(deployment);
describeAgreements(deployment);
describeMainJob(deployment);
describeRequests(deployment);
describeAnswers(deployment);
describeOffersAndQuestions(deployment);
describeMessages(deployment);
describeLedgers(deployment);
describeRefusedMessages(deployment);
describeRefusedCalls(deployment);
