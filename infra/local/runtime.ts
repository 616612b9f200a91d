import type { FunctionDefinition } from '../../functions/catalog-types.ts';
import { createEs256Signer } from '../../shared/exchange/es256.ts';
import { audienceOf } from '../../shared/http/person.ts';
import { GATEWAY_THROTTLE } from '../../shared/http/throttle.ts';
import { createAuthenticator, createTokenVerifier } from '../../shared/lambda/authenticator.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { createOutbound } from '../../shared/notify/open-outbound.ts';
import { type Placement, profileNamed } from '../cities.ts';
import { CONSOLE_CLIENT_ID, consoleSettings } from '../console/console-settings.ts';
import { type LoadHandler, loadHandler } from './city/lambda-function.ts';
import { LocalCity } from './city/local-city.ts';
import { DemoDirectory } from './demo-directory.ts';
import { demoPeople } from './demo-people.ts';
import { type Foundation, type FoundationOptions, layFoundation, UPLOADS } from './foundation.ts';
import { html } from './gateway/answer.ts';
import { CityGateway } from './gateway/city-gateway.ts';
import { DevelopmentRoutes } from './gateway/development-routes.ts';
import { RouteTable } from './gateway/route-table.ts';
import { TokenBucket } from './gateway/token-bucket.ts';
import { Oidc } from './identity/oidc.ts';
import type { EventBus } from './messaging/event-bus.ts';
import { Links } from './messaging/links.ts';
import type { RowTable } from './messaging/message-rows.ts';
import { ConsoleFiles } from './pages/console-files.ts';
import { indexPage } from './pages/index-page.ts';
import { Started } from './started.ts';
import { TestClock } from './test-clock.ts';

/** The profile whose regions decide which links are bus to bus and which need the courier. */
const PROFILE = 'china';

export interface RuntimeOptions extends FoundationOptions {
  /** Default: the cities of the reference deployment. */
  readonly placements?: readonly Placement[];
  readonly catalog?: readonly FunctionDefinition[];
  readonly loadHandler?: LoadHandler;
  /** Default: the machine's. It may be put forward below `/_local/clock`. Tokens and retries go by the machine's clock in any case. */
  readonly clock?: Cell['clock'];
  /** Overrides the catalogue's schedules, seconds; 0 leaves them to `runSchedule`. */
  readonly scheduleSeconds?: number;
  /** Lets people be told by plain HTTP and at private addresses, as in development. */
  readonly privateChannels?: boolean;
  /** Where the console was built to. Without it, the front page says which cities there are and who can sign in. */
  readonly consoleFiles?: string;
  /** Origins besides this one whose pages may call the APIs. Default: none. */
  readonly consoleOrigins?: readonly string[];
  /** Overrides what the gateways let through. */
  readonly throttle?: { readonly ratePerSecond: number; readonly burst: number };
}

/** All cities, running in this process. */
export interface Runtime {
  /** Without a slash at its end; a city's API is below it, at its code. */
  readonly url: string;
  /** Of the access tokens; its token endpoint is `/token` below it. */
  readonly issuer: string;
  readonly logFile: string;
  /** By code: each with its bus and its queues. */
  readonly cities: ReadonlyMap<string, LocalCity>;
  /** From city to city; may be cut and healed. */
  readonly links: Links;
  /** Runs a scheduled function once in a city, or in all, and waits for it. */
  runSchedule(name: string, city?: string): Promise<void>;
  stop(): Promise<void>;
}

const SYSTEM_CLOCK: Cell['clock'] = { now: () => new Date().toISOString() };

/** What every city is made with. */
interface Plan {
  readonly options: RuntimeOptions;
  readonly foundation: Foundation;
  readonly placements: readonly Placement[];
  readonly catalog: readonly FunctionDefinition[];
  readonly links: Links;
  readonly rows: RowTable;
  readonly busOf: (city: string) => EventBus;
  readonly clock: TestClock;
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
  const foundation = await layFoundation(options, started);
  const rows = await foundation.openTable('shouwang-local');
  const links = new Links();
  const cities = new Map<string, LocalCity>();
  const busOf = (city: string): EventBus => {
    const found = cities.get(city);
    if (!found) throw new RangeError(`no city ${city}`);
    return found.bus;
  };
  const clock = new TestClock(options.clock ?? SYSTEM_CLOCK, foundation.clockFile);
  const plan: Plan = { options, foundation, placements, catalog, links, rows, busOf, clock };
  for (const home of placements) cities.set(home.city, await openCity(plan, home));
  // Only now is every bus there that another city's link leads to.
  for (const city of cities.values()) await city.assemble();
  mountPages(foundation, cities, links, clock, options.consoleFiles);
  for (const city of cities.values()) started.add(city, (each) => each.stop()).start();
  // Nobody is let in any more before the cities stop.
  started.add(foundation.server, (each) => each.close()).open();
  return {
    url: foundation.url,
    issuer: foundation.issuer.issuer,
    logFile: foundation.logFile,
    cities,
    links,
    runSchedule: async (name, only) => {
      const chosen = [...cities.values()].filter(({ code }) => only === undefined || code === only);
      await Promise.all(chosen.map((city) => city.runSchedule(name)));
    },
    stop: () => started.stop(),
  };
};

/** Makes a city and mounts its API. */
const openCity = async (plan: Plan, home: Placement): Promise<LocalCity> => {
  const { options, foundation, placements, catalog, links, rows, busOf, clock } = plan;
  const { issuer, server, newId } = foundation;
  const tokens = { issuer: issuer.issuer, audience: audienceOf(home.city), keys: issuer.keys };
  const log = foundation.log.of(home.city);
  const city = new LocalCity({
    home,
    peers: placements.filter(({ city }) => city !== home.city),
    catalog,
    loadHandler: options.loadHandler ?? loadHandler,
    table: await foundation.openTable(`shouwang-${home.city}`),
    rows,
    links,
    busOf,
    signer: createEs256Signer(foundation.signingKey(home.city)),
    files: foundation.openFiles(home.city),
    secrets: foundation.openSecrets(home.city),
    outbound: createOutbound({ privateToo: options.privateChannels ?? false }),
    authenticate: createAuthenticator(tokens),
    clock: clock.of(home.city),
    log,
    ...(options.scheduleSeconds !== undefined && { scheduleEveryMs: options.scheduleSeconds * 1000 }),
  });
  const gateway = new CityGateway({
    routes: new RouteTable(catalog),
    functions: city.functions,
    throttle: new TokenBucket(options.throttle ?? GATEWAY_THROTTLE),
    verify: createTokenVerifier(tokens),
    log,
    ...(options.consoleOrigins && { origins: options.consoleOrigins }),
  });
  server.mount(home.city, (message, path, query) =>
    gateway.answer({ city: home.city, requestId: newId(), message, path, query }),
  );
  return city;
};

/** Mounts what belongs to no city: the front page, the issuer, and what is for development only. */
const mountPages = (
  { server, issuer, uploads, url, peopleFile }: Foundation,
  cities: ReadonlyMap<string, LocalCity>,
  links: Links,
  clock: TestClock,
  consoleFiles: string | undefined,
): void => {
  const codes = [...cities.keys()];
  const directory = new DemoDirectory(demoPeople(codes), peopleFile);
  const oidc = new Oidc(issuer, directory);
  const development = new DevelopmentRoutes({ cities, links, clock, directory });
  const front = async () => html(200, indexPage({ cities: codes, people: directory.people, url }));
  if (consoleFiles === undefined) server.mount('', front);
  else
    mountConsole(server, new ConsoleFiles(consoleFiles, () => consoleConfiguration(issuer.issuer, codes, directory)));
  server.mount('demo', front);
  server.mount('oidc', (request, path, query) => oidc.answer(request, path, query));
  server.mount('_local', (request, path) => development.answer(request, path));
  server.mount(UPLOADS, (request, path, query) => uploads.answer(request, path, query));
};

/** The page, what it must know of where it is, and whatever else was built. */
const mountConsole = (server: Foundation['server'], files: ConsoleFiles): void => {
  server.mount('', files.page);
  server.mount('console.json', files.settings);
  server.mountRest((_, path) => files.built(path));
};

/** What the console must know of this machine. */
const consoleConfiguration = (issuer: string, cities: readonly string[], { people }: DemoDirectory) => ({
  ...consoleSettings({ issuer, clientId: CONSOLE_CLIENT_ID, cities: cities.map((code) => ({ code, api: code })) }),
  demoPeople: people.map(({ id, title, city }) => ({ id, title, city })),
});
