import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod';
import { DispatchSchema } from '../../shared/exchange/dispatch.ts';
import type { Dispatch } from '../../shared/exchange/ports.ts';
import type { Cell } from '../../shared/lambda/cell.ts';

/**
 * Carries messages to the buses of cities that bus → bus cannot reach. A failure to deliver is thrown, so that the rule's
 * retries, its dead-letter queue and at last the outbox's resending take over.
 */
export const createHandler =
  (cell: Pick<Cell, 'courier' | 'log'>) =>
  async (event: EventBridgeEvent<string, unknown>): Promise<void> => {
    const { to, envelope } = z.object({ detail: DispatchSchema }).parse(event).detail;
    const outcomes = await Promise.allSettled(to.map((city) => deliverTo(cell, city, { to: [city], envelope })));
    const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
    if (failed.length > 0)
      throw new AggregateError(
        failed.map(({ reason }) => reason),
        'not every bus took the message',
      );
  };

const deliverTo = async (
  { courier, log }: Pick<Cell, 'courier' | 'log'>,
  city: string,
  dispatch: Dispatch,
): Promise<void> => {
  await courier.deliver(city, dispatch);
  log.debug('carried', { city, messageId: dispatch.envelope.id });
};
