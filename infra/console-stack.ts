import { Stack } from 'aws-cdk-lib';
import { ParameterTier, StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import type { ConsolePlacement, Placement, Profile } from './cities.ts';
import { consoleSettings } from './console/console-settings.ts';
import { ConsoleSite } from './constructs/console-site.ts';
import { consoleParameterName } from './constructs/names.ts';
import { cellStackProps, tell } from './stacks.ts';

export interface ConsoleStackProps {
  readonly profile: Profile;
  readonly home: Placement;
  readonly placement: ConsolePlacement;
  /** Address of the city's HTTP API. */
  readonly api: string;
  /** Host name of the bucket to which browsers upload the city's files. */
  readonly uploads: string;
}

/** Where a city's people open the console: a stack of its own, which the cell does not need to work. */
export class ConsoleStack extends Stack {
  constructor(scope: Construct, id: string, { profile, home, placement, api, uploads }: ConsoleStackProps) {
    super(scope, id, cellStackProps(home, 'the console', !profile.emulated));
    const { bucket, distribution } = new ConsoleSite(this, 'Site', {
      region: home.region,
      placement,
      spokenTo: {
        api,
        uploads: `https://${uploads}`,
        identity: [new URL(profile.issuer).origin, ...placement.connectsTo],
        maps: placement.maps,
      },
    });
    const cities = [{ code: home.city, api }];
    const { issuer, consoleClientId: clientId } = profile;
    new StringParameter(this, 'Publication', {
      parameterName: consoleParameterName(home.city),
      description: `Where the console of ${home.city} is published to, and what it is told`,
      tier: ParameterTier.STANDARD,
      stringValue: this.toJsonString({
        bucket: bucket.bucketName,
        settings: consoleSettings({ issuer, clientId, cities, map: placement.map }),
      }),
    });
    tell(this, {
      ConsoleAddress: `https://${placement.domain ?? distribution.distributionDomainName}`,
      ConsoleDistribution: distribution.distributionDomainName,
    });
  }
}
