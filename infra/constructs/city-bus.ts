import { Duration, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { AccountPrincipal, AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { MESSAGE_CONTRACTS } from '../../shared/exchange/message-contracts.ts';
import { busSource } from '../../shared/exchange/routing.ts';
import { linkBetween, type Placement } from '../cities.ts';
import { accountOf, busName, linkRoleName, roleArn } from './names.ts';

/** What was on the bus can be looked at, and replayed, for this long. */
const ARCHIVE_DAYS = 90;

export interface CityBusProps {
  readonly home: Placement;
  /** The cities agreed on; nobody else gets in. */
  readonly peers: readonly Placement[];
}

/** The condition that a message says it is that city's own. */
export const saidBy = (city: string) => ({ StringEquals: { 'events:source': busSource(city) } });

/**
 * A city's own event bus, with an archive of all that was on it and a policy that lets in only what the city itself and the
 * agreed peers say. Source and type prove nothing, the signature does; the policy keeps strangers from filling the queue.
 */
export class CityBus extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, { home, peers }: CityBusProps) {
    super(scope, id);
    const name = busName(home.city);
    this.bus = new EventBus(this, 'Bus', { eventBusName: name, description: `Messages from and to city ${home.city}` });
    this.bus.archive('Archive', {
      archiveName: name,
      description: `All messages from and to city ${home.city}`,
      eventPattern: { source: [home, ...peers].map(({ city }) => busSource(city)) },
      retention: Duration.days(ARCHIVE_DAYS),
    });
    this.refuse(
      'OnlyAgreedCities',
      'events:source',
      [home, ...peers].map(({ city }) => busSource(city)),
    );
    this.refuse('OnlyMessages', 'events:detail-type', Object.keys(MESSAGE_CONTRACTS));
    for (const peer of peers) {
      if (linkBetween(peer.region, home.region) === 'bus') this.letIn(peer, home);
    }
  }

  /** Keeps all else out, also within one account, where the right to put events would otherwise be enough. */
  private refuse(sid: string, unless: string, values: readonly string[]): void {
    this.bus.addToResourcePolicy(
      new PolicyStatement({
        sid,
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['events:PutEvents'],
        resources: [this.bus.eventBusArn],
        conditions: { StringNotEquals: { [unless]: [...values] } },
      }),
    );
  }

  /** The rules of a peer whose bus reaches this one, by the very role they go under. */
  private letIn(peer: Placement, home: Placement): void {
    const stack = Stack.of(this);
    this.bus.addToResourcePolicy(
      new PolicyStatement({
        sid: `Peer${peer.city}`,
        principals: [new AccountPrincipal(accountOf(stack, peer))],
        actions: ['events:PutEvents'],
        resources: [this.bus.eventBusArn],
        conditions: {
          ArnEquals: { 'aws:PrincipalArn': roleArn(stack, peer, linkRoleName(peer.city, home.city)) },
          ...saidBy(peer.city),
        },
      }),
    );
  }
}
