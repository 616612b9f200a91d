import { type InspectOptions, inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { SMALL_CATALOG } from './fixtures/catalog.ts';
import { type Resource, synthesise, threeCitiesOf } from './synthesis.ts';

const STYLE: InspectOptions = { depth: null, breakLength: 120, compact: 3, sorted: true, maxStringLength: null };

/** What a reader of the snapshot cares about: the stack's shape without tags, hashes and the CDK's own metadata. */
const normalised = (name: string, city: string): string => {
  const resources = Object.entries(synthesise(threeCitiesOf(name), SMALL_CATALOG)(city).Resources);
  const shape = ({ Type, Properties: { Tags: _, ...properties }, Metadata: __, ...rest }: Resource) => ({
    Type,
    ...rest,
    ...properties,
  });
  const lines = resources
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, resource]) => `${id} ${inspect(shape(resource), STYLE)}`);
  return `${lines.join('\n').replaceAll(/[0-9a-f]{64}/g, '<hash>')}\n`;
};

describe('the stack of a city, with a small catalogue', () => {
  test.each([
    ['commercial', '620100'],
    ['china', '620100'],
  ])('%s', async (profile, city) => {
    await expect(normalised(profile, city)).toMatchFileSnapshot(`snapshots/${profile}-${city}.snap`);
  });
});
