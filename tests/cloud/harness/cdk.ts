import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Profile } from '../../../infra/cities.ts';
import { apiStackName, stackName } from '../../../infra/constructs/names.ts';
import type { DeploymentDescription } from '../../e2e/deployment.ts';
import { run } from './child.ts';

/** The account emulators are. */
const ACCOUNT = '000000000000';

/** Outputs by stack. */
const OutputsSchema = z.record(z.string(), z.record(z.string(), z.string()));
/** What the two stacks of a city tell of it. */
const ToldSchema = z.object({ ApiId: z.string(), BusName: z.string() });

export interface CdkOptions {
  readonly root: string;
  /** Where the CDK writes its assembly and the outputs. */
  readonly work: string;
  /** Where the emulator answers. */
  readonly endpoint: string;
  /** Where it answers to the CDK; see tls-front.ts. */
  readonly cdkEndpoint: string;
  readonly profileName: string;
  readonly profile: Profile;
  readonly issuer: string;
}

/** Bootstraps the regions of a profile and deploys all its cities with the CDK CLI. @returns what was deployed. */
export const deploy = async (options: CdkOptions): Promise<DeploymentDescription> => {
  const { root, work, cdkEndpoint, profileName, profile, issuer } = options;
  const outputsFile = join(work, 'outputs.json');
  const regions = [...new Set(profile.placements.map(({ region }) => region))];
  const context = ['-c', `profile=${profileName}`, '-c', `issuer=${issuer}`];
  const quiet = ['--progress', 'events', '--ci', '--output', join(work, 'cdk.out')];
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: cdkEndpoint,
    AWS_ENDPOINT_URL_S3: cdkEndpoint,
    AWS_REGION: regions[0],
    // The infrastructure tests validate the templates; an emulator is deployed to for other reasons.
    CDK_VALIDATION: 'false',
  };
  const cdk = (...args: readonly string[]) =>
    run(process.execPath, [join(root, 'node_modules/aws-cdk/bin/cdk'), ...args, ...quiet, ...context], {
      cwd: root,
      env,
    });
  await cdk('bootstrap', ...regions.map((region) => `aws://${ACCOUNT}/${region}`));
  await cdk('deploy', '--all', '--require-approval', 'never', '--concurrency', '3', '--outputs-file', outputsFile);
  return describe(options, OutputsSchema.parse(JSON.parse(readFileSync(outputsFile, 'utf8'))));
};

const describe = (
  { endpoint, profile, issuer }: CdkOptions,
  outputs: z.infer<typeof OutputsSchema>,
): DeploymentDescription => ({
  issuer,
  cities: profile.placements.map(({ city, region }) => {
    const told = { ...outputs[stackName(city)], ...outputs[apiStackName(city)] };
    const { ApiId, BusName } = ToldSchema.parse(told);
    return {
      code: city,
      // By path, as not every machine resolves the API's own host name.
      baseUrl: `${endpoint}/_aws/execute-api/${ApiId}/$default`,
      bus: { kind: 'eventbridge', name: BusName, region, endpoint },
    };
  }),
});
