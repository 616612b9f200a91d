import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A way to the emulator on which requests count as come by TLS. */
export interface TlsFront {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The bucket that the CDK bootstraps refuses requests without TLS, and an emulator that enforces policies refuses them too. This
 * stands where a load balancer would have ended the TLS.
 */
export const startTlsFront = async (endpoint: string): Promise<TlsFront> => {
  const { hostname, port } = new URL(endpoint);
  const server = createServer((incoming, outgoing) => {
    const headers = { ...incoming.headers, 'x-forwarded-proto': 'https' };
    const onward = request({ hostname, port, method: incoming.method, path: incoming.url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.once('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
