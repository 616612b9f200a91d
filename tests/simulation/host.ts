import type { Context } from 'aws-lambda';
import type { FunctionDefinition } from '../../functions/catalog-types.ts';
import type { CreateHandler, Handler } from '../../infra/local/city/lambda-function.ts';
import { createMemoryStore, type MemoryStore } from '../../shared/data/memory-store.ts';
import type { Item, Store } from '../../shared/data/store.ts';
import type { Publisher } from '../../shared/exchange/ports.ts';
import { createMemoryFileStore } from '../../shared/files/memory-file-store.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { memorySecrets, noDeadLetters, noOutbound, testSigner, testVerifier } from '../builders/test-cell.ts';
import { createFaultyStore } from './faulty-store.ts';
import { createIncarnation, type Incarnation } from './incarnation.ts';
import type { CityNetwork } from './network.ts';
import { personOf } from './people.ts';
import type { Random } from './random.ts';
import { createRowQueues, type SimulatedRowQueue } from './row-queues.ts';
import type { Trace } from './trace.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { Weather } from './weather.ts';

export interface DeployedFunction {
  readonly definition: FunctionDefinition;
  readonly createHandler: CreateHandler;
}

/** Something of the service switched off, to see whether anybody notices. */
export interface Sabotage {
  readonly store?: (store: Store) => Store;
  readonly publisher?: (publisher: Publisher) => Publisher;
}

/** What the cities of one world share. */
interface Surroundings {
  readonly time: VirtualTime;
  readonly trace: Trace;
  readonly weather: () => Weather;
  readonly functions: readonly DeployedFunction[];
  readonly sabotage: Sabotage;
}

export interface HostOptions extends Surroundings {
  readonly city: string;
  readonly random: Random;
  readonly network: CityNetwork;
  readonly rows: readonly Item[];
  /** What the city's clock shows at a moment, both in milliseconds since 1970. */
  readonly clockAt: (moment: number) => number;
}

type Outcome = { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly why: string };

/** A city's installation: its table, and the process in which its functions run. */
export interface Host extends HostOptions {
  readonly store: MemoryStore;
  /** Of the functions that are told of new rows; they outlive the process. */
  readonly rowQueues: readonly SimulatedRowQueue[];
  /** Runs a function until it answers, its time is up, or the process dies. */
  invoke(name: string, event: unknown): Promise<Outcome>;
  /** Everything that runs stops where it is; the next invocation starts from the table alone. */
  crash(): void;
}

const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** A uuid v7 of this moment. */
const uuid = (at: number, random: Random): string => {
  const time = at.toString(16).padStart(12, '0');
  const variant = random.between(8, 11).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.hex(3)}-${variant}${random.hex(3)}-${random.hex(12)}`;
};

const cellOf = (
  options: HostOptions,
  memory: Store,
  rowQueues: readonly SimulatedRowQueue[],
  incarnation: Incarnation,
): Cell => {
  const { city, time, random, network, clockAt, sabotage } = options;
  const now = (): number => clockAt(time.now());
  const faulty = createFaultyStore(memory, { ...options, incarnation, who: city });
  const publisher: Publisher = {
    publish: (dispatches) => incarnation.whileAlive(network.publisher.publish(dispatches)),
  };
  return {
    city,
    dutyRoom: { name: `${city}值班室`, telephone: `+86 000 000 ${city}` },
    staleAfterDays: 180,
    store: sabotage.store?.(faulty) ?? faulty,
    files: createMemoryFileStore(),
    clock: { now: () => new Date(now()).toISOString() },
    newId: () => uuid(now(), random),
    newSecret: () => random.hex(43),
    signer: testSigner(city),
    verifier: testVerifier,
    publisher: sabotage.publisher?.(publisher) ?? publisher,
    rowQueues: rowQueues.map((queue) => ({ ...queue, send: (notes) => incarnation.whileAlive(queue.send(notes)) })),
    deadLetters: noDeadLetters,
    courier: { deliver: (to, dispatch) => incarnation.whileAlive(network.courier.deliver(to, dispatch)) },
    secrets: memorySecrets(),
    outbound: noOutbound,
    authenticate: async (authorization) => personOf(authorization),
    log: SILENT,
    pause: (milliseconds) => incarnation.whileAlive(time.wait(milliseconds)),
  };
};

export const createHost = (options: HostOptions): Host => {
  const { city, time, trace, random, weather, functions } = options;
  const store = createMemoryStore({
    now: time.now,
    rows: options.rows,
    dueIndexLag: () => random.between(0, weather().slowestIndexMs),
  });
  const rowQueues = createRowQueues(options);
  let incarnation = createIncarnation();
  let handlers = new Map<string, Handler>();

  const handlerOf = ({ definition, createHandler }: DeployedFunction): Handler => {
    const handler = handlers.get(definition.name) ?? createHandler(cellOf(options, store, rowQueues, incarnation));
    handlers.set(definition.name, handler);
    return handler;
  };

  const run = (deployed: DeployedFunction, event: unknown): Promise<Outcome> =>
    new Promise((resolve) => {
      const { name, timeoutSeconds } = deployed.definition;
      const end = (outcome: Outcome): void => {
        forgetDeath();
        callOff();
        if (!outcome.ok) trace.note(city, `${name} failed: ${outcome.why}`);
        resolve(outcome);
      };
      const forgetDeath = incarnation.onDeath(() => end({ ok: false, why: 'crashed' }));
      const callOff = time.after(timeoutSeconds * 1000, () => end({ ok: false, why: 'timed out' }));
      // No remaining time in the context: middleware would set a real timer by it.
      handlerOf(deployed)(event, {} as Context).then(
        (result) => end({ ok: true, result }),
        (error: unknown) => end({ ok: false, why: String(error) }),
      );
    });

  return {
    ...options,
    store,
    rowQueues,
    invoke: async (name, event) => {
      const deployed = functions.find(({ definition }) => definition.name === name);
      if (!deployed) throw new RangeError(`no function ${name}`);
      return run(deployed, event);
    },
    crash: () => {
      trace.note(city, 'crashes');
      handlers = new Map();
      const dying = incarnation;
      incarnation = createIncarnation();
      dying.kill();
    },
  };
};
