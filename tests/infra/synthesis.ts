import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import * as z from 'zod';
import cdkJson from '../../cdk.json' with { type: 'json' };
import type { FunctionDefinition } from '../../functions/catalog-types.ts';
import { addCells } from '../../infra/cells.ts';
import { type Profile, profileNamed } from '../../infra/cities.ts';
import { apiStackName, stackName } from '../../infra/constructs/names.ts';

const TemplateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }).loose(),
  ),
});
/** A cell's template, and how many resources each of its stacks has. */
export type Template = z.infer<typeof TemplateSchema> & { readonly counts: readonly number[] };
export type Resource = Template['Resources'][string];

/** @returns the template of a city's cell: its two stacks together. */
export type TemplateOf = (city: string) => Template;

/** Code of functions whose code does not matter. */
const NO_CODE = Code.fromInline('exports.handler = async () => ({});');

/** @returns a profile with its first three cities: they have neighbours within the region and beyond it. */
export const threeCitiesOf = (name: string): Profile => {
  const profile = profileNamed(name);
  return { ...profile, placements: profile.placements.slice(0, 3) };
};

/**
 * Synthesises a profile as the app does, without bundling.
 * @param check is applied to the app before it is synthesised; with one, templates are also validated by CloudFormation's schemas.
 * @throws Error naming the rules that are broken, where rules are checked.
 */
export const synthesise = (
  profile: Profile,
  catalog: readonly FunctionDefinition[],
  check?: (app: App) => void,
): TemplateOf => {
  const outdir = mkdtempSync(join(tmpdir(), 'shouwang-synth-'));
  const exitCode = process.exitCode;
  try {
    const app = new App({ outdir, context: cdkJson.context, builtinCloudFormationValidation: check !== undefined });
    addCells(app, { profile, catalog, codeOf: () => NO_CODE });
    check?.(app);
    app.synth();
    const templates = new Map(
      profile.placements.map(({ city }) => {
        const parts = [stackName(city), apiStackName(city)].map((name) =>
          TemplateSchema.parse(JSON.parse(readFileSync(join(outdir, `${name}.template.json`), 'utf8'))),
        );
        const all = parts.map(({ Resources }) => Resources);
        return [
          city,
          { Resources: Object.assign({}, ...all), counts: all.map((some) => Object.keys(some).length) },
        ] as const;
      }),
    );
    return (city) => {
      const template = templates.get(city);
      if (template === undefined) throw new RangeError(`no stack for ${city}`);
      return template;
    };
  } finally {
    // The CDK asks the process to fail when rules are broken; here that is a matter of the test.
    process.exitCode = exitCode;
    rmSync(outdir, { recursive: true, force: true });
  }
};

/** @returns the resources of one type, by logical id. */
export const resourcesOf = ({ Resources }: Template, type: string): readonly (readonly [string, Resource])[] =>
  Object.entries(Resources).filter(([, { Type }]) => Type === type);

/** @returns the property at a path of keys and indices, or undefined. */
export const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string | number, unknown>)[key] : undefined,
    value,
  );
