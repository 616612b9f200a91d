import type { IncomingMessage, ServerResponse } from 'node:http';

/** What goes back to the caller. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body?: string | Uint8Array;
}

export const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

export const html = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body,
});

/** An error of the gateway's own, in the words of API Gateway. */
export const message = (status: number, text: string, headers?: Readonly<Record<string, string>>): Answer =>
  json(status, { message: text }, headers);

/** Thrown when a body is larger than the reader takes. */
export class BodyTooLarge extends Error {}

/**
 * @returns the whole body.
 * @throws BodyTooLarge beyond `limit` bytes; what comes after is not read.
 */
export const readBody = async (request: IncomingMessage, limit: number): Promise<Buffer> => {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new BodyTooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  // Left open when given up, for the answer has to get out yet.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > limit) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
};

/** Resolves once the answer is on its way; a caller that has gone away is no error. */
export const send = async (request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> => {
  if (response.closed) return;
  const body = answer.body ?? '';
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
  response.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (answer.cookies?.length) response.setHeader('set-cookie', answer.cookies);
  response.setHeader('content-length', length);
  // What was not read of the request cannot be told from the next one.
  if (!request.complete) response.setHeader('connection', 'close');
  const closed = new Promise<void>((resolve) => response.once('close', resolve));
  response.end(request.method === 'HEAD' ? undefined : body);
  await closed;
};
