import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import type { RouteContract } from '../../shared/http/route.ts';

const ROUTES = /\/shared\/http\/routes\/[\w-]+\.ts$/;

/** What a caller needs of a contract; the schemas check at the other end, and would be most of the page. */
const lean = ({ operationId, method, path, access, ifMatch, success: { status, contentType } }: RouteContract) => ({
  operationId,
  method,
  path,
  access,
  ...(ifMatch === undefined ? {} : { ifMatch }),
  success: { status, ...(contentType === undefined ? {} : { contentType }) },
});

const isContract = (value: unknown): value is RouteContract =>
  typeof value === 'object' && value !== null && 'operationId' in value && 'method' in value;

/**
 * Gives the page the route contracts without their schemas: the types are those of the contracts as they stand in the source, the
 * values what is needed to call them. Whatever else such a module exports is left out.
 */
export const leanContracts = (): Plugin => ({
  name: 'lean-contracts',
  enforce: 'pre',
  async load(id) {
    const [file = ''] = id.split('?');
    if (!ROUTES.test(file)) return null;
    const exported = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
    const groups = Object.entries(exported).flatMap(([name, value]) => {
      if (typeof value !== 'object' || value === null) return [];
      const contracts = Object.entries(value).filter(([, each]) => isContract(each));
      return contracts.length === 0
        ? []
        : [
            `export const ${name} = ${JSON.stringify(Object.fromEntries(contracts.map(([key, each]) => [key, lean(each)])))};`,
          ];
    });
    return { code: groups.join('\n'), map: null, moduleSideEffects: false };
  },
});
