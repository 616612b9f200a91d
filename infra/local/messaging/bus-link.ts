import type { CityCode } from '../../../shared/domain/kernel/city-code.ts';
import { linkPattern } from '../../../shared/exchange/routing.ts';
import { RULE_TARGET } from '../../delivery.ts';
import { Consumer, doubling } from './consumer.ts';
import type { DurableQueue } from './durable-queue.ts';
import type { BusEvent, EventBus } from './event-bus.ts';
import { LinkCut, type Links } from './links.ts';

export interface BusLinkOptions {
  readonly from: CityCode;
  readonly to: CityCode;
  readonly own: EventBus;
  readonly peer: EventBus;
  readonly links: Links;
  /** Where events wait that the peer's bus did not take at once. */
  readonly queue: DurableQueue<BusEvent>;
  /** Takes events that it never took. */
  readonly giveUp: (events: readonly BusEvent[], reason: string) => Promise<void>;
  readonly onProblem: (problem: string, error?: unknown) => void;
}

const BACKOFF = doubling(200, 60_000);

/**
 * A rule of one city's bus whose target is another city's bus. EventBridge keeps what the target does not take and tries it
 * again for a day; so does this.
 */
export const addBusLink = (options: BusLinkOptions): Consumer<BusEvent> => {
  const { from, to, own, peer, links, queue, giveUp, onProblem } = options;
  const carry = async (event: BusEvent): Promise<void> => {
    links.pass(from, to);
    await peer.forward(event);
  };
  own.addRule({
    name: `to-${to}`,
    pattern: linkPattern(from, [to]),
    target: async (event) => {
      try {
        await carry(event);
      } catch (error) {
        if (!(error instanceof LinkCut)) onProblem(`link ${from} → ${to}`, error);
        await queue.send([event]);
      }
    },
  });
  links.onHealed((healedFrom, healedTo) => {
    if (healedFrom === from && healedTo === to) queue.hurry();
  });
  return new Consumer({
    queue,
    batchSize: 1,
    concurrency: 1,
    maximumFailures: RULE_TARGET.attempts,
    backoff: BACKOFF,
    giveUp: (messages, reason) =>
      giveUp(
        messages.map(({ body }) => body),
        reason,
      ),
    onProblem,
    work: async (batch) => {
      for (const { body } of batch) await carry(body);
      return undefined;
    },
  });
};
