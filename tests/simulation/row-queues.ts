import { queueFiltersOf } from '../../functions/catalog-types.ts';
import type { RowNote, RowQueue } from '../../shared/lambda/row-queue.ts';
import type { HostOptions } from './host.ts';

/** A queue as SQS has it: it is there when the process dies, and tells whoever listens of what it takes. */
export interface SimulatedRowQueue extends RowQueue {
  onSent(listener: (notes: readonly RowNote[]) => void): void;
}

type Surroundings = Pick<HostOptions, 'functions' | 'random' | 'weather' | 'time'>;

/** A queue refuses at times, before it takes anything or afterwards. */
class NotTaken extends Error {}

const createQueue = (
  { random, weather, time }: Surroundings,
  description: Pick<RowQueue, 'name' | 'filters'>,
): SimulatedRowQueue => {
  const listeners: ((notes: readonly RowNote[]) => void)[] = [];
  const fails = (): boolean => random.chance(weather().repeatedMessage / 2);
  return {
    ...description,
    onSent: (listener) => void listeners.push(listener),
    send: async (notes) => {
      if (notes.length === 0) return;
      await time.wait(random.between(0, 20));
      if (fails()) throw new NotTaken('before');
      for (const listener of listeners) listener(notes.map(({ note }) => note));
      if (fails()) throw new NotTaken('after');
    },
  };
};

/** @returns the queues of a city's functions that are told of new rows. */
export const createRowQueues = (surroundings: Surroundings): readonly SimulatedRowQueue[] =>
  surroundings.functions.flatMap(({ definition }) => {
    const filters = queueFiltersOf(definition);
    return filters.length === 0 ? [] : [createQueue(surroundings, { name: definition.name, filters })];
  });
