import type { FunctionDefinition } from '../../../functions/catalog-types.ts';
import type { CityCode } from '../../../shared/domain/kernel/city-code.ts';
import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import type { Signer } from '../../../shared/exchange/ports.ts';
import type { FileStore } from '../../../shared/files/file-store.ts';
import type { Cell } from '../../../shared/lambda/cell.ts';
import { type LinkKind, linkBetween, type Placement } from '../../cities.ts';
import { addBusLink } from '../messaging/bus-link.ts';
import { busPublisher } from '../messaging/bus-publisher.ts';
import { ChangeLog } from '../messaging/change-log.ts';
import type { Consumer } from '../messaging/consumer.ts';
import { type BusEvent, EventBus } from '../messaging/event-bus.ts';
import type { Links } from '../messaging/links.ts';
import type { RowTable } from '../messaging/message-rows.ts';
import { CityQueues } from './city-queues.ts';
import { LambdaFunction, type LoadHandler } from './lambda-function.ts';
import { localCell, localCourier } from './local-cell.ts';
import { localDeadLetters } from './local-dead-letters.ts';
import { Schedule } from './schedule.ts';
import { attach, passesRowsOn, type Sources } from './triggers.ts';

export interface LocalCityOptions {
  readonly home: Placement;
  readonly peers: readonly Placement[];
  readonly catalog: readonly FunctionDefinition[];
  readonly loadHandler: LoadHandler;
  /** The city's table. */
  readonly table: RowTable;
  /** The runtime's own table, for queues. */
  readonly rows: RowTable;
  readonly links: Links;
  readonly busOf: (city: CityCode) => EventBus;
  readonly signer: Signer;
  readonly files: FileStore;
  readonly secrets: Cell['secrets'];
  readonly outbound: Cell['outbound'];
  readonly authenticate: Cell['authenticate'];
  readonly clock: Cell['clock'];
  readonly log: Cell['log'];
  /** Overrides the catalogue's schedules, milliseconds; 0 starts none. */
  readonly scheduleEveryMs?: number;
}

const NO_ACCOUNT = '000000000000';

/** Sorts behind every row's. */
const LAST_KEY = { pk: '~', sk: '~' };

/** One city's cell in this process: the parts its stack has on AWS, wired from the same catalogue. */
export class LocalCity {
  readonly code: CityCode;
  readonly bus: EventBus;
  readonly queues: CityQueues;
  readonly functions = new Map<string, LambdaFunction>();
  private readonly changes: ChangeLog;
  private readonly options: LocalCityOptions;
  private readonly consumers: Pick<Consumer<unknown>, 'start' | 'stop'>[] = [];
  private readonly schedules = new Map<string, Schedule>();

  constructor(options: LocalCityOptions) {
    const { home, rows } = options;
    this.options = options;
    this.code = home.city;
    this.queues = new CityQueues(home.city, rows);
    this.changes = new ChangeLog(options.table);
    this.bus = new EventBus({
      account: home.account ?? NO_ACCOUNT,
      region: home.region,
      newId: rows.newId,
      onProblem: this.onProblem,
    });
  }

  /** Loads the functions and wires them. Every city's bus must be there by now. */
  async assemble(): Promise<void> {
    const { catalog, loadHandler, rows } = this.options;
    const cell = this.cell();
    const sources = this.sources();
    for (const definition of catalog.filter((each) => !passesRowsOn(each))) {
      const createHandler = await loadHandler(definition.name);
      const fn = new LambdaFunction(definition, createHandler(cell), rows.newId);
      this.functions.set(definition.name, fn);
      attach(fn, sources);
    }
    for (const peer of this.peersBy('bus')) this.linkTo(peer);
    await this.queues.recover();
  }

  /** Begins to work on what is and what comes. */
  start(): void {
    for (const each of this.consumers) each.start();
    if (this.options.scheduleEveryMs !== 0) for (const each of this.schedules.values()) each.start();
  }

  /** Begins nothing new, and waits for what is under way. */
  async stop(): Promise<void> {
    await Promise.all([...this.schedules.values(), ...this.consumers].map((each) => each.stop()));
  }

  /**
   * Runs a scheduled function once, now, and waits for it.
   * @throws RangeError when no function of that name has a schedule.
   */
  async runSchedule(name: string): Promise<void> {
    const schedule = this.schedules.get(name);
    if (!schedule) throw new RangeError(`${name} has no schedule`);
    await schedule.runNow();
  }

  /** Runs every scheduled function once, now, and waits for them. */
  async runSchedules(): Promise<void> {
    await Promise.all([...this.schedules.values()].map((schedule) => schedule.runNow()));
  }

  /** @returns the first moment after `after`, up to `until`, at which something of the city is due. */
  async nextDue(after: Instant, until: Instant): Promise<Instant | undefined> {
    const { next } = await this.options.table.store.queryDue(until, 1, { ...LAST_KEY, dueAt: after });
    return next?.dueAt;
  }

  private readonly onProblem = (problem: string, error?: unknown): void => {
    this.options.log.warn(problem, error === undefined ? {} : { error: error as Error });
  };

  private peersBy(kind: LinkKind): readonly CityCode[] {
    const { home, peers } = this.options;
    return peers.filter(({ region }) => linkBetween(home.region, region) === kind).map(({ city }) => city);
  }

  private cell(): Cell {
    const { rows, links, busOf, signer, files, secrets, outbound, authenticate, clock, log } = this.options;
    return localCell({
      city: this.code,
      store: this.changes.store,
      publisher: busPublisher(this.bus),
      deadLetters: localDeadLetters(this.queues),
      courier: localCourier(this.code, this.peersBy('courier'), busOf, links),
      newId: rows.newId,
      signer,
      files,
      secrets,
      outbound,
      authenticate,
      clock,
      log,
    });
  }

  private sources(): Sources {
    return {
      city: this.code,
      bus: this.bus,
      queues: this.queues,
      changes: this.changes,
      courierPeers: this.peersBy('courier'),
      onProblem: this.onProblem,
      addConsumer: (consumer) => this.consumers.push(consumer),
      addSchedule: (fn, everyMinutes) => this.schedule(fn, everyMinutes),
    };
  }

  private schedule(fn: LambdaFunction, everyMinutes: number): void {
    const { scheduleEveryMs = everyMinutes * 60_000, rows, home } = this.options;
    const run = async (): Promise<void> => {
      const time = new Date().toISOString();
      try {
        await fn.invoke({
          version: '0',
          id: rows.newId(),
          source: 'aws.events',
          'detail-type': 'Scheduled Event',
          time,
          account: home.account ?? NO_ACCOUNT,
          region: home.region,
          resources: [],
          detail: {},
        });
      } catch (error) {
        this.onProblem(`schedule of ${fn.definition.name}`, error);
      }
    };
    this.schedules.set(fn.definition.name, new Schedule({ everyMs: scheduleEveryMs, run }));
  }

  private linkTo(to: CityCode): void {
    const { links, busOf } = this.options;
    const queue = this.queues.add<BusEvent>(`link-${to}`);
    const link = addBusLink({
      from: this.code,
      to,
      own: this.bus,
      peer: busOf(to),
      links,
      queue,
      onProblem: this.onProblem,
      giveUp: (events, reason) =>
        this.queues.deadLetters.undelivered.send(
          events.map((body) => ({ queue: queue.name, body })),
          reason,
        ),
    });
    this.consumers.push(link);
  }
}
