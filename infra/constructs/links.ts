import { Stack } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { EventBus as BusTarget } from 'aws-cdk-lib/aws-events-targets';
import {
  AccountPrincipal,
  PolicyStatement,
  PrincipalWithConditions,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { CourierTargets } from '../../shared/exchange/courier-target.ts';
import { linkPattern } from '../../shared/exchange/routing.ts';
import { type LinkKind, linkBetween, type Placement } from '../cities.ts';
import { saidBy } from './city-bus.ts';
import { eventPattern } from './event-pattern.ts';
import { accountOf, busArn, courierRoleName, gateRoleName, linkRoleName, roleArn } from './names.ts';

export interface LinksProps {
  readonly home: Placement;
  readonly peers: readonly Placement[];
  readonly bus: EventBus;
  /** Where EventBridge puts messages that a peer's bus did not take within a day. */
  readonly undelivered: IQueue;
}

/**
 * The ways from a city to its peers, and the gates through which peers' couriers come in. A peer whose bus can be a rule's
 * target has a rule; the others are served by the courier function, which is told here where it may go.
 */
export class Links extends Construct {
  private readonly props: LinksProps;

  constructor(scope: Construct, id: string, props: LinksProps) {
    super(scope, id);
    this.props = props;
    for (const peer of this.peersBy('bus')) this.ruleTo(peer);
    for (const peer of this.peersBy('courier')) this.gateFor(peer);
  }

  private peersBy(kind: LinkKind): readonly Placement[] {
    const { home, peers } = this.props;
    return peers.filter((peer) => linkBetween(home.region, peer.region) === kind);
  }

  /** Codes of the cities that only the courier reaches. */
  get courierPeers(): readonly string[] {
    return this.peersBy('courier').map(({ city }) => city);
  }

  /** Where the courier of this city goes; the ARNs name buses and gates in the peers' stacks. */
  get courierTargets(): CourierTargets {
    const stack = Stack.of(this);
    return Object.fromEntries(
      this.peersBy('courier').map((peer) => [
        peer.city,
        {
          region: peer.region,
          busArn: busArn(stack, peer),
          roleArn: roleArn(stack, peer, gateRoleName(peer.city, this.props.home.city)),
        },
      ]),
    );
  }

  private ruleTo(peer: Placement): void {
    const { home, bus, undelivered } = this.props;
    const arn = busArn(Stack.of(this), peer);
    const role = new Role(this, `RoleTo${peer.city}`, {
      roleName: linkRoleName(home.city, peer.city),
      description: `Takes messages of ${home.city} to the bus of ${peer.city}`,
      assumedBy: new ServicePrincipal('events.amazonaws.com'),
    });
    const target = EventBus.fromEventBusArn(this, `BusOf${peer.city}`, arn);
    new Rule(this, `To${peer.city}`, {
      description: `Messages of ${home.city} to ${peer.city}`,
      eventBus: bus,
      eventPattern: eventPattern(linkPattern(home.city, [peer.city])),
      targets: [new BusTarget(target, { role, deadLetterQueue: undelivered })],
    });
  }

  /** The role a peer's courier assumes here: it can put that peer's messages on this city's bus, and nothing else. */
  private gateFor(peer: Placement): void {
    const { home, bus } = this.props;
    const stack = Stack.of(this);
    // The trust is in the account and the condition names the role: IAM would not take a principal that does not exist yet.
    const courier = new PrincipalWithConditions(new AccountPrincipal(accountOf(stack, peer)), {
      ArnEquals: { 'aws:PrincipalArn': roleArn(stack, peer, courierRoleName(peer.city)) },
    });
    const gate = new Role(this, `GateFor${peer.city}`, {
      roleName: gateRoleName(home.city, peer.city),
      description: `Lets the courier of ${peer.city} put its messages on the bus of ${home.city}`,
      assumedBy: courier,
    });
    gate.addToPolicy(
      new PolicyStatement({
        actions: ['events:PutEvents'],
        resources: [bus.eventBusArn],
        conditions: saidBy(peer.city),
      }),
    );
  }
}
