import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { createEventBridgePublisher } from '../exchange/eventbridge-publisher.ts';
import type { Publisher } from '../exchange/ports.ts';
import { readEnvironment } from './environment.ts';

/** @returns the city's own bus. */
export const publisherFromEnv = (): Publisher =>
  createEventBridgePublisher({ client: new EventBridgeClient(), busName: readEnvironment('bus').EVENT_BUS_NAME });
