import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { afterAll, describe, expect, test } from 'vitest';
import cdkJson from '../../cdk.json' with { type: 'json' };
import { addCells } from '../../infra/cells.ts';
import { consoleOriginsOf, type Profile, ProfileSchema, profileNamed, siteOf } from '../../infra/cities.ts';
import { consoleSettings } from '../../infra/console/console-settings.ts';
import { contentPolicy } from '../../infra/console/content-policy.ts';
import { MapSettingsSchema } from '../../infra/console/map-settings.ts';
import { consoleStackName } from '../../infra/constructs/names.ts';
import { CORS } from '../../shared/http/cors.ts';
import { at, resourcesOf, synthesise, type Template } from './synthesis.ts';

const outdir = mkdtempSync(join(tmpdir(), 'shouwang-console-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

/** @returns the templates of the consoles of a profile, by city; cells without functions will do. */
const consolesOf = (profile: Profile): ReadonlyMap<string, Template> => {
  const app = new App({ outdir, context: cdkJson.context, builtinCloudFormationValidation: false });
  addCells(app, { profile, catalog: [], codeOf: () => Code.fromInline('') });
  const { stacks } = app.synth();
  return new Map(
    profile.placements.flatMap(({ city }) => {
      const found = stacks.find(({ stackName }) => stackName === consoleStackName(city));
      return found
        ? [[city, { ...JSON.parse(readFileSync(found.templateFullPath, 'utf8')), counts: [] }] as const]
        : [];
    }),
  );
};

const only = (template: Template | undefined, type: string) => {
  const [found, ...others] = template ? resourcesOf(template, type) : [];
  expect(others).toEqual([]);
  return found?.[1].Properties ?? expect.unreachable(`no ${type}`);
};

const commercial = consolesOf(profileNamed('commercial'));
const china = consolesOf(profileNamed('china'));

describe('the console of a city', () => {
  test('is there where it is to be, in China under a filed domain only, and never on an emulator', () => {
    expect([...commercial.keys()]).toEqual(['630100', '620100']);
    expect([...china.keys()]).toEqual(['630100']);
    expect(profileNamed('emulator').placements.map(siteOf)).toEqual([undefined, undefined, undefined]);
  });

  test('has its files in a bucket that nobody reads but the distribution, by TLS, with what was there before', () => {
    const template = commercial.get('630100');
    expect(only(template, 'AWS::S3::Bucket')).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: { Rules: [{ NoncurrentVersionExpiration: { NoncurrentDays: 30 } }] },
    });
    const statements = at(only(template, 'AWS::S3::BucketPolicy'), 'PolicyDocument', 'Statement');
    expect(statements).toMatchObject([
      { Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() } },
      },
    ]);
    expect(statements).toHaveLength(2);
    expect(only(template, 'AWS::CloudFront::OriginAccessControl')).toMatchObject({
      OriginAccessControlConfig: { OriginAccessControlOriginType: 's3', SigningBehavior: 'always' },
    });
  });

  test('in China is read by an identity, as there is no origin access control there', () => {
    const template = china.get('630100');
    expect(template && resourcesOf(template, 'AWS::CloudFront::OriginAccessControl')).toEqual([]);
    only(template, 'AWS::CloudFront::CloudFrontOriginAccessIdentity');
    const [tls, identity, ...others] = at(
      only(template, 'AWS::S3::BucketPolicy'),
      'PolicyDocument',
      'Statement',
    ) as object[];
    expect(tls).toMatchObject({ Effect: 'Deny' });
    expect(identity).toMatchObject({ Action: 's3:GetObject', Principal: { CanonicalUser: expect.anything() } });
    expect(others).toEqual([]);
  });

  test('is opened by its own domain with TLS 1.2, or by the name CloudFront gives it', () => {
    const distribution = (template: Template | undefined) =>
      at(only(template, 'AWS::CloudFront::Distribution'), 'DistributionConfig');
    const named = distribution(commercial.get('630100'));
    expect(named).toMatchObject({
      Aliases: ['xining.shouwang.example.org'],
      DefaultRootObject: 'index.html',
      DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https' },
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021', SslSupportMethod: 'sni-only' },
    });
    expect(distribution(commercial.get('620100'))).not.toHaveProperty('Aliases');
    expect(distribution(china.get('630100'))).toMatchObject({
      Aliases: ['xining.shouwang.example.cn'],
      ViewerCertificate: { IamCertificateId: 'ASCAEXAMPLE1234567890', MinimumProtocolVersion: 'TLSv1.2_2021' },
    });
    expect(JSON.stringify([...china.values()])).not.toContain('arn:aws:');
  });

  test('loads its own files, and speaks to the API, the uploads and the issuer of its city alone', () => {
    const policy = at(
      only(commercial.get('630100'), 'AWS::CloudFront::ResponseHeadersPolicy'),
      'ResponseHeadersPolicyConfig',
    );
    expect(policy).toMatchObject({
      SecurityHeadersConfig: {
        ContentTypeOptions: { Override: true },
        FrameOptions: { FrameOption: 'DENY' },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000 },
        ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
      },
    });
    const text = JSON.stringify(at(policy, 'SecurityHeadersConfig', 'ContentSecurityPolicy', 'ContentSecurityPolicy'));
    // The API's and the bucket's names are those of the city's other stacks.
    expect(text).toMatch(
      /connect-src 'self' ",\{"Fn::ImportValue":"Shouwang-630100-Api:.*" https:\/\/.*Shouwang-630100:/,
    );
    expect(text).toContain('https://id.example.org; worker-src');
  });

  test('says what it is told, in words the page knows, beside where it is published to', () => {
    const { Name, Value } = only(commercial.get('620100'), 'AWS::SSM::Parameter');
    expect(Name).toBe('/shouwang/620100/console');
    const text = JSON.stringify(Value);
    for (const part of [
      'bucket',
      'https://id.example.org/shouwang',
      'shouwang-console',
      '兰州市',
      'Shouwang-620100-Api',
    ])
      expect(text).toContain(part);
    const place = {
      issuer: 'https://id.example.org',
      clientId: 'page',
      cities: [{ code: '630100', api: 'https://api' }],
    };
    expect(consoleSettings(place)).toEqual({
      oidc: { issuer: 'https://id.example.org', clientId: 'page' },
      cities: [{ code: '630100', name: { zh: '西宁市', en: 'Xining' }, api: 'https://api' }],
    });
    const tiles = [{ url: 'https://t0.tianditu.gov.cn/vec_w/{z}/{x}/{y}?tk=token', attribution: '天地图' }];
    expect(consoleSettings({ ...place, map: { tiles } })).toMatchObject({ map: { tiles } });
    expect(MapSettingsSchema.safeParse({ tiles }).success).toBe(true);
    const untiled = [{ url: 'https://t0.tianditu.gov.cn/vec_w', attribution: '天地图' }];
    expect(MapSettingsSchema.safeParse({ tiles: untiled }).success).toBe(false);
  });
});

test('the policy names each source once, and no script that is not the page’s own', () => {
  const policy = contentPolicy({
    api: 'https://api.example.org',
    uploads: 'https://files.example.org',
    identity: ['https://id.example.org', 'https://id.example.org'],
    maps: ['https://t0.tianditu.gov.cn'],
  });
  expect(policy.split('; ')).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self' https://api.example.org https://files.example.org https://id.example.org https://t0.tianditu.gov.cn",
      "img-src 'self' data: blob: https://t0.tianditu.gov.cn",
      "frame-ancestors 'none'",
    ]),
  );
});

describe('pages of other origins', () => {
  const corsOf = (city: string) => {
    const profile = profileNamed('china');
    return at(
      resourcesOf(synthesise(profile, [])(city), 'AWS::ApiGatewayV2::Api')[0]?.[1],
      'Properties',
      'CorsConfiguration',
    );
  };

  test('may call the API where they are named, and nowhere else', () => {
    expect(corsOf('630100')).toEqual({
      AllowOrigins: ['https://xining.shouwang.example.cn'],
      AllowMethods: [...CORS.methods],
      AllowHeaders: ['authorization', 'content-type', 'if-match', 'idempotency-key', 'accept-language'],
      ExposeHeaders: ['etag', 'content-disposition', 'www-authenticate', 'allow'],
      MaxAge: 3600,
    });
    expect(corsOf('632800')).toMatchObject({ AllowOrigins: ['https://duty.haixi.example.cn'] });
    expect(corsOf('630200')).toBeUndefined();
  });

  const placing = (placement: object) =>
    ProfileSchema.safeParse({
      issuer: 'https://id.example.org',
      emulated: false,
      placements: [{ city: '630100', region: 'ap-southeast-1', console: placement }],
    });

  test('are those of the domain and the others named', () => {
    const domain = { domain: 'console.example.org', certificate: 'arn:aws:acm:us-east-1:111111111111:certificate/1' };
    const [home] = placing({ ...domain, origins: ['https://d111.cloudfront.net'] }).data?.placements ?? [];
    expect(home && consoleOriginsOf(home)).toEqual(['https://console.example.org', 'https://d111.cloudfront.net']);
  });

  test.each([
    ['a domain without a certificate', { domain: 'console.example.org' }],
    ['a domain that is an address', { domain: 'https://console.example.org', certificate: 'x' }],
    ['any origin', { origins: ['*'] }],
    ['an origin without TLS', { origins: ['http://console.example.org'] }],
    ['an origin with a path', { origins: ['https://console.example.org/page'] }],
  ])('are not named by %s', (_, placement) => {
    expect(placing(placement).success).toBe(false);
  });
});
