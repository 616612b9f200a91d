import { expect, test } from 'vitest';
import { SMALL_CATALOG } from './fixtures/catalog.ts';
import { at, synthesise, type Template, threeCitiesOf } from './synthesis.ts';

const emulated = threeCitiesOf('emulator');
const real = { ...emulated, emulated: false };

/** Without statements that only refuse; with what they refuse, an emulator could not be spoken to. */
const withoutRefusals = (value: unknown): unknown =>
  Array.isArray(value) ? value.filter((each) => at(each, 'Effect') !== 'Deny') : value;

/** The stack without what says only whether data is kept, without conditions and refusals, and with the one right as it is that is wider there. */
const bare = ({ Resources }: Template): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(Resources).map(([id, { DeletionPolicy: _, UpdateReplacePolicy: __, ...resource }]) => [
      id,
      JSON.parse(
        JSON.stringify(resource, (key, value) =>
          ['Condition', 'DeletionProtectionEnabled'].includes(key) ? undefined : withoutRefusals(value),
        ).replaceAll('"sqs:SendMessage*"', '"sqs:SendMessage"'),
      ),
    ]),
  );

test('an emulated stack differs from a real one by the named omissions only', () => {
  const [made, whole] = [emulated, real].map((profile) => bare(synthesise(profile, SMALL_CATALOG)('630100')));
  const missing = Object.entries(whole ?? {}).filter(([id]) => !Object.hasOwn(made ?? {}, id));
  expect(new Set(missing.map(([, resource]) => (resource as { Type: string }).Type))).toEqual(
    new Set(['AWS::Events::Archive', 'AWS::Events::EventBusPolicy', 'AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy']),
  );
  expect({ ...Object.fromEntries(missing), ...made }).toEqual(whole);
});
