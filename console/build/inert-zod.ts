import type { Plugin } from 'vite';
import * as zod from 'zod';

const NAME = '\0inert-zod';

/**
 * A schema that is never asked anything: whatever is called or read of it is itself. Vocabulary modules declare schemas beside their
 * words; the page wants the words, and leaves checking to the API.
 */
const SOURCE = `
const inert = new Proxy(function () {}, {
  get: (_, name) => (name === Symbol.iterator ? function* () {} : name === Symbol.toPrimitive ? () => '' : inert),
  apply: () => inert,
  construct: () => inert,
  ownKeys: () => ['prototype'],
});
`;

/** Has modules that import zod import something inert instead: see {@link SOURCE}. */
export const inertZod = (): Plugin => ({
  name: 'inert-zod',
  enforce: 'pre',
  resolveId: (id) => (id === 'zod' ? NAME : null),
  load: (id) =>
    id === NAME
      ? {
          code: `${SOURCE}${Object.keys(zod)
            .map((name) => `export { inert as ${name} };`)
            .join('\n')}`,
          moduleSideEffects: false,
        }
      : null,
});
