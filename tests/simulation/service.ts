import { CATALOG } from '../../functions/catalog.ts';
import { loadHandler } from '../../infra/local/city/lambda-function.ts';
import { loadSayInPinyin } from '../../shared/data/lookup/say-in-pinyin.ts';
import type { DeployedFunction } from './host.ts';

/** @returns the functions of the service, as the catalogue has them. */
export const loadService = async (): Promise<readonly DeployedFunction[]> => {
  // Loading takes real time, which must not be told in virtual time.
  await loadSayInPinyin();
  return Promise.all(
    CATALOG.map(async (definition) => ({ definition, createHandler: await loadHandler(definition.name) })),
  );
};
