import { ledgerRoutes } from '../../../shared/http/routes/ledger.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** Requests that this city places with its partners. */
export const REQUESTS_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'requests',
    navigation: { group: 'aid', name: SCREEN_NAMES.requests },
    needs: [requestRoutes.listRequests],
    load: async () => (await import('./request-list.tsx')).RequestList,
  },
  {
    path: 'requests/new',
    needs: [requestRoutes.draftRequest],
    load: async () => (await import('./new-request.tsx')).NewRequest,
  },
  {
    path: 'requests/:requestId',
    needs: [requestRoutes.readRequest],
    shows: 'request',
    load: async () => (await import('./request-screen.tsx')).RequestScreen,
  },
  {
    path: 'requests/:requestId/items',
    needs: [requestRoutes.reviseRequest, requestRoutes.updateRequest],
    load: async () => (await import('./rewrite-request.tsx')).RewriteRequest,
  },
  {
    path: 'requests/:requestId/requisition',
    needs: [requestRoutes.requisitionTeams, ledgerRoutes.readStory],
    load: async () => (await import('./requisition-screen.tsx')).RequisitionScreen,
  },
  {
    path: 'requests/:requestId/requisitions/:requisitionId',
    needs: [requestRoutes.readRequest],
    load: async () => (await import('./signed-paper-screen.tsx')).SignedPaperScreen,
  },
  {
    path: 'offers/:offerId/requests',
    needs: [requestRoutes.takeUpOffer],
    load: async () => (await import('./take-up-offer.tsx')).TakeUpOffer,
  },
];
