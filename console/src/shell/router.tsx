import { createHashRouter } from 'react-router';
import { Broken } from './broken.tsx';
import { Frame } from './frame.tsx';
import { Home } from './home.tsx';
import { NothingHere } from './nothing-here.tsx';
import { SCREENS } from './screens.ts';

/** Screens by their address; each is loaded when it is first gone to. After the hash, so that plain static files will do. */
export const router = createHashRouter([
  {
    path: '/',
    Component: Frame,
    ErrorBoundary: Broken,
    children: [
      { index: true, Component: Home },
      ...SCREENS.map(({ path, load }) => ({ path, lazy: async () => ({ Component: await load() }) })),
      { path: '*', Component: NothingHere },
    ],
  },
]);
