import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { consoleSettings } from '../../infra/console/console-settings.ts';
import type { ToFolder } from './options.ts';

/** Puts the built console and its settings into a folder, to be served by whatever serves static files. */
export const writeTo = async (files: string, { folder, city, api, issuer, clientId }: ToFolder): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await cp(files, folder, { recursive: true });
  const settings = consoleSettings({ issuer, clientId, cities: [{ code: city, api }] });
  await writeFile(join(folder, 'console.json'), JSON.stringify(settings));
};
