import { join } from 'node:path';
import { v7 } from 'uuid';
import type { FunctionDefinition } from '../../functions/catalog-types.ts';
import { createEs256Signer } from '../../shared/exchange/es256.ts';
import { audienceOf } from '../../shared/http/person.ts';
import { GATEWAY_THROTTLE } from '../../shared/http/throttle.ts';
import { createAuthenticator, createTokenVerifier } from '../../shared/lambda/authenticator.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { type Placement, profileNamed } from '../cities.ts';
import { type LoadHandler, loadHandler } from './city/lambda-function.ts';
import { LocalCity } from './city/local-city.ts';
import { demoPeople } from './demo-people.ts';
import { type DataDirectory, openDataDirectory } from './engine/data-directory.ts';
import { type Engine, startEngine } from './engine/dynoxide.ts';
import { privateKeyFile } from './engine/key-file.ts';
import { Tables } from './engine/tables.ts';
import { FileLog } from './file-log.ts';
import { html } from './gateway/answer.ts';
import { CityGateway } from './gateway/city-gateway.ts';
import { DevelopmentRoutes } from './gateway/development-routes.ts';
import { LocalServer } from './gateway/local-server.ts';
import { RouteTable } from './gateway/route-table.ts';
import { TokenBucket } from './gateway/token-bucket.ts';
import { Oidc } from './identity/oidc.ts';
import { TokenIssuer } from './identity/token-issuer.ts';
import type { EventBus } from './messaging/event-bus.ts';
import { Links } from './messaging/links.ts';
import { RowTable } from './messaging/message-rows.ts';
import { indexPage } from './pages/index-page.ts';

/** The profile whose regions decide which links are bus to bus and which need the courier. */
const PROFILE = 'china';

export interface RuntimeOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** Everything is temporary without one. */
  readonly dataDirectory?: string;
  /** Default: the cities of the reference deployment. */
  readonly placements?: readonly Placement[];
  readonly catalog?: readonly FunctionDefinition[];
  readonly loadHandler?: LoadHandler;
  /** Default: the machine's. Tokens and retries go by the machine's clock in any case. */
  readonly clock?: Cell['clock'];
  /** Overrides the catalogue's schedules, seconds; 0 leaves them to `runSchedule`. */
  readonly scheduleSeconds?: number;
  /** Overrides what the gateways let through. */
  readonly throttle?: { readonly ratePerSecond: number; readonly burst: number };
  /** Told when the engine dies by itself. */
  readonly onEngineDeath?: (reason: string) => void;
}

/** All cities, running in this process. */
export interface Runtime {
  /** Without a slash at its end; a city's API is below it, at its code. */
  readonly url: string;
  readonly issuer: string;
  readonly logFile: string;
  readonly cities: ReadonlyMap<string, LocalCity>;
  readonly links: Links;
  /** Runs a scheduled function once in a city, or in all, and waits for it. */
  runSchedule(name: string, city?: string): Promise<void>;
  stop(): Promise<void>;
}

const newId = (): string => v7();

const SYSTEM_CLOCK: Cell['clock'] = { now: () => new Date().toISOString() };

/** What has been started so far, to be stopped in reverse order. */
class Started {
  private readonly stops: (() => Promise<void> | void)[] = [];

  add<T>(thing: T, stop: (thing: T) => Promise<void> | void): T {
    this.stops.push(() => stop(thing));
    return thing;
  }

  async stop(): Promise<void> {
    for (const stop of this.stops.splice(0).reverse()) await stop();
  }
}

/**
 * Starts every city's functions, wired as the catalogue says, in this process.
 * @throws StartupError when something of this machine is in the way.
 */
export const startRuntime = async (options: RuntimeOptions = {}): Promise<Runtime> => {
  const started = new Started();
  try {
    return await start(options, started);
  } catch (error) {
    await started.stop();
    throw error;
  }
};

const start = async (options: RuntimeOptions, started: Started): Promise<Runtime> => {
  const { placements = profileNamed(PROFILE).placements } = options;
  const catalog = options.catalog ?? (await import('../../functions/catalog.ts')).CATALOG;
  const directory = started.add(await openDataDirectory(options.dataDirectory), (each) => each.release());
  const logFile = join(directory.path, 'shouwang.log');
  const fileLog = started.add(new FileLog(logFile), (each) => each.close());
  const log = fileLog.of('runtime');
  const server = started.add(new LocalServer(log), (each) => each.close());
  const url = await server.listen(options.port ?? 0);
  const engine = started.add(await openEngine(directory, options, log), (each) => each.stop());
  const tables = started.add(new Tables(engine), (each) => each.close());

  const issuer = await TokenIssuer.of(`${url}/oidc`, privateKeyFile(join(directory.path, 'keys', 'issuer.pem'), 'RSA'));
  const openTable = async (name: string): Promise<RowTable> => {
    const table = new RowTable(await tables.open(name), newId);
    return started.add(table, ({ writer }) => writer.flush());
  };
  const rows = await openTable('shouwang-local');
  const links = new Links();
  const cities = new Map<string, LocalCity>();
  const busOf = (city: string): EventBus => {
    const found = cities.get(city);
    if (!found) throw new RangeError(`no city ${city}`);
    return found.bus;
  };
  for (const home of placements) {
    const tokens = { issuer: issuer.issuer, audience: audienceOf(home.city), keys: issuer.keys };
    const city = new LocalCity({
      home,
      peers: placements.filter(({ city }) => city !== home.city),
      catalog,
      loadHandler: options.loadHandler ?? loadHandler,
      table: await openTable(`shouwang-${home.city}`),
      rows,
      links,
      busOf,
      signer: createEs256Signer(privateKeyFile(join(directory.path, 'keys', `${home.city}.pem`), 'P-256')),
      authenticate: createAuthenticator(tokens),
      clock: options.clock ?? SYSTEM_CLOCK,
      log: fileLog.of(home.city),
      ...(options.scheduleSeconds !== undefined && { scheduleEveryMs: options.scheduleSeconds * 1000 }),
    });
    cities.set(home.city, city);
    const gateway = new CityGateway({
      routes: new RouteTable(catalog),
      functions: city.functions,
      throttle: new TokenBucket(options.throttle ?? GATEWAY_THROTTLE),
      verify: createTokenVerifier(tokens),
      log: fileLog.of(home.city),
    });
    server.mount(home.city, (message, path, query) =>
      gateway.answer({ city: home.city, requestId: newId(), message, path, query }),
    );
  }
  for (const city of cities.values()) await city.assemble();

  const people = demoPeople([...cities.keys()]);
  const oidc = new Oidc(issuer, people);
  const development = new DevelopmentRoutes({ cities, links });
  server.mount('oidc', (request, path, query) => oidc.answer(request, path, query));
  server.mount('_local', (request, path) => development.answer(request, path));
  server.mount('', async () => html(200, indexPage({ cities: [...cities.keys()], people, url })));
  for (const city of cities.values()) started.add(city, (each) => each.stop()).start();
  // Nobody is let in any more before the cities stop.
  started.add(server, (each) => each.close());
  server.open();

  return {
    url,
    issuer: issuer.issuer,
    logFile,
    cities,
    links,
    runSchedule: async (name, only) => {
      const chosen = [...cities.values()].filter(({ code }) => only === undefined || code === only);
      await Promise.all(chosen.map((city) => city.runSchedule(name)));
    },
    stop: () => started.stop(),
  };
};

const openEngine = (directory: DataDirectory, options: RuntimeOptions, log: Cell['log']): Promise<Engine> =>
  startEngine({
    ...(directory.database !== undefined && { directory: directory.database }),
    onDeath: (reason) => {
      log.error('the database engine died', { reason });
      options.onEngineDeath?.(reason);
    },
  });
