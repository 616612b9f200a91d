import { type FunctionDefinition, queueFiltersOf, type RowFilter } from '../../../functions/catalog-types.ts';
import type { RowNote, RowQueue } from '../../../shared/lambda/row-queue.ts';
import type { DurableQueue } from '../messaging/durable-queue.ts';
import type { CityQueues } from './city-queues.ts';

/** The queues by which one city's functions are told of new rows. What is sent twice comes twice: functions know a repeat. */
export class LocalRowQueues {
  /** As the function sees them that passes notes on. */
  readonly all: readonly RowQueue[];
  private readonly byName = new Map<string, DurableQueue<RowNote>>();

  constructor(catalog: readonly FunctionDefinition[], queues: CityQueues) {
    this.all = catalog.flatMap((definition) => {
      const filters = queueFiltersOf(definition);
      return filters.length === 0 ? [] : [this.add(definition.name, filters, queues)];
    });
  }

  /** @returns the queue of a function of that name. */
  of(name: string): DurableQueue<RowNote> {
    const found = this.byName.get(name);
    if (!found) throw new RangeError(`${name} is told of no rows`);
    return found;
  }

  private add(name: string, filters: readonly RowFilter[], queues: CityQueues): RowQueue {
    const queue = queues.add<RowNote>(`rows-${name}`);
    this.byName.set(name, queue);
    return {
      name,
      filters,
      send: async (notes) => {
        if (notes.length > 0) await queue.send(notes.map(({ note }) => note));
      },
    };
  }
}
