import { type App, Aspects, Tags } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { FunctionDefinition } from '../functions/catalog-types.ts';
import { ApiStack } from './api-stack.ts';
import { type Profile, siteOf } from './cities.ts';
import { CityStack } from './city-stack.ts';
import { ConsoleStack } from './console-stack.ts';
import { apiStackName, consoleStackName, stackName } from './constructs/names.ts';
import { EmulatorOmissions } from './emulator-omissions.ts';

export interface CellsOptions {
  readonly profile: Profile;
  readonly catalog: readonly FunctionDefinition[];
  /** @returns the bundle of a function. */
  readonly codeOf: (functionName: string) => Code;
}

/** Adds the stacks of each city of the profile to the app: the cell, its API, and the console where it is to have one. */
export const addCells = (app: App, { profile, catalog, codeOf }: CellsOptions): void => {
  for (const home of profile.placements) {
    const cell = new CityStack(app, stackName(home.city), { profile, home, catalog, codeOf });
    const api = new ApiStack(app, apiStackName(home.city), { profile, home, catalog });
    api.addStackDependency(cell);
    const placement = siteOf(home);
    if (placement)
      new ConsoleStack(app, consoleStackName(home.city), {
        ...{ profile, home, placement },
        api: api.endpoint,
        uploads: cell.uploads,
      });
  }
  Tags.of(app).add('service', 'shouwang');
  if (profile.emulated) Aspects.of(app).add(new EmulatorOmissions());
};
