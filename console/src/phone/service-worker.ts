/**
 * Keeps the files of the page, so that it opens without a line. Whether there is a newer page is asked first each time: an old one
 * is shown only when no answer comes. Files whose names hold a digest never change. Nothing of the API goes through here.
 *
 * It is a program of its own, built to one file, and so imports nothing.
 */

/** What a service worker has to do before it may rest. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Told extends Lasting {
  readonly data: { readonly keep?: readonly string[] };
}
interface Worker {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: Told) => void): void;
}

const worker = globalThis as unknown as Worker;

const PAGE = 'shouwang-page';
const FILES = 'shouwang-files';

/** Beside the page, and as new as it. */
const BESIDE = ['console.json', 'manifest.webmanifest', 'icon.svg', 'icon-urgent.svg', 'icon-192.png', 'icon-512.png'];

/** After this a line that gives no answer counts as none, milliseconds. */
const PATIENCE_MS = 10_000;

const home = (): string => new URL('./', worker.registration.scope).href;

/** Whatever the identity provider has added to it, the page is the page. */
const pageOf = ({ url, mode }: Request): string | undefined => {
  const { origin, pathname } = new URL(url);
  const bare = `${origin}${pathname}`;
  if (bare === home() || bare === `${home()}index.html`) return mode === 'navigate' ? home() : undefined;
  return BESIDE.some((name) => bare === `${home()}${name}`) ? bare : undefined;
};

/** Another page is made of other files: those of the one before are let go. */
const keepPage = async (name: string, fresh: Response): Promise<void> => {
  const cache = await caches.open(PAGE);
  const before = await cache.match(name);
  const text = await fresh.clone().text();
  if (name === home() && before && (await before.text()) !== text) await caches.delete(FILES);
  await cache.put(name, fresh);
};

const newest = async (request: Request, name: string): Promise<Response> => {
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (fresh.ok) await keepPage(name, fresh.clone());
    return fresh;
  } catch (error) {
    const kept = await (await caches.open(PAGE)).match(name);
    if (kept) return kept;
    throw error;
  }
};

const kept = async (request: Request): Promise<Response> => {
  const cache = await caches.open(FILES);
  const known = await cache.match(request);
  if (known) return known;
  const fresh = await fetch(request);
  if (fresh.ok) await cache.put(request, fresh.clone());
  return fresh;
};

/** @returns once the page, what lies beside it and the files named are kept, as far as they are to be had. */
const keepAll = async (files: readonly string[]): Promise<void> => {
  const [page, cache] = await Promise.all([caches.open(PAGE), caches.open(FILES)]);
  const beside = [home(), ...BESIDE.map((name) => `${home()}${name}`)].map((url) => page.add(url));
  const rest = files.map(async (url) => ((await cache.match(url)) ? undefined : cache.add(url)));
  await Promise.allSettled([...beside, ...rest]);
};

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (event) => {
  if (event.data.keep) event.waitUntil(keepAll(event.data.keep));
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const page = pageOf(request);
  if (page !== undefined) event.respondWith(newest(request, page));
  else if (request.url.startsWith(`${home()}assets/`)) event.respondWith(kept(request));
});
