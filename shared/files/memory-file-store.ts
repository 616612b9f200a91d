import type { FileStore } from './file-store.ts';

/** @returns files in memory, for tests; upload addresses lead nowhere. */
export const createMemoryFileStore = (): FileStore & { readonly names: () => readonly string[] } => {
  const files = new Map<string, Uint8Array>();
  return {
    put: async (name, bytes) => void files.set(name, bytes),
    get: async (name) => files.get(name),
    size: async (name) => files.get(name)?.byteLength,
    delete: async (name) => void files.delete(name),
    uploadAddress: async (name) => ({ url: `https://files.invalid/${name}`, headers: {} }),
    names: () => [...files.keys()],
  };
};
