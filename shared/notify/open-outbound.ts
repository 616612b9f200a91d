import { lookup as resolve } from 'node:dns';
import { lookup as resolveAll } from 'node:dns/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { createTransport } from 'nodemailer';
import { MailRefused, NotAllowedThere, type Outbound, type OutboundAnswer, type OutboundMail } from './outbound.ts';
import { isPublicAddress } from './public-address.ts';

export interface OutboundOptions {
  /** Lets through plain HTTP, servers without TLS and private addresses: for development only. */
  readonly privateToo?: boolean;
}

/** How long another system may take, milliseconds; and how much of its answer is looked at, bytes. */
const PATIENCE_MS = 8_000;
const MOST_ANSWER = 4096;

const NOT_PUBLIC = 'the address is not one of the open internet';

/** Resolves a name as usual, but refuses whatever is not public: checked on the very address that is connected to. */
const publicLookup: LookupFunction = (hostname, options, callback) =>
  resolve(hostname, options, (error, address, family) => {
    const found = typeof address === 'string' ? [address] : (address ?? []).map((each) => each.address);
    const refused = error ?? (found.every(isPublicAddress) ? null : new NotAllowedThere(NOT_PUBLIC));
    callback(refused, address, family);
  });

const beginningOf = async (response: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).byteLength;
    if (length >= MOST_ANSWER) break;
  }
  return Buffer.concat(chunks).subarray(0, MOST_ANSWER).toString('utf8');
};

/** @throws NotAllowedThere */
const assertAllowed = ({ protocol, hostname, username }: URL): void => {
  if (protocol !== 'https:') throw new NotAllowedThere('only https is allowed');
  if (username !== '') throw new NotAllowedThere('an address must not name a user');
  const host = hostname.replace(/^\[|\]$/g, '');
  // No name is looked up for an address that is given as a number.
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new NotAllowedThere(NOT_PUBLIC);
};

const post =
  (privateToo: boolean): Outbound['post'] =>
  ({ url, headers, body }) => {
    const target = new URL(url);
    if (!privateToo) assertAllowed(target);
    const send = target.protocol === 'http:' ? httpRequest : httpsRequest;
    return new Promise<OutboundAnswer>((done, failed) => {
      const request = send(target, {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...(privateToo ? {} : { lookup: publicLookup }),
      });
      request.on('error', failed);
      request.on('response', (response) => {
        beginningOf(response).then((text) => done({ status: response.statusCode ?? 0, body: text }), failed);
      });
      request.end(body);
    });
  };

/** SMTP servers are connected to by the address that was checked; their certificate is that of their name. */
const checkedHost = async (host: string, privateToo: boolean): Promise<string> => {
  if (privateToo) return host;
  const [first, ...others] = (await resolveAll(host, { all: true })).map(({ address }) => address);
  if (first === undefined || ![first, ...others].every(isPublicAddress)) throw new NotAllowedThere(NOT_PUBLIC);
  return first;
};

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'responseCode' in error && Number(error.responseCode) >= 500;

const mail =
  (privateToo: boolean): Outbound['mail'] =>
  async ({ server, password, to, subject, text, messageId }: OutboundMail) => {
    const { host, port, security, user, from } = server;
    const transport = createTransport({
      host: await checkedHost(host, privateToo),
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls' && !privateToo,
      tls: { servername: host },
      ...(user === undefined || password === undefined ? {} : { auth: { user, pass: password } }),
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    });
    try {
      await transport.sendMail({ from, to, subject, text, messageId: `<${messageId}>` });
    } catch (error) {
      throw isRefusal(error) ? new MailRefused((error as Error).message) : error;
    } finally {
      transport.close();
    }
  };

/** @returns the way out to the open internet, and to nothing else unless told so. */
export const createOutbound = ({ privateToo = false }: OutboundOptions = {}): Outbound => ({
  post: post(privateToo),
  mail: mail(privateToo),
});
