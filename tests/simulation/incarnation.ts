/** A process that can die: what it was doing then never goes on. */
export interface Incarnation {
  isAlive(): boolean;
  /** Ends it; whoever waits for its work learns of it. */
  kill(): void;
  /** @returns a promise that never resolves once the process is dead. */
  whileAlive<T>(work: Promise<T>): Promise<T>;
  /** Calls `listener` when the process dies; returns what ends that. */
  onDeath(listener: () => void): () => void;
}

/** Where a function is that has stopped for ever. */
export const limbo = (): Promise<never> => new Promise<never>(() => undefined);

export const createIncarnation = (): Incarnation => {
  let alive = true;
  const listeners = new Set<() => void>();
  return {
    isAlive: () => alive,
    kill: () => {
      alive = false;
      for (const listener of [...listeners]) listener();
      listeners.clear();
    },
    whileAlive: async (work) => {
      try {
        const result = await work;
        return alive ? result : await limbo();
      } catch (error) {
        if (alive) throw error;
        return limbo();
      }
    },
    onDeath: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
