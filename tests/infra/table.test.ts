import { expect, test } from 'vitest';
import { TABLE } from '../../shared/data/table.ts';
import { tableDefinition } from '../../shared/data/table-definition.ts';
import { SMALL_CATALOG } from './fixtures/catalog.ts';
import { at, resourcesOf, synthesise, threeCitiesOf } from './synthesis.ts';

test('the deployed table is the one that the embedded runtime and the tests make', () => {
  const [table] = resourcesOf(synthesise(threeCitiesOf('emulator'), SMALL_CATALOG)('630100'), 'AWS::DynamoDB::Table');
  const properties = table?.[1].Properties;
  const { TableName: _, AttributeDefinitions, StreamSpecification, ...rest } = tableDefinition('any');
  expect(properties).toMatchObject(rest);
  expect(properties?.AttributeDefinitions).toEqual(expect.arrayContaining(AttributeDefinitions ?? []));
  expect(at(properties, 'StreamSpecification', 'StreamViewType')).toBe(StreamSpecification?.StreamViewType);
  expect(at(properties, 'TimeToLiveSpecification')).toEqual({ AttributeName: TABLE.timeToLive, Enabled: true });
});
