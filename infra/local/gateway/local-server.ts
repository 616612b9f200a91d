import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Cell } from '../../../shared/lambda/cell.ts';
import { StartupError } from '../startup-error.ts';
import { type Answer, BodyTooLarge, message, send } from './answer.ts';

/** What is mounted at a path: sees the rest of the path, with its slash, and the query string without its question mark. */
export type Mount = (request: IncomingMessage, path: string, query: string) => Promise<Answer>;

const HOST = '127.0.0.1';

/** The one HTTP server of the runtime, on the loopback interface: everything is mounted below its first path segment. */
export class LocalServer {
  private readonly server: Server;
  private readonly mounts = new Map<string, Mount>();
  private rest: Mount | undefined;
  private readonly log: Cell['log'];
  private readonly underWay = new Set<Promise<void>>();
  private ready = false;

  constructor(log: Cell['log']) {
    this.log = log;
    this.server = createServer((request, response) => {
      const serving = this.serve(request, response).finally(() => this.underWay.delete(serving));
      this.underWay.add(serving);
    });
  }

  /** @param name the first path segment; empty for the front page. */
  mount(name: string, mount: Mount): void {
    this.mounts.set(name, mount);
  }

  /** @param mount sees the whole path of whatever nothing else is mounted at. */
  mountRest(mount: Mount): void {
    this.rest = mount;
  }

  /**
   * Takes the port; until {@link open} every request is answered 503.
   * @param port 0 for any.
   * @returns where it listens.
   * @throws StartupError when the port is taken.
   */
  async listen(port: number): Promise<string> {
    this.server.listen(port, HOST);
    try {
      await once(this.server, 'listening');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      throw new StartupError({
        zh: `端口 ${port} 已被占用。请停止占用它的程序，或用环境变量 PORT 指定别的端口。`,
        en: `Port ${port} is in use. Stop the program that uses it, or name another port in PORT.`,
      });
    }
    return `http://${HOST}:${(this.server.address() as AddressInfo).port}`;
  }

  open(): void {
    this.ready = true;
  }

  /** Takes no new connections, waits for the answers under way, and hangs up on whoever holds on after that. */
  async close(): Promise<void> {
    if (!this.server.listening) return;
    this.server.close();
    await Promise.allSettled(this.underWay);
    this.server.closeAllConnections();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await send(request, response, await this.answer(request));
    } catch (error) {
      if (error instanceof BodyTooLarge) return send(request, response, message(413, 'Request Entity Too Large'));
      this.log.error('a request failed', { url: request.url ?? '', error: error as Error });
      return send(request, response, message(500, 'Internal Server Error'));
    }
  }

  private async answer(request: IncomingMessage): Promise<Answer> {
    if (!this.ready) return message(503, 'Service Unavailable');
    const [path = '/', query = ''] = splitOnce(request.url ?? '/', '?');
    const [, name = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(path) ?? [];
    const mount = this.mounts.get(name);
    if (mount) return mount(request, rest || '/', query);
    return this.rest ? this.rest(request, path, query) : message(404, 'Not Found');
  }
}

const splitOnce = (text: string, separator: string): readonly string[] => {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
};
