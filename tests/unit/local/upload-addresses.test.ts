import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLocalFileStore, forgetOldFiles } from '../../../infra/local/files/local-file-store.ts';
import { UploadAddresses } from '../../../infra/local/files/upload-addresses.ts';
import { LocalServer } from '../../../infra/local/gateway/local-server.ts';
import { DAY_MS } from '../../../shared/domain/kernel/instant.ts';
import { type FileStore, UPLOAD_SECONDS } from '../../../shared/files/file-store.ts';
import { aFreshId, XINING } from '../../builders/circumstances.ts';

const silent = () => undefined;
const NAME = 'imports/0190b000-0000-7000-8000-000000000801/file';
const FILE = Buffer.from('队伍名称\n');

let directory: string;
let server: LocalServer;
let files: FileStore;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'shouwang-files-'));
  server = new LocalServer({ debug: silent, info: silent, warn: silent, error: silent });
  const addresses = new UploadAddresses(`${await server.listen(0)}/_files`, Buffer.alloc(32, 7));
  files = createLocalFileStore({ directory, city: XINING, addresses, newId: aFreshId });
  addresses.serve(XINING, files);
  server.mount('_files', (request, path, query) => addresses.answer(request, path, query));
  server.open();
});

afterEach(async () => {
  vi.useRealTimers();
  await server.close();
  rmSync(directory, { recursive: true, force: true });
});

const upload = async (change: (url: URL) => void = silent, body: Uint8Array = FILE, headers = {}) => {
  const address = await files.uploadAddress(NAME, FILE.byteLength);
  const url = new URL(address.url);
  change(url);
  const init = { method: 'PUT', headers: { ...address.headers, ...headers }, body: new Uint8Array(body) };
  return (await fetch(url, init)).status;
};

describe('addresses to upload a file to', () => {
  it('take that file, of that size', async () => {
    expect(await upload()).toBe(200);
    expect(Buffer.from((await files.get(NAME)) ?? [])).toEqual(FILE);
    expect(await files.size(NAME)).toBe(FILE.byteLength);
    await files.delete(NAME);
    await files.delete(NAME);
    expect(await files.get(NAME)).toBeUndefined();
    expect(await files.size(NAME)).toBeUndefined();
  });

  it.each<readonly [string, Parameters<typeof upload>]>([
    ['for another name', [(url) => Object.assign(url, { pathname: url.pathname.replace('801', '802') })]],
    ['for another city', [(url) => Object.assign(url, { pathname: url.pathname.replace(XINING, '620100') })]],
    ['with another size', [(url) => url.searchParams.set('size', '1000000'), Buffer.alloc(1_000_000)]],
    ['with a later end', [(url) => url.searchParams.set('expires', '9999999999')]],
    ['without signature', [(url) => url.searchParams.delete('signature')]],
    ['with less than was announced', [silent, FILE.subarray(1)]],
    ['with another type', [silent, FILE, { 'content-type': 'text/html' }]],
  ])('are refused %s', async (_, call) => {
    expect(await upload(...call)).toBe(403);
    expect(await files.get(NAME)).toBeUndefined();
  });

  it('take no more than was announced', async () => {
    expect(await upload(silent, Buffer.alloc(1000))).toBe(413);
  });

  it('are good for a quarter of an hour', async () => {
    const { url, headers } = await files.uploadAddress(NAME, FILE.byteLength);
    vi.useFakeTimers({ now: Date.now() + (UPLOAD_SECONDS + 1) * 1000, toFake: ['Date'] });
    expect((await fetch(url, { method: 'PUT', headers, body: new Uint8Array(FILE) })).status).toBe(403);
  });

  it('let a page of another origin ask, and nothing be read', async () => {
    const { url } = await files.uploadAddress(NAME, FILE.byteLength);
    const asked = await fetch(url, { method: 'OPTIONS', headers: { origin: 'https://console.example' } });
    expect(asked.headers.get('access-control-allow-origin')).toBe('https://console.example');
    expect((await fetch(url)).status).toBe(405);
  });
});

it('files are forgotten after thirty days', async () => {
  await files.put(NAME, FILE);
  await forgetOldFiles(directory, Date.now() + 29 * DAY_MS);
  expect(await files.size(NAME)).toBe(FILE.byteLength);
  await forgetOldFiles(directory, Date.now() + 31 * DAY_MS);
  expect(await files.size(NAME)).toBeUndefined();
  await forgetOldFiles(join(directory, 'none'), Date.now());
});

it('names that lead out of the directory are no names', async () => {
  for (const name of ['../keys/issuer.pem', '/etc/passwd', 'a//b', 'imports/..'])
    await expect(files.get(name)).rejects.toThrow(RangeError);
});
