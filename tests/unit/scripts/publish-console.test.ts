import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPublishOptions } from '../../../scripts/publish-console/options.ts';
import { publicationOf, publish } from '../../../scripts/publish-console/publish.ts';
import { writeTo } from '../../../scripts/publish-console/write-to.ts';
import { TEST_CREDENTIALS, wire } from '../../support/aws-wire.ts';

const PLACE = { region: 'ap-southeast-1', credentials: TEST_CREDENTIALS };
const SETTINGS = { oidc: { issuer: 'https://id.example.org', clientId: 'page' }, cities: [] };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shouwang-page-'));
  mkdirSync(join(folder, 'assets'));
  for (const name of ['index.html', 'sw.js', 'manifest.webmanifest', 'assets/index-1a2b.js'])
    writeFileSync(join(folder, name), name);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** S3 that remembers what it is given, in order. */
const bucket = () => {
  const put: { readonly path: string; readonly type: string | undefined; readonly caching: string | undefined }[] = [];
  const { requestHandler } = wire(({ path, headers }) => {
    put.push({ path, type: headers['content-type'], caching: headers['cache-control'] });
    return { body: '' };
  });
  return { s3: new S3Client({ ...PLACE, requestHandler, requestChecksumCalculation: 'WHEN_REQUIRED' }), put };
};

describe('publishing the console', () => {
  it('puts each file with its type and how long it may be kept, and the page last', async () => {
    const { s3, put } = bucket();
    expect(await publish(s3, folder, { bucket: 'console', settings: SETTINGS })).toBe(5);
    expect(put).toEqual([
      {
        path: '/assets/index-1a2b.js',
        type: 'text/javascript; charset=utf-8',
        caching: 'public, max-age=31536000, immutable',
      },
      { path: '/manifest.webmanifest', type: 'application/manifest+json', caching: 'no-cache' },
      { path: '/sw.js', type: 'text/javascript; charset=utf-8', caching: 'no-cache' },
      { path: '/console.json', type: 'application/json', caching: 'no-store' },
      { path: '/index.html', type: 'text/html; charset=utf-8', caching: 'no-store' },
    ]);
  });

  it('asks the city where to', async () => {
    const ssm = (answer: { readonly status?: number; readonly body: string }) =>
      new SSMClient({ ...PLACE, requestHandler: wire(() => answer).requestHandler });
    const Value = JSON.stringify({ bucket: 'console', settings: SETTINGS });
    expect(await publicationOf(ssm({ body: JSON.stringify({ Parameter: { Value } }) }), '630100')).toEqual({
      bucket: 'console',
      settings: SETTINGS,
    });
    const missing = ssm({ status: 400, body: JSON.stringify({ __type: 'ParameterNotFound' }) });
    await expect(publicationOf(missing, '630100')).rejects.toThrow('no parameter /shouwang/630100/console');
  });

  it('or goes into a folder, for whatever serves static files', async () => {
    const target = mkdtempSync(join(tmpdir(), 'shouwang-served-'));
    const options = { folder: target, city: '630100', api: '/api', issuer: 'https://id.example.org', clientId: 'page' };
    await writeTo(folder, options);
    expect(readdirSync(target).toSorted()).toEqual([
      'assets',
      'console.json',
      'index.html',
      'manifest.webmanifest',
      'sw.js',
    ]);
    expect(JSON.parse(readFileSync(join(target, 'console.json'), 'utf8'))).toEqual({
      oidc: { issuer: 'https://id.example.org', clientId: 'page' },
      cities: [{ code: '630100', name: { zh: '西宁市', en: 'Xining' }, api: '/api' }],
    });
    rmSync(target, { recursive: true });
  });
});

describe('the options of publishing', () => {
  it('are a city and its region, or a folder and what the page is told', () => {
    expect(readPublishOptions(['--city', '630100', '--region', 'ap-southeast-1'])).toEqual({
      city: '630100',
      region: 'ap-southeast-1',
    });
    const told = ['--city', '630100', '--folder', 'out', '--api', '/api', '--issuer', 'https://id.example.org'];
    expect(readPublishOptions(told)).toMatchObject({ folder: 'out', clientId: 'shouwang-console' });
  });

  it.each([
    ['no city', []],
    ['a folder alone', ['--city', '630100', '--folder', 'out']],
    ['an API without a folder', ['--city', '630100', '--api', '/api']],
    ['an issuer that is none', ['--city', '630100', '--folder', 'out', '--api', '/api', '--issuer', 'here']],
  ])('with %s are refused', (_, args) => {
    expect(() => readPublishOptions(args)).toThrow();
  });
});
