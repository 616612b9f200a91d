import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { leanContracts } from '../../../console/build/lean-contracts.ts';
import { CATALOG } from '../../../functions/catalog.ts';

const ROUTES = fileURLToPath(new URL('../../../shared/http/routes/', import.meta.url));

interface Loaded {
  readonly code: string;
}

/** What the page gets of a file of contracts, by name of contract. */
const leanly = async (file: string): Promise<Readonly<Record<string, Record<string, unknown>>>> => {
  const { load } = leanContracts();
  if (typeof load !== 'function') throw new Error('the plugin loads by a function');
  const loaded = (await load.call({} as never, `${ROUTES}${file}`)) as Loaded | null;
  const groups = (loaded?.code ?? '').matchAll(/^export const \w+ = (.+);$/gm);
  return Object.assign({}, ...[...groups].map(([, json = '{}']) => JSON.parse(json)));
};

describe('the contracts that the page is built with', () => {
  const contracts = CATALOG.flatMap(({ routes }) => routes);

  it('are those of the catalogue, as far as calling goes, and hold no schemas', async () => {
    const lean = await Promise.all(readdirSync(ROUTES).map(leanly));
    const byOperation = new Map(lean.flatMap(Object.values).map((each) => [each.operationId, each]));
    for (const { operationId, method, path, access, ifMatch, success } of contracts) {
      const { status, contentType } = success;
      expect(byOperation.get(operationId), operationId).toEqual({
        operationId,
        method,
        path,
        access,
        ...(ifMatch === undefined ? {} : { ifMatch }),
        success: { status, ...(contentType === undefined ? {} : { contentType }) },
      });
    }
    expect(byOperation.size).toBeGreaterThanOrEqual(contracts.length);
  });

  it('leaves every other module as it is', async () => {
    const { load } = leanContracts();
    if (typeof load !== 'function') throw new Error('the plugin loads by a function');
    expect(await load.call({} as never, `${ROUTES}../roles.ts`)).toBeNull();
  });
});
