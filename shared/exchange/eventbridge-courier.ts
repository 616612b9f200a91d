import { EventBridgeClient, type EventBridgeClientConfig } from '@aws-sdk/client-eventbridge';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { CityCode } from '../domain/kernel/city-code.ts';
import type { CourierTargets } from './courier-target.ts';
import { createEventBridgePublisher } from './eventbridge-publisher.ts';
import type { Dispatch, Publisher } from './ports.ts';

export interface CourierOptions {
  readonly targets: CourierTargets;
  /** STS of the own region; the session it gives is good in every region of the partition. */
  readonly sts?: STSClient;
  /** Carries the requests to the peers, instead of the SDK's own. */
  readonly requestHandler?: EventBridgeClientConfig['requestHandler'];
}

/** Name of the session in the peer's CloudTrail. */
const SESSION_NAME = 'shouwang-courier';

/** Credentials of the role in the peer; the SDK keeps them until shortly before they expire. */
const assume = (sts: STSClient, roleArn: string) => async () => {
  const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: SESSION_NAME }));
  if (!Credentials?.AccessKeyId || !Credentials.SecretAccessKey || !Credentials.SessionToken) {
    throw new Error(`STS gave no credentials for ${roleArn}`);
  }
  return {
    accessKeyId: Credentials.AccessKeyId,
    secretAccessKey: Credentials.SecretAccessKey,
    sessionToken: Credentials.SessionToken,
    ...(Credentials.Expiration && { expiration: Credentials.Expiration }),
  };
};

/**
 * @returns the courier: puts a message on a peer's bus in the peer's region, under the role the peer has for this city.
 * Delivering rejects when that bus did not take the message. A message for several cities may name some that the courier does
 * not serve: the bus takes it to those, so there is nothing to do.
 */
export const createEventBridgeCourier = ({ targets, sts = new STSClient(), requestHandler }: CourierOptions) => {
  const publishers = new Map<CityCode, Publisher>(
    Object.entries(targets).map(([city, { region, busArn, roleArn }]) => {
      const client = new EventBridgeClient({
        region,
        credentials: assume(sts, roleArn),
        ...(requestHandler && { requestHandler }),
      });
      return [city, createEventBridgePublisher({ client, busName: busArn })];
    }),
  );
  return {
    deliver: async (to: CityCode, dispatch: Dispatch): Promise<void> => {
      await publishers.get(to)?.publish([dispatch]);
    },
  };
};
