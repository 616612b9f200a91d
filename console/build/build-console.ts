import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { inertZod } from './inert-zod.ts';
import { leanContracts } from './lean-contracts.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Where the page is built to, as plain static files. */
export const CONSOLE_FILES = fileURLToPath(new URL('../../dist/console', import.meta.url));

/** Builds the page. */
export const buildConsole = async (): Promise<void> => {
  await build({
    root: ROOT,
    configFile: false,
    // Paths from where the page lies, so that it can lie anywhere.
    base: './',
    logLevel: 'warn',
    plugins: [leanContracts(), inertZod(), react()],
    build: {
      outDir: CONSOLE_FILES,
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        onLog: (level, log, handle) => {
          // Ant Design marks modules for servers that render; there is none here.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
        },
      },
    },
  });
};
