import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where the systems that have a packaged Chromium put it; `CHROMIUM` says otherwise. */
const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Nothing of the browser's own may look for a network that is not there. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of a browser on this machine, if there is one. */
export const chromiumPath = PLACES.find((path): path is string => path !== undefined && existsSync(path));

/**
 * @returns a headless browser.
 * @throws Error when this machine has none.
 */
export const openBrowser = (): Promise<Browser> => {
  if (chromiumPath === undefined)
    throw new Error('no Chromium on this machine: apt-get install chromium, or set CHROMIUM');
  return chromium.launch({ executablePath: chromiumPath, args: QUIET });
};

/** Whether tests that need a browser run: where everything is required, one that is missing fails them. */
export const withBrowser = chromiumPath !== undefined || process.env.SHOUWANG_REQUIRE_ALL !== undefined;
