import { SQSClient } from '@aws-sdk/client-sqs';
import type { DeadLetters } from '../exchange/dead-letters.ts';
import { readEnvironment } from './environment.ts';
import { publisherFromEnv } from './publisher-from-env.ts';
import { createSqsDeadLetters } from './sqs-dead-letters.ts';

/** @returns the city's dead-letter queues. */
export const deadLettersFromEnv = (): DeadLetters =>
  createSqsDeadLetters(new SQSClient(), readEnvironment('deadLetters').DEAD_LETTERS, publisherFromEnv());
