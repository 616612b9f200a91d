import {
  type FunctionDefinition,
  queueFiltersOf,
  type RowFilter,
  type Trigger,
} from '../../../functions/catalog-types.ts';
import type { CityCode } from '../../../shared/domain/kernel/city-code.ts';
import { type BusPattern, inboxPattern, linkPattern } from '../../../shared/exchange/routing.ts';
import type { RowNote } from '../../../shared/lambda/row-queue.ts';
import type { Stream } from '../messaging/change-log.ts';
import type { Consumer } from '../messaging/consumer.ts';
import type { DurableQueue } from '../messaging/durable-queue.ts';
import type { BusEvent, EventBus } from '../messaging/event-bus.ts';
import type { CityQueues } from './city-queues.ts';
import { asynchronousSource, inboxSource, rowQueueSource, streamSource } from './event-sources.ts';
import type { LambdaFunction } from './lambda-function.ts';

/** What sets a city's functions going. */
export interface Sources {
  readonly city: CityCode;
  readonly bus: EventBus;
  readonly queues: CityQueues;
  readonly streams: readonly Stream[];
  /** The queue of a function that is told of new rows, by its name. */
  readonly rowQueueOf: (name: string) => DurableQueue<RowNote>;
  /** Cities that only the courier reaches. */
  readonly courierPeers: readonly CityCode[];
  readonly onProblem: (problem: string, error?: unknown) => void;
  readonly addConsumer: (consumer: Pick<Consumer<unknown>, 'start' | 'stop'>) => void;
  readonly addSchedule: (fn: LambdaFunction, everyMinutes: number) => void;
}

/** @returns the queue that a rule of the city's bus fills. */
const queueOfRule = ({ queues, bus }: Sources, name: string, pattern: BusPattern): DurableQueue<BusEvent> => {
  const queue = queues.add<BusEvent>(name);
  bus.addRule({ name, pattern, target: (event) => queue.send([event]) });
  return queue;
};

type Attach<K extends Trigger['kind']> = (
  fn: LambdaFunction,
  trigger: Extract<Trigger, { kind: K }>,
  sources: Sources,
) => void;

const ATTACH: { readonly [K in Trigger['kind']]: Attach<K> } = {
  'table-stream': (fn, { filter }, { streams, queues, onProblem, addConsumer }) => {
    for (const stream of streams.filter((each) => each.name === fn.definition.name && each.filter === filter))
      addConsumer(streamSource({ fn, queue: stream.queue, deadLetters: queues.deadLetters.failed, onProblem }));
  },
  'row-queue': (fn, { filter }, { rowQueueOf, queues, onProblem, addConsumer }) => {
    // One queue for all filters of a function.
    if (queueFiltersOf(fn.definition)[0] !== filter) return;
    const deadLetters = queues.deadLetters['row-dead-letters'];
    addConsumer(rowQueueSource({ fn, queue: rowQueueOf(fn.definition.name), deadLetters, onProblem }));
  },
  'inbox-queue': (fn, _trigger, sources) => {
    const queue = queueOfRule(sources, 'inbox', inboxPattern(sources.city));
    const deadLetters = sources.queues.deadLetters['inbox-dead-letters'];
    sources.addConsumer(inboxSource({ fn, queue, deadLetters, onProblem: sources.onProblem }));
  },
  'courier-links': (fn, _trigger, sources) => {
    const { city, courierPeers, queues, onProblem } = sources;
    if (courierPeers.length === 0) return;
    const queue = queueOfRule(sources, fn.definition.name, linkPattern(city, courierPeers));
    sources.addConsumer(asynchronousSource({ fn, queue, deadLetters: queues.deadLetters.failed, onProblem }));
  },
  schedule: (fn, { everyMinutes }, { addSchedule }) => addSchedule(fn, everyMinutes),
};

const attachOne = <K extends Trigger['kind']>(
  fn: LambdaFunction,
  trigger: Extract<Trigger, { kind: K }>,
  sources: Sources,
): void => ATTACH[trigger.kind as K](fn, trigger, sources);

/** Wires what sets a function going, as the catalogue says. */
export const attach = (fn: LambdaFunction, sources: Sources): void => {
  for (const trigger of fn.definition.triggers) attachOne(fn, trigger, sources);
};

/** @returns the filters of the streams that a function listens to. */
export const streamFilters = ({ triggers }: FunctionDefinition): readonly RowFilter[] =>
  triggers.flatMap((trigger) => (trigger.kind === 'table-stream' ? [trigger.filter] : []));
