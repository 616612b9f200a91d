import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { DEPLOYMENTS } from './deployments-words.ts';

/** Missions across cities, and the own team's for its leader. */
export const DEPLOYMENTS_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'deployments',
    navigation: { group: 'aid', name: DEPLOYMENTS.words.title },
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
