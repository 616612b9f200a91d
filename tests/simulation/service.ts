import { CATALOG } from '../../functions/catalog.ts';
import { loadHandler } from '../../infra/local/city/lambda-function.ts';
import type { DeployedFunction } from './host.ts';

/** @returns the functions of the service, as the catalogue has them. */
export const loadService = (): Promise<readonly DeployedFunction[]> =>
  Promise.all(CATALOG.map(async (definition) => ({ definition, createHandler: await loadHandler(definition.name) })));
