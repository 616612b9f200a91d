import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { createOutbound } from '../../shared/notify/open-outbound.ts';
import { MailRefused, NotAllowedThere } from '../../shared/notify/outbound.ts';
import { signedPost, webhookSignature } from '../../shared/notify/webhook-signature.ts';
import { NOW, XINING } from '../builders/circumstances.ts';

const closing: (() => void)[] = [];
afterAll(() => {
  for (const close of closing) close();
});

/** A web server that notes what it is POSTed. */
const webServer = async (status: number, headers: Record<string, string> = {}, body = '') => {
  const got: { readonly message: IncomingMessage; readonly body: string }[] = [];
  const server = createServer(async (message, response) => {
    got.push({ message, body: await text(message) });
    response.writeHead(status, headers).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
};

/** A mail server of a few words, after RFC 5321; it notes the mails it takes. */
const mailServer = async (refuse?: string) => {
  const mails: string[] = [];
  const talk = (socket: Socket): void => {
    let data: string | undefined;
    let buffer = '';
    const answers: Readonly<Record<string, string>> = {
      EHLO: '250-here\r\n250 8BITMIME',
      MAIL: '250 ok',
      RCPT: refuse ?? '250 ok',
      DATA: '354 go on',
      QUIT: '221 bye',
    };
    const line = (words: string): void => {
      if (data !== undefined) {
        if (words !== '.') {
          data += `${words}\n`;
          return;
        }
        mails.push(data);
        data = undefined;
        socket.write('250 taken\r\n');
        return;
      }
      const verb = words.slice(0, 4).toUpperCase();
      if (verb === 'DATA') data = '';
      socket.write(`${answers[verb] ?? '250 ok'}\r\n`);
    };
    socket.on('error', () => undefined);
    socket.write('220 here\r\n');
    socket.on('data', (chunk) => {
      buffer += chunk.toString();
      const lines = buffer.split('\r\n');
      buffer = lines.pop() ?? '';
      for (const words of lines) line(words);
    });
  };
  const server = createSocketServer(talk).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return {
    mails,
    server: { host: '127.0.0.1', port, security: 'starttls', from: 'duty@xining.example' } as const,
  };
};

const mail = {
  to: 'somebody@xining.example',
  subject: '【紧急】堤坝险情',
  text: '请速处置',
  messageId: 'd1@630100.shouwang',
};

describe('in development', () => {
  const outbound = createOutbound({ privateToo: true });

  it('a webhook arrives as it was signed', async () => {
    const { got, url } = await webServer(204);
    const key = 'a-key-of-sixteen-characters';
    const request = signedPost({ url, key }, 'delivery-1', NOW, { type: 'notice', city: XINING, words: '守望' });
    expect(await outbound.post(request)).toEqual({ status: 204, body: '' });
    const [{ message, body } = expect.unreachable('nothing came')] = got;
    const { 'shouwang-timestamp': timestamp, 'shouwang-signature': signature } = message.headers;
    expect(message.method).toBe('POST');
    expect(message.headers['shouwang-delivery']).toBe('delivery-1');
    expect(signature).toBe(webhookSignature(key, String(timestamp), body));
    expect(JSON.parse(body)).toMatchObject({ words: '守望' });
  });

  it('a redirect is an answer, and not followed', async () => {
    const other = await webServer(200);
    const { url } = await webServer(302, { location: other.url });
    expect(await outbound.post({ url, headers: {}, body: '{}' })).toMatchObject({ status: 302 });
    expect(other.got).toEqual([]);
  });

  it('no more than the beginning of an answer is looked at', async () => {
    const { url } = await webServer(200, {}, 'x'.repeat(1_000_000));
    const { body } = await outbound.post({ url, headers: {}, body: '{}' });
    expect(body.length).toBe(4096);
  });

  it('nobody listening is an error with a code', async () => {
    const request = { url: 'http://127.0.0.1:1/', headers: {}, body: '{}' };
    await expect(outbound.post(request)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('a mail arrives with its subject, its words and its id', async () => {
    const { mails, server } = await mailServer();
    await outbound.mail({ server, ...mail });
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain('Message-ID: <d1@630100.shouwang>');
    expect(mails[0]).toContain('To: somebody@xining.example');
    const encoded = /=\?UTF-8\?B\?([^?]+)\?=/.exec(mails[0] ?? '')?.[1] ?? '';
    expect(mail.subject.startsWith(Buffer.from(encoded, 'base64').toString())).toBe(true);
  });

  it('a mail that the server will never take is refused, one that it will take later is not', async () => {
    const never = await mailServer('550 no such user');
    await expect(outbound.mail({ server: never.server, ...mail })).rejects.toBeInstanceOf(MailRefused);
    const later = await mailServer('451 later');
    const rejection = expect(outbound.mail({ server: later.server, ...mail })).rejects;
    await rejection.toThrow();
    await rejection.not.toBeInstanceOf(MailRefused);
  });
});

describe('in earnest', () => {
  const outbound = createOutbound();
  const post = (url: string) => outbound.post({ url, headers: {}, body: '{}' });

  it.each([
    'http://example.com/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://user:password@example.com/',
  ])('nothing is sent to %s', async (url) => {
    await expect((async () => post(url))()).rejects.toBeInstanceOf(NotAllowedThere);
  });

  it('nothing is sent to a name that leads to a private address', async () => {
    const { got, url } = await webServer(200);
    const { port } = new URL(url);
    await expect(post(`https://localhost:${port}/`)).rejects.toBeInstanceOf(NotAllowedThere);
    expect(got).toEqual([]);
  });

  it('no mail is handed to a server at a private address, nor to one without TLS', async () => {
    const { mails, server } = await mailServer();
    await expect(outbound.mail({ server, ...mail })).rejects.toBeInstanceOf(NotAllowedThere);
    await expect(outbound.mail({ server: { ...server, host: 'localhost' }, ...mail })).rejects.toBeInstanceOf(
      NotAllowedThere,
    );
    expect(mails).toEqual([]);
  });
});
