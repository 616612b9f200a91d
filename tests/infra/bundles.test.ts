import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FunctionDefinition } from '../../functions/catalog-types.ts';
import { type Bundle, bundleFunctions } from '../../infra/bundles.ts';

const DEFINITION: FunctionDefinition = {
  name: 'probe',
  purpose: { zh: '探针', en: 'Probe' },
  routes: [],
  triggers: [],
  rights: [],
  memoryMegabytes: 128,
  timeoutSeconds: 1,
  assets: [{ from: 'static/page', to: 'page' }],
};

/** A CommonJS package that needs a built-in module, and a client of AWS with its credentials. */
const SOURCE = `
  import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
  import { built } from './old.cjs';
  const client = new DynamoDBClient({ region: 'cn-north-1' });
  export const handler = async () => ({ built, credentials: await client.config.credentials() });
`;
const OLD = `exports.built = require('node:path').sep;`;

describe('bundles', () => {
  const root = mkdtempSync(join(tmpdir(), 'shouwang-bundle-'));
  let bundle: Bundle | undefined;

  beforeAll(async () => {
    const write = (path: string, text: string) => {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    };
    write('functions/probe/index.ts', SOURCE);
    write('functions/probe/old.cjs', OLD);
    write('static/page/index.html', '守望');
    write('dist/functions/probe/left-over.txt', 'of an earlier run');
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
    [bundle] = await bundleFunctions([DEFINITION], root);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('the folder runs on its own, under the credentials of its environment', () => {
    const alone = mkdtempSync(join(tmpdir(), 'shouwang-alone-'));
    try {
      cpSync(join(root, 'dist/functions/probe'), alone, { recursive: true });
      const call = `import('./index.mjs').then(async ({ handler }) => console.log(JSON.stringify(await handler())))`;
      const env = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'session' };
      const answer = execFileSync(process.execPath, ['-e', call], {
        cwd: alone,
        env,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      expect(JSON.parse(answer.toString())).toMatchObject({
        built: '/',
        credentials: { accessKeyId: 'id', secretAccessKey: 'secret', sessionToken: 'session' },
      });
    } finally {
      rmSync(alone, { recursive: true });
    }
  });

  test('static files lie beside it, and nothing of an earlier run', () => {
    expect(readFileSync(join(root, 'dist/functions/probe/page/index.html'), 'utf8')).toBe('守望');
    expect(existsSync(join(root, 'dist/functions/probe/index.mjs.map'))).toBe(true);
    expect(existsSync(join(root, 'dist/functions/probe/left-over.txt'))).toBe(false);
  });

  test('its report says how big it is at start and of what; the chain of credential providers is not in it', () => {
    const textOf = (file: string): string => readFileSync(join(root, 'dist/functions/probe', file), 'utf8');
    const imported = [...textOf('index.mjs').matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)].flatMap(
      ([, file]) => file ?? [],
    );
    const texts = ['index.mjs', ...imported].map(textOf);
    expect(bundle?.bytes).toBe(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0));
    const inputs = Object.keys(bundle?.inputs ?? {});
    expect(inputs.some((path) => path.includes('client-dynamodb'))).toBe(true);
    expect(inputs.filter((path) => /credential-provider-(ini|sso|process|node)/.test(path))).toEqual([]);
  });
});
