import { ownCallOutRoutes } from '../../../shared/http/routes/own-call-outs.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** Call-outs as the expert who is invited has them, on a phone. */
export const OWN_CALL_OUTS_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'own-call-outs',
    navigation: { group: 'own', name: SCREEN_NAMES['own-call-outs'] },
    needs: [ownCallOutRoutes.listOwnCallOuts],
    load: async () => (await import('./own-call-out-list.tsx')).OwnCallOutList,
  },
  {
    path: 'own-call-outs/:callOutId',
    needs: [ownCallOutRoutes.readOwnCallOut],
    shows: 'call-out',
    load: async () => (await import('./own-call-out-screen.tsx')).OwnCallOutScreen,
  },
];
