import { describe, expect, test } from 'vitest';
import { type Profile, ProfileSchema } from '../../infra/cities.ts';
import { SMALL_CATALOG } from './fixtures/catalog.ts';
import { at, resourcesOf, synthesise, type Template, threeCitiesOf } from './synthesis.ts';

const listOf = (value: unknown): readonly unknown[] => (value === undefined ? [] : [value].flat());

const statementsOf = (template: Template) =>
  resourcesOf(template, 'AWS::IAM::Policy').flatMap(([id, policy]) =>
    listOf(at(policy, 'Properties', 'PolicyDocument', 'Statement')).map((statement) => ({
      id,
      actions: listOf(at(statement, 'Action')).map(String),
      resources: listOf(at(statement, 'Resource')),
    })),
  );

/** Actions that IAM can grant on everything only; each is argued where it is acknowledged. */
const KNOW_NO_RESOURCES = ['dynamodb:ListStreams', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments'];

/** The same cities, each in an account of its own. */
const apart = (profile: Profile): Profile =>
  ProfileSchema.parse({
    ...profile,
    placements: profile.placements.map((placement, n) => ({ ...placement, account: `${n + 1}`.repeat(12) })),
  });

const HOME = '630100';

const PROFILES = [
  ['commercial', threeCitiesOf('commercial')],
  ['china', threeCitiesOf('china')],
  ['commercial, an account each', apart(threeCitiesOf('commercial'))],
  ['china, an account each', apart(threeCitiesOf('china'))],
] as const;

test('a city that has rotated its key signs with the next one, and keeps the one before', () => {
  const signingKeyArn = 'arn:aws-cn:kms:cn-northwest-1:111111111111:key/0190b000-0000-7000-8000-000000000001';
  const { placements, ...rest } = threeCitiesOf('china');
  const rotated = placements.map((placement) =>
    placement.city === HOME ? { ...placement, signingKeyArn } : placement,
  );
  const templateOf = synthesise(ProfileSchema.parse({ ...rest, placements: rotated }), SMALL_CATALOG);
  const signing = statementsOf(templateOf(HOME)).filter(({ actions }) => actions.includes('kms:Sign'));
  expect(signing.length).toBeGreaterThan(0);
  for (const { resources } of signing) expect(resources).toEqual([signingKeyArn]);
  const told = resourcesOf(templateOf(HOME), 'AWS::Lambda::Function').flatMap(
    ([, fn]) => at(fn, 'Properties', 'Environment', 'Variables', 'SIGNING_KEY_ID') ?? [],
  );
  expect(new Set(told)).toEqual(new Set([signingKeyArn]));
  expect(resourcesOf(templateOf(HOME), 'AWS::KMS::Key')).toHaveLength(1);
  expect(JSON.stringify(templateOf('620100'))).not.toContain(signingKeyArn);
});

describe.each(PROFILES)('%s', (_, profile) => {
  const templateOf = synthesise(profile, SMALL_CATALOG);
  const template = templateOf(HOME);
  const text = JSON.stringify(template);
  const home = profile.placements.find(({ city }) => city === HOME);
  const peers = profile.placements.filter(({ city }) => city !== HOME);
  const byBus = peers.filter(({ region }) => region === home?.region || !region.startsWith('cn-'));
  const byCourier = peers.filter((peer) => !byBus.includes(peer));

  test('no literal partition', () => {
    expect(text).toContain('AWS::Partition');
    expect(text).not.toMatch(/arn:aws(-cn|-us-gov)?:/);
  });

  test('no Scan, no wildcard action, and a wildcard resource only where IAM knows no other', () => {
    const statements = statementsOf(template);
    expect(statements.length).toBeGreaterThan(0);
    for (const { actions, resources } of statements) {
      for (const action of actions) expect(action).not.toMatch(/\*|Scan/);
      if (JSON.stringify(resources).includes('*')) {
        expect(resources).toEqual(['*']);
        for (const action of actions) expect(KNOW_NO_RESOURCES).toContain(action);
      }
    }
    expect(text).not.toMatch(/dynamodb:(Scan|\*)|PartiQL/);
  });

  const busPolicies = resourcesOf(template, 'AWS::Events::EventBusPolicy').map(
    ([, { Properties }]) => Properties.Statement,
  );
  const allowed = busPolicies.filter((statement) => at(statement, 'Effect') === 'Allow');

  test('the bus lets in the links of the peers whose bus reaches it, and nobody else', () => {
    const letIn = allowed.map((statement) => ({
      principal: JSON.stringify(at(statement, 'Principal', 'AWS')),
      role: JSON.stringify(at(statement, 'Condition', 'ArnEquals', 'aws:PrincipalArn')),
      source: at(statement, 'Condition', 'StringEquals', 'events:source'),
      action: at(statement, 'Action'),
    }));
    expect(letIn).toHaveLength(byBus.length);
    for (const { city, account } of byBus) {
      const entry = letIn.find(({ source }) => source === `shouwang.${city}`);
      expect(entry?.action).toBe('events:PutEvents');
      expect(entry?.role).toContain(`role/shouwang-${city}-link-to-${HOME}`);
      expect(entry?.principal).toContain(':root');
      expect(entry?.principal).toContain(account ?? 'AWS::AccountId');
      expect(entry?.role).toContain(account ?? 'AWS::AccountId');
    }
  });

  test('the bus refuses sources that are no agreed city and types that are no message, whoever brings them', () => {
    const denied = busPolicies.filter((statement) => at(statement, 'Effect') === 'Deny');
    const unless = denied.map((statement) => at(statement, 'Condition', 'StringNotEquals'));
    expect(unless.flatMap((condition) => Object.keys(condition as object)).toSorted()).toEqual([
      'events:detail-type',
      'events:source',
    ]);
    expect(unless).toContainEqual({
      'events:source': [HOME, ...peers.map(({ city }) => city)].map((city) => `shouwang.${city}`),
    });
    expect(JSON.stringify(unless)).toContain('"RequestResource"');
    for (const statement of denied) expect(at(statement, 'Principal', 'AWS')).toBe('*');
  });

  test('the policy of the bus has room for more cities', () => {
    const bytes = Buffer.byteLength(JSON.stringify({ Version: '2012-10-17', Statement: busPolicies }));
    expect(bytes).toBeLessThan(10_240 / 2);
  });

  test('gates are open to the couriers of the peers that no bus reaches', () => {
    const gates = resourcesOf(template, 'AWS::IAM::Role').filter(([, { Properties }]) =>
      String(Properties.RoleName).includes('-gate-for-'),
    );
    expect(gates).toHaveLength(byCourier.length);
    for (const { city, account } of byCourier) {
      const [id, gate] =
        gates.find(([, { Properties }]) => Properties.RoleName === `shouwang-${HOME}-gate-for-${city}`) ?? [];
      const trust = at(gate, 'Properties', 'AssumeRolePolicyDocument', 'Statement', 0);
      expect(JSON.stringify(at(trust, 'Principal'))).toContain(account ?? 'AWS::AccountId');
      expect(JSON.stringify(at(trust, 'Condition', 'ArnEquals'))).toContain(`role/shouwang-${city}-courier`);
      const policy = resourcesOf(template, 'AWS::IAM::Policy').find(([, { Properties }]) =>
        JSON.stringify(Properties.Roles).includes(`"${id}"`),
      )?.[1];
      expect(at(policy, 'Properties', 'PolicyDocument', 'Statement')).toMatchObject([
        { Action: 'events:PutEvents', Condition: { StringEquals: { 'events:source': `shouwang.${city}` } } },
      ]);
    }
  });

  test('the ways out meet the ways in: what a city uses of another, the other has', () => {
    const named = new Set(
      profile.placements.flatMap(({ city }) =>
        resourcesOf(templateOf(city), 'AWS::IAM::Role').flatMap(([, { Properties }]) =>
          String(Properties.RoleName ?? ''),
        ),
      ),
    );
    const used = [...text.matchAll(/role\/(shouwang-[\w-]+)/g)].map(([, role]) => String(role));
    expect(used.length).toBeGreaterThan(0);
    for (const role of used) expect(named).toContain(role);
  });

  test('table and key outlive the stack', () => {
    for (const type of ['AWS::DynamoDB::Table', 'AWS::KMS::Key']) {
      for (const [, resource] of resourcesOf(template, type)) expect(resource.DeletionPolicy).toBe('Retain');
    }
    const table = resourcesOf(template, 'AWS::DynamoDB::Table')[0]?.[1];
    expect(at(table, 'Properties', 'DeletionProtectionEnabled')).toBe(true);
    expect(at(table, 'Properties', 'PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled')).toBe(true);
  });
});
