/** One request that an SDK client made, as it would have gone over the wire. */
export interface WireRequest {
  readonly hostname: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Answer {
  readonly status?: number;
  readonly body: string;
}

const textOf = (body: unknown): string =>
  typeof body === 'string' ? body : Buffer.from((body ?? []) as Uint8Array).toString('utf8');

/**
 * @returns a request handler for SDK clients that answers from a function instead of the network, and the requests it saw.
 */
export const wire = (answer: (request: WireRequest) => Answer) => {
  const requests: WireRequest[] = [];
  const handle = async (request: {
    hostname: string;
    path?: string;
    headers: Record<string, string>;
    body?: unknown;
  }) => {
    const { hostname, path = '/', headers } = request;
    const seen = { hostname, path, headers, body: textOf(request.body) };
    requests.push(seen);
    const { status = 200, body } = answer(seen);
    return { response: { statusCode: status, headers: {}, body: new TextEncoder().encode(body) } };
  };
  const requestHandler = { handle, metadata: { handlerProtocol: 'http/1.1' }, destroy: () => undefined };
  return { requestHandler, requests };
};

export const TEST_CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' };
