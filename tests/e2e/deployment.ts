import { readFileSync } from 'node:fs';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import * as z from 'zod';
import type { Role } from '../../shared/http/roles.ts';

/** How to put an event on a city's bus from outside, as a stranger would. */
const BusAccessSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('eventbridge'),
    name: z.string(),
    region: z.string(),
    endpoint: z.url().optional(),
  }),
  /** The embedded runtime's: POST of a JSON array of entries. */
  z.strictObject({ kind: z.literal('http'), url: z.url() }),
]);

/** A deployment as a file describes it: all the end-to-end suite knows of what it runs against. */
const DeploymentDescriptionSchema = z.strictObject({
  /** Issuer of tokens that knows the demo people; its token endpoint is `/token` below it. */
  issuer: z.url(),
  cities: z.array(z.strictObject({ code: z.string(), baseUrl: z.url(), bus: BusAccessSchema })).min(2),
});
export type DeploymentDescription = z.infer<typeof DeploymentDescriptionSchema>;

/** An entry as PutEvents takes it; `Detail` is JSON text. */
interface Entry {
  readonly Source: string;
  readonly DetailType: string;
  readonly Detail: string;
}

/** What the end-to-end suite runs against: cities with public APIs, and people who can sign in to them. */
export interface Deployment {
  /** Codes of the cities that are up, at least two. */
  readonly cities: readonly string[];
  /** @returns where a city's API is, without a slash at its end. */
  baseUrl(city: string): string;
  /** @returns a fresh access token of the demo person with that role in that city, and in that agency if one is named. */
  token(role: Role, city: string, agency?: string): Promise<string>;
  /** Puts events on a city's bus behind the back of its functions. */
  putEvents(city: string, entries: readonly Entry[]): Promise<void>;
}

/** Names the file with the {@link DeploymentDescription} that the suite runs against. */
export const DEPLOYMENT_VARIABLE = 'SHOUWANG_DEPLOYMENT';

/** Password of the demo people. */
const DEMO_PASSWORD = 'demo';

const answered = async (response: Response, what: string): Promise<Response> => {
  if (response.ok) return response;
  throw new Error(`${what}: ${response.status} ${await response.text()}`);
};

const signIn = async (issuer: string, username: string): Promise<string> => {
  const body = new URLSearchParams({ grant_type: 'password', username, password: DEMO_PASSWORD });
  const response = await answered(await fetch(`${issuer}/token`, { method: 'POST', body }), `sign-in of ${username}`);
  return z.object({ access_token: z.string() }).parse(await response.json()).access_token;
};

type City = DeploymentDescription['cities'][number];

const putOn = async ({ bus }: City, entries: readonly Entry[]): Promise<void> => {
  if (bus.kind === 'http') {
    const headers = { 'content-type': 'application/json' };
    await answered(await fetch(bus.url, { method: 'POST', headers, body: JSON.stringify(entries) }), 'put events');
    return;
  }
  const client = new EventBridgeClient({
    region: bus.region,
    ...(bus.endpoint !== undefined && { endpoint: bus.endpoint }),
  });
  const Entries = entries.map((entry) => ({ ...entry, EventBusName: bus.name }));
  const { FailedEntryCount } = await client.send(new PutEventsCommand({ Entries }));
  client.destroy();
  if (FailedEntryCount) throw new Error(`the bus refused ${FailedEntryCount} entries`);
};

/** @returns the deployment that a description describes. */
export const deploymentOf = ({ issuer, cities }: DeploymentDescription): Deployment => {
  const city = (code: string): City => {
    const found = cities.find((each) => each.code === code);
    if (found === undefined) throw new RangeError(`no city ${code} in this deployment`);
    return found;
  };
  return {
    cities: cities.map(({ code }) => code),
    baseUrl: (code) => city(code).baseUrl,
    token: (role, code, agency) =>
      signIn(issuer, `${role}@${city(code).code}${agency === undefined ? '' : `/${agency}`}`),
    putEvents: (code, entries) => putOn(city(code), entries),
  };
};

/** @returns the description of the embedded runtime that answers at `url`. */
export const embeddedDescription = (url: string, cities: readonly string[]): DeploymentDescription => ({
  issuer: `${url}/oidc`,
  cities: cities.map((code) => ({
    code,
    baseUrl: `${url}/${code}`,
    bus: { kind: 'http', url: `${url}/_local/${code}/events` },
  })),
});

/**
 * @returns the description named in `SHOUWANG_DEPLOYMENT`, or `undefined` when none is.
 * @throws Error when the file is missing or malformed.
 */
export const readDeploymentDescription = (): DeploymentDescription | undefined => {
  const file = process.env[DEPLOYMENT_VARIABLE];
  return file ? DeploymentDescriptionSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
};

/**
 * @returns the deployment named in `SHOUWANG_DEPLOYMENT`, or `undefined` when none is: then the suite starts the embedded
 * runtime for itself.
 */
export const deploymentFromEnv = (): Deployment | undefined => {
  const description = readDeploymentDescription();
  return description && deploymentOf(description);
};
