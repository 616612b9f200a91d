import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import {
  type FileStore,
  UPLOAD_CONTENT_TYPE,
  UPLOAD_SECONDS,
  type UploadAddress,
} from '../../../shared/files/file-store.ts';
import { type Answer, message, readBody } from '../gateway/answer.ts';

/** What an address allows. */
interface Permission {
  readonly city: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Seconds since 1970. */
  readonly expires: number;
}

const now = (): number => Math.floor(Date.now() / 1000);

const preflight = (request: IncomingMessage): Record<string, string> => ({
  'access-control-allow-origin': request.headers.origin ?? '*',
  'access-control-allow-methods': 'PUT',
  'access-control-allow-headers': 'content-type',
});

/**
 * Addresses to which files can be uploaded, signed and expiring, as S3 signs them: whoever knows one needs no token, and can put
 * that one file, of that size, there.
 */
export class UploadAddresses {
  private readonly url: string;
  private readonly secret: Uint8Array;
  private readonly stores = new Map<string, FileStore>();

  /** @param url of what {@link answer} is mounted at. */
  constructor(url: string, secret: Uint8Array) {
    this.url = url;
    this.secret = secret;
  }

  /** Has files that are uploaded for a city put there. */
  serve(city: string, store: FileStore): void {
    this.stores.set(city, store);
  }

  issue(city: string, name: string, size: number): UploadAddress {
    const expires = now() + UPLOAD_SECONDS;
    const query = new URLSearchParams({ size: String(size), expires: String(expires) });
    query.set('signature', this.sign({ city, name, size, expires }));
    return { url: `${this.url}/${city}/${name}?${query}`, headers: { 'content-type': UPLOAD_CONTENT_TYPE } };
  }

  /** @param path below what it is mounted at. */
  async answer(request: IncomingMessage, path: string, query: string): Promise<Answer> {
    if (request.method === 'OPTIONS') return { status: 204, headers: preflight(request) };
    if (request.method !== 'PUT') return message(405, 'MethodNotAllowed');
    const [, city = '', name = ''] = /^\/([^/]*)\/(.*)$/.exec(path) ?? [];
    const parameters = new URLSearchParams(query);
    const [size, expires] = [Number(parameters.get('size')), Number(parameters.get('expires'))];
    const store = this.stores.get(city);
    const isSigned = this.isSigned({ city, name, size, expires }, parameters.get('signature') ?? '');
    const isTyped = request.headers['content-type'] === UPLOAD_CONTENT_TYPE;
    if (!store || !isSigned || !isTyped || expires < now()) return message(403, 'AccessDenied');
    const bytes = await readBody(request, size);
    if (bytes.byteLength !== size) return message(403, 'AccessDenied');
    await store.put(name, bytes);
    return { status: 200, headers: preflight(request) };
  }

  private sign({ city, name, size, expires }: Permission): string {
    return createHmac('sha256', this.secret)
      .update(JSON.stringify([city, name, size, expires]))
      .digest('base64url');
  }

  private isSigned(permission: Permission, signature: string): boolean {
    const expected = Buffer.from(this.sign(permission));
    const actual = Buffer.from(signature);
    return actual.byteLength === expected.byteLength && timingSafeEqual(actual, expected);
  }
}
