import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** Missions across cities, and the own team's for its leader. */
export const DEPLOYMENTS_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'deployments',
    navigation: { group: 'aid', name: SCREEN_NAMES.deployments },
    needs: [deploymentRoutes.listDeployments],
    load: async () => (await import('./deployment-list.tsx')).DeploymentList,
  },
  {
    path: 'deployments/:deploymentId',
    needs: [deploymentRoutes.readDeployment],
    shows: 'deployment',
    load: async () => (await import('./deployment-screen.tsx')).DeploymentScreen,
  },
  {
    path: 'deployments/:deploymentId/order',
    needs: [deploymentRoutes.readDeployment],
    load: async () => (await import('./mission-order.tsx')).MissionOrder,
  },
];
