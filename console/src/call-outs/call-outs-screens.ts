import { callOutRoutes } from '../../../shared/http/routes/call-outs.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** Experts that the duty room asks. */
export const CALL_OUTS_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'call-outs',
    navigation: { group: 'response', name: SCREEN_NAMES['call-outs'] },
    needs: [callOutRoutes.listCallOuts],
    load: async () => (await import('./call-out-list.tsx')).CallOutList,
  },
  {
    path: 'call-outs/new',
    needs: [callOutRoutes.openCallOut],
    load: async () => (await import('./new-call-out.tsx')).NewCallOut,
  },
  {
    path: 'call-outs/:callOutId',
    needs: [callOutRoutes.readCallOut],
    shows: 'call-out',
    load: async () => (await import('./call-out-screen.tsx')).CallOutScreen,
  },
];
