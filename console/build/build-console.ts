import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';
import { inertZod } from './inert-zod.ts';
import { leanContracts } from './lean-contracts.ts';
import { withoutUniqueTooltip } from './without-unique-tooltip.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What every screen needs lies in few files: one large file compresses better than many small ones. */
const FIRST_LOAD = [
  {
    name: 'libraries',
    test: /node_modules[\\/](?:react|react-dom|scheduler|react-router|@tanstack[\\/]\w+-(?:core|query)|i18next|react-i18next|oidc-client-ts|stylis|@ant-design[\\/](?:cssinjs|cssinjs-utils|colors|fast-color))[\\/]/,
  },
  { name: 'contracts', test: /shared[\\/]http[\\/]routes[\\/]/ },
  { name: 'screens', test: /console[\\/]src[\\/](?:shell|api|i18n|live|identity|board)[\\/]|-screens\.ts$/ },
] as const;

const settingsFor = (directory: string): InlineConfig => ({
  root: ROOT,
  configFile: false,
  // Paths from where the page lies, so that it can lie anywhere.
  base: './',
  logLevel: 'warn',
  plugins: [leanContracts(), inertZod(), withoutUniqueTooltip(), react()],
  build: {
    outDir: directory,
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      // What keeps the page for when there is no line is a program of its own, under a name that stays.
      input: { index: join(ROOT, 'index.html'), sw: join(ROOT, 'src/phone/service-worker.ts') },
      output: {
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        codeSplitting: { groups: [...FIRST_LOAD] },
      },
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
