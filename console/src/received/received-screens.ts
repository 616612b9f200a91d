import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** What partners ask of this city. */
export const RECEIVED_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'requests/received',
    navigation: { group: 'aid', name: SCREEN_NAMES.received },
    needs: [receivedRequestRoutes.listReceivedRequests],
    load: async () => (await import('./received-list.tsx')).ReceivedList,
  },
  {
    path: 'received-requests/:requestId',
    needs: [receivedRequestRoutes.readReceivedRequest],
    shows: 'received-request',
    load: async () => (await import('./received-request.tsx')).ReceivedRequest,
  },
];
