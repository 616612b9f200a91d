import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

/** How long a process may take to end by itself, milliseconds. */
const PATIENCE_MS = 5_000;

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Runs a command to its end, its output ours.
 * @throws Error with the command and its exit code when that is not 0.
 */
export const run = async (command: string, args: readonly string[], options: RunOptions = {}): Promise<void> => {
  const child = spawn(command, [...args], { ...options, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code, signal] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: ${signal ?? `exit code ${code}`}`);
};

/** A process in the background, with everything it started. */
export interface Background {
  readonly child: ChildProcess;
  /** Ends it and all it started. */
  stop(): Promise<void>;
}

/** Starts a command as leader of a process group of its own. */
export const start = (command: string, args: readonly string[], options: SpawnOptions): Background => {
  const child = spawn(command, [...args], { ...options, detached: true });
  const signal = (name: NodeJS.Signals): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  };
  return {
    child,
    stop: async () => {
      const isRunning = child.pid !== undefined && child.exitCode === null && child.signalCode === null;
      const ended = isRunning ? once(child, 'exit', { signal: AbortSignal.timeout(PATIENCE_MS) }) : undefined;
      signal('SIGTERM');
      await ended?.catch(() => undefined);
      signal('SIGKILL');
    },
  };
};
