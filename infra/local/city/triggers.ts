import { type FunctionDefinition, queueFiltersOf, type Trigger } from '../../../functions/catalog-types.ts';
import type { CityCode } from '../../../shared/domain/kernel/city-code.ts';
import { type BusPattern, inboxPattern, linkPattern } from '../../../shared/exchange/routing.ts';
import { AS_NOTE, AS_RECORD, type ChangeLog } from '../messaging/change-log.ts';
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
  readonly changes: ChangeLog;
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
  'table-stream': (fn, { filter }, { changes, queues, onProblem, addConsumer }) => {
    const queue = queues.adopt(changes.follow(`stream-${fn.definition.name}`, [filter], AS_RECORD));
    addConsumer(streamSource({ fn, queue, deadLetters: queues.deadLetters.failed, onProblem }));
  },
  'row-queue': (fn, { filter }, { changes, queues, onProblem, addConsumer }) => {
    const filters = queueFiltersOf(fn.definition);
    // One queue for all filters of a function.
    if (filters[0] !== filter) return;
    const queue = queues.adopt(changes.follow(`rows-${fn.definition.name}`, filters, AS_NOTE));
    addConsumer(rowQueueSource({ fn, queue, deadLetters: queues.deadLetters['row-dead-letters'], onProblem }));
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

/** Whether a function only passes on what the table's stream tells: here the store itself tells the queues of those who follow it. */
export const passesRowsOn = ({ rights }: Pick<FunctionDefinition, 'rights'>): boolean =>
  rights.includes('row-queues:send');
