import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';
import { inertZod } from './inert-zod.ts';
import { leanContracts } from './lean-contracts.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const settingsFor = (directory: string): InlineConfig => ({
  root: ROOT,
  configFile: false,
  // Paths from where the page lies, so that it can lie anywhere.
  base: './',
  logLevel: 'warn',
  plugins: [leanContracts(), inertZod(), react()],
  build: {
    outDir: directory,
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      // What keeps the page for when there is no line is a program of its own, under a name that stays.
      input: { index: join(ROOT, 'index.html'), sw: join(ROOT, 'src/phone/service-worker.ts') },
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
      onLog: (level, log, handle) => {
        // Ant Design marks modules for servers that render; there is none here.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
});

/**
 * Builds the page as plain static files.
 * @param directory where they go, instead of whatever is there.
 */
export const buildConsole = async (directory: string): Promise<void> => {
  const { NODE_ENV } = process.env;
  // Tests have it say `test`, and React would come as for development.
  process.env.NODE_ENV = 'production';
  try {
    await build(settingsFor(directory));
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
};
