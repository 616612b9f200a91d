import { batchesOf, EntriesRefused } from '../../../shared/exchange/eventbridge-publisher.ts';
import type { Publisher } from '../../../shared/exchange/ports.ts';
import { busEntry } from '../../../shared/exchange/routing.ts';
import type { EventBus } from './event-bus.ts';

/** @returns the publisher on a bus of this process; as on EventBridge, it throws {@link EntriesRefused}. */
export const busPublisher = (bus: Pick<EventBus, 'putEvents'>): Publisher => ({
  publish: async (dispatches) => {
    const entries = dispatches.map((dispatch) => {
      const { source, detailType, detail } = busEntry(dispatch);
      return { Source: source, DetailType: detailType, Detail: detail };
    });
    for (const batch of batchesOf(entries)) {
      const { FailedEntryCount, Entries } = await bus.putEvents(batch);
      if (FailedEntryCount > 0)
        throw new EntriesRefused(
          Entries.flatMap(({ ErrorCode, ErrorMessage }) => (ErrorCode ? [`${ErrorCode} ${ErrorMessage}`] : [])),
        );
    }
  },
});
