import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { realpathSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { StartupError } from '../startup-error.ts';

/** Held while a process uses a data directory. */
export interface InstanceLock {
  release(): Promise<void>;
}

/**
 * The lock is a listening socket: the system lets go of it however its holder ends, so no lock is ever stale. It is named by
 * the directory, outside of it, as paths of sockets must be short.
 */
const socketOf = (directory: string): string =>
  join(tmpdir(), `shouwang-${createHash('sha256').update(realpathSync(directory)).digest('hex').slice(0, 16)}.sock`);

/** @returns the process id of whoever listens, or `undefined` when nobody does. */
const holderOf = async (path: string): Promise<string | undefined> => {
  const socket = createConnection(path);
  try {
    await once(socket, 'connect');
    return await readAll(socket);
  } catch {
    return undefined;
  } finally {
    socket.destroy();
  }
};

const listen = async (server: Server, path: string): Promise<boolean> => {
  server.listen(path);
  try {
    await once(server, 'listening');
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  }
};

/**
 * Makes sure that one process at a time uses a data directory.
 * @throws StartupError when another does.
 */
export const lockInstance = async (directory: string): Promise<InstanceLock> => {
  const path = socketOf(directory);
  const server = createServer((socket) => socket.end(String(process.pid)));
  if (!(await listen(server, path))) {
    const holder = await holderOf(path);
    if (holder !== undefined) {
      throw new StartupError({
        zh: `数据目录 ${directory} 正由另一进程（${holder}）使用。请先停止它，或用环境变量 SHOUWANG_DATA_DIR 指定别的目录。`,
        en: `Another process (${holder}) is using the data directory ${directory}. Stop it first, or name another directory in SHOUWANG_DATA_DIR.`,
      });
    }
    rmSync(path, { force: true });
    await listen(server, path);
  }
  server.unref();
  return {
    release: async () => {
      server.close();
      await once(server, 'close');
    },
  };
};
