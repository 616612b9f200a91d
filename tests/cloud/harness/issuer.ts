import { generateKeyPairSync } from 'node:crypto';
import { DemoDirectory } from '../../../infra/local/demo-directory.ts';
import { demoPeople } from '../../../infra/local/demo-people.ts';
import { LocalServer } from '../../../infra/local/gateway/local-server.ts';
import { Oidc } from '../../../infra/local/identity/oidc.ts';
import { TokenIssuer } from '../../../infra/local/identity/token-issuer.ts';

/** The development issuer, alone. */
export interface Issuer {
  readonly url: string;
  stop(): Promise<void>;
}

const LOG = { debug: () => undefined, info: () => undefined, warn: console.warn, error: console.error };

/** Starts the development issuer with the demo people of these cities, and a key that nobody keeps. */
export const startIssuer = async (cities: readonly string[]): Promise<Issuer> => {
  const server = new LocalServer(LOG);
  const url = `${await server.listen(0)}/oidc`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const oidc = new Oidc(await TokenIssuer.of(url, privateKey), new DemoDirectory(demoPeople(cities)));
  server.mount('oidc', (request, path, query) => oidc.answer(request, path, query));
  server.open();
  return { url, stop: () => server.close() };
};
