import { createHashRouter } from 'react-router';
import { Frame } from './frame.tsx';

/** Screens by their address; each but the first is loaded when it is first gone to. After the hash, so that plain static files will do. */
export const router = createHashRouter([
  {
    path: '/',
    Component: Frame,
    children: [
      { index: true, lazy: async () => ({ Component: (await import('../duty-board/duty-board.tsx')).DutyBoard }) },
      {
        path: 'requests',
        lazy: async () => ({ Component: (await import('../requests/request-list.tsx')).RequestList }),
      },
    ],
  },
]);
