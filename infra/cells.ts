import { type App, Aspects, Tags } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { FunctionDefinition } from '../functions/catalog-types.ts';
import { ApiStack } from './api-stack.ts';
import type { Profile } from './cities.ts';
import { CityStack } from './city-stack.ts';
import { apiStackName, stackName } from './constructs/names.ts';
import { EmulatorOmissions } from './emulator-omissions.ts';

export interface CellsOptions {
  readonly profile: Profile;
  readonly catalog: readonly FunctionDefinition[];
  /** @returns the bundle of a function. */
  readonly codeOf: (functionName: string) => Code;
}

/** Adds the two stacks of each city of the profile to the app. */
export const addCells = (app: App, { profile, catalog, codeOf }: CellsOptions): void => {
  for (const home of profile.placements) {
    const cell = new CityStack(app, stackName(home.city), { profile, home, catalog, codeOf });
    new ApiStack(app, apiStackName(home.city), { profile, home, catalog }).addStackDependency(cell);
  }
  Tags.of(app).add('service', 'shouwang');
  if (profile.emulated) Aspects.of(app).add(new EmulatorOmissions());
};
