import { SCREENS } from '../shell/screens.ts';

/** Paths of what agencies, experts and team leaders work with. */
const BY_PHONE = /^(own-|deployments)/;

/** Screens of those who work by phone are fetched before they are gone to: without a line it would be too late. */
const loadOwnScreens = (): Promise<unknown> =>
  Promise.all(SCREENS.filter(({ path }) => BY_PHONE.test(path)).map(({ load }) => load()));

const isOwnFile = (url: string): boolean => url.startsWith(new URL('assets/', document.baseURI).href);

/** Installs the service worker, and tells it which files the page is made of that were fetched before it came. */
export const keepPage = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register(new URL('sw.js', document.baseURI));
  await loadOwnScreens();
  const { active } = await navigator.serviceWorker.ready;
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter(isOwnFile);
  active?.postMessage({ keep: [...new Set(files)] });
};
