import type { EventPattern } from 'aws-cdk-lib/aws-events';
import type { BusPattern } from '../../shared/exchange/routing.ts';

/** @returns a routing pattern in the words of the CDK. */
export const eventPattern = ({ source, detail }: BusPattern): EventPattern => ({
  ...(source && { source: [...source] }),
  detail: { to: [...detail.to] },
});
