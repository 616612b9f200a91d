import { hkdfSync, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { FileStore } from '../../shared/files/file-store.ts';
import type { Secrets } from '../../shared/notify/secrets.ts';
import { openDataDirectory } from './engine/data-directory.ts';
import { startEngine } from './engine/dynoxide.ts';
import { privateKeyFile } from './engine/key-file.ts';
import { createSecretFile } from './engine/secret-file.ts';
import { Tables } from './engine/tables.ts';
import { FileLog } from './file-log.ts';
import { createLocalFileStore, forgetOldFiles } from './files/local-file-store.ts';
import { UploadAddresses } from './files/upload-addresses.ts';
import { LocalServer } from './gateway/local-server.ts';
import { TokenIssuer } from './identity/token-issuer.ts';
import { RowTable } from './messaging/message-rows.ts';
import type { Started } from './started.ts';

export interface FoundationOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** Everything is temporary without one. */
  readonly dataDirectory?: string;
  /** Told when the engine dies by itself. */
  readonly onEngineDeath?: (reason: string) => void;
}

/** What all cities of this process stand on. */
export interface Foundation {
  readonly url: string;
  readonly server: LocalServer;
  readonly log: FileLog;
  readonly logFile: string;
  readonly issuer: TokenIssuer;
  readonly newId: () => string;
  /** @returns the city's own signing key, of P-256. */
  signingKey(city: string): KeyObject;
  /** Where files are uploaded; to be mounted at {@link UPLOADS}. */
  readonly uploads: UploadAddresses;
  /** @returns the city's files. */
  openFiles(city: string): FileStore;
  /** Where the shifts of the test clock are kept. */
  readonly clockFile: string;
  /** Where it is kept who was introduced to the issuer. */
  readonly peopleFile: string;
  /** @returns where the city keeps what nobody is to read. */
  openSecrets(city: string): Secrets;
  /** @returns the table of that name, made if it is not there. */
  openTable(name: string): Promise<RowTable>;
}

/** The first path segment of the addresses to which files are uploaded. */
export const UPLOADS = '_files';

/** What addresses are signed with: made of the issuer's key, so that it outlives a restart as that does. */
const uploadSecret = (key: KeyObject): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key.export({ type: 'pkcs8', format: 'der' }), '', 'upload addresses', 32));

/** @throws StartupError when the port, the data directory or the engine is not to be had. */
export const layFoundation = async (
  { port = 0, dataDirectory, onEngineDeath }: FoundationOptions,
  started: Started,
): Promise<Foundation> => {
  const directory = started.add(await openDataDirectory(dataDirectory), (each) => each.release());
  const logFile = join(directory.path, 'shouwang.log');
  const log = started.add(new FileLog(logFile), (each) => each.close());
  const server = started.add(new LocalServer(log.of('runtime')), (each) => each.close());
  const url = await server.listen(port);
  const onDeath = (reason: string): void => {
    log.of('runtime').error('the database engine died', { reason });
    onEngineDeath?.(reason);
  };
  const where = directory.database === undefined ? {} : { directory: directory.database };
  const engine = started.add(await startEngine({ ...where, onDeath }), (each) => each.stop());
  const tables = started.add(new Tables(engine), (each) => each.close());
  const keyFile = (name: string): string => join(directory.path, 'keys', `${name}.pem`);
  const newId = (): string => v7();
  const issuerKey = privateKeyFile(keyFile('issuer'), 'RSA');
  const files = join(directory.path, 'files');
  await forgetOldFiles(files, Date.now());
  const uploads = new UploadAddresses(`${url}/${UPLOADS}`, uploadSecret(issuerKey));
  return {
    url,
    server,
    log,
    logFile,
    issuer: await TokenIssuer.of(`${url}/oidc`, issuerKey),
    uploads,
    openFiles: (city) => {
      const store = createLocalFileStore({ directory: files, city, addresses: uploads, newId });
      uploads.serve(city, store);
      return store;
    },
    clockFile: join(directory.path, 'clock.json'),
    peopleFile: join(directory.path, 'people.json'),
    openSecrets: (city) => createSecretFile(join(directory.path, 'secrets', `${city}.json`)),
    newId,
    signingKey: (city) => privateKeyFile(keyFile(city), 'P-256'),
    openTable: async (name) => {
      const table = new RowTable(await tables.open(name), newId);
      return started.add(table, ({ writer }) => writer.flush());
    },
  };
};
