import type { ReportDetails } from '../../../shared/domain/deployment/deployment-commands.ts';
import type { CityCode } from '../../../shared/domain/kernel/city-code.ts';
import type { Role } from '../../../shared/http/roles.ts';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import type { DeploymentReading, DeploymentView } from '../../../shared/http/views/deployment.ts';
import type { Desk } from '../desks.ts';
import { eventually, type Patience } from '../eventually.ts';

/** @returns the deployment as a city holds it now. */
export const readDeployment = async (desk: Desk, city: CityCode, deploymentId: string): Promise<DeploymentReading> =>
  (await desk('duty-officer', city).call(deploymentRoutes.readDeployment, { params: { deploymentId } })).body;

/** Waits until the deployment is so at a city. */
export const deploymentWhere = (
  desk: Desk,
  city: CityCode,
  deploymentId: string,
  fits: (deployment: DeploymentReading) => boolean = () => true,
  patience: Patience = {},
): Promise<DeploymentReading> =>
  eventually(
    async () => {
      const deployment = await readDeployment(desk, city, deploymentId);
      return fits(deployment) && deployment;
    },
    { what: `deployment ${deploymentId} in ${city}`, ...patience },
  );

/** Reports a step of the team, as its leader unless another role is named. */
export const report = async (
  desk: Desk,
  city: CityCode,
  deploymentId: string,
  details: ReportDetails,
  role: Role = 'team-leader',
): Promise<DeploymentView> =>
  (await desk(role, city).call(deploymentRoutes.reportDeployment, { params: { deploymentId }, body: details })).body;
