import { Stack } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { FunctionDefinition } from '../functions/catalog-types.ts';
import { environmentOf } from '../shared/lambda/environment.ts';
import { dutyRoomOf, type Placement, type Profile, staleAfterDaysIn } from './cities.ts';
import { Alarms } from './constructs/alarms.ts';
import { CityBus } from './constructs/city-bus.ts';
import { CityFiles } from './constructs/city-files.ts';
import { CityFunction } from './constructs/city-function.ts';
import { deadLetters } from './constructs/city-queue.ts';
import { CityTable } from './constructs/city-table.ts';
import { type CityThings, grant } from './constructs/grants.ts';
import { Inbox } from './constructs/inbox.ts';
import { Links } from './constructs/links.ts';
import { secretsPrefix } from './constructs/names.ts';
import { RowQueues } from './constructs/row-queues.ts';
import { SigningKey } from './constructs/signing-key.ts';
import { attach, type Sources } from './constructs/triggers.ts';
import { cellStackProps, tell } from './stacks.ts';

export interface CityStackProps {
  readonly profile: Profile;
  readonly home: Placement;
  readonly catalog: readonly FunctionDefinition[];
  /** @returns the bundle of a function. */
  readonly codeOf: (functionName: string) => Code;
}

/** One city's cell but for its HTTP API: all it needs to ask for help and to give it, and nothing of any other city. */
export class CityStack extends Stack {
  /** Host name of the bucket to which browsers upload files. */
  readonly uploads: string;

  constructor(scope: Construct, id: string, props: CityStackProps) {
    const { profile, home, catalog } = props;
    const keep = !profile.emulated;
    super(scope, id, cellStackProps(home, 'the cell', keep));
    const peers = profile.placements.filter(({ city }) => city !== home.city);

    const { table } = new CityTable(this, 'Table', { keep });
    const { key } = new SigningKey(this, 'SigningKey', {
      city: home.city,
      keep,
      nextKeyArn: home.signingKeyArn,
    });
    const { bus } = new CityBus(this, 'Bus', { home, peers });
    const undelivered = deadLetters(this, 'Undelivered');
    const failed = deadLetters(this, 'Failed');
    const links = new Links(this, 'Links', { home, peers, bus, undelivered });
    const inbox = new Inbox(this, 'Inbox', {
      city: home.city,
      bus,
      undelivered,
      timeoutSeconds: longestTimeout(catalog),
    });

    const rowQueues = new RowQueues(this, 'Rows', { catalog });

    const { bucket: files } = new CityFiles(this, 'Files', { keep });
    this.uploads = files.bucketRegionalDomainName;

    const things: CityThings = {
      table,
      key,
      bus,
      files,
      rowQueues: rowQueues.all,
      inbox: inbox.queue,
      deadLetters: { inbox: inbox.deadLetters, rows: rowQueues.deadLetters, undelivered, failed },
      secretsPrefix: secretsPrefix(home.city),
      courierTargets: links.courierTargets,
    };
    const sources: Sources = {
      city: home.city,
      table,
      inbox: inbox.queue,
      rowQueues,
      bus,
      courierPeers: links.courierPeers,
      undelivered,
      failed,
    };
    const functions = catalog.map((definition) => this.addFunction(definition, props, things, sources));
    const { topic } = new Alarms(this, 'Alarms', {
      city: home.city,
      functions,
      inboxDeadLetters: inbox.deadLetters,
      rowQueues,
      undelivered,
      failed,
    });
    tell(this, { BusName: bus.eventBusName, AlarmTopic: topic.topicArn });
  }

  private addFunction(definition: FunctionDefinition, props: CityStackProps, things: CityThings, sources: Sources) {
    const { home, profile } = props;
    const added = new CityFunction(this, definition.name, {
      city: home.city,
      region: home.region,
      definition,
      code: props.codeOf(definition.name),
      environment: environmentFor(definition, home, profile),
      keep: !profile.emulated,
    });
    for (const right of definition.rights) grant(right, things, added.fn);
    attach(added, sources);
    return added;
  }
}

/** What a function is told besides what its rights bring along. */
const environmentFor = (
  { routes }: FunctionDefinition,
  { city }: Placement,
  { issuer }: Profile,
): Record<string, string> => {
  const dutyRoom = dutyRoomOf(city);
  return {
    ...environmentOf('city', {
      CITY_CODE: city,
      DUTY_ROOM_NAME: dutyRoom.name,
      DUTY_ROOM_TELEPHONE: dutyRoom.telephone,
      REGISTRY_STALE_AFTER_DAYS: String(staleAfterDaysIn(city)),
    }),
    ...(routes.length > 0 && environmentOf('issuer', { OIDC_ISSUER: issuer })),
  };
};

/** Seconds; the queue must wait for the slowest function that may read it. */
const longestTimeout = (catalog: readonly FunctionDefinition[]): number =>
  Math.max(
    ...catalog
      .filter(({ triggers }) => triggers.some(({ kind }) => kind === 'inbox-queue'))
      .map(({ timeoutSeconds }) => timeoutSeconds),
    1,
  );
