import { describe, expect, test } from 'vitest';
import { aTeam, placeIn } from '../../../scripts/walkthrough/payloads.ts';
import { offerWhere } from '../../../scripts/walkthrough/steps/asides.ts';
import {
  answeredBy,
  commit,
  pendingRequisition,
  requisition,
} from '../../../scripts/walkthrough/steps/received-request.ts';
import { requestWhere } from '../../../scripts/walkthrough/steps/request.ts';
import { registerTeam } from '../../../scripts/walkthrough/steps/team.ts';
import type { EquipmentDetails } from '../../../shared/domain/equipment/equipment-details.ts';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import type { PackageDetails } from '../../../shared/domain/package/package-details.ts';
import type { VehicleDetails } from '../../../shared/domain/vehicle/vehicle-details.ts';
import { equipmentRoutes } from '../../../shared/http/routes/equipment.ts';
import { packageRoutes } from '../../../shared/http/routes/packages.ts';
import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import { vehicleRoutes } from '../../../shared/http/routes/vehicles.ts';
import type { Deployment } from '../deployment.ts';
import { agreed, asked } from './missions.ts';
import { LANZHOU, now, refusalOf, sceneOf, XINING } from './scene.ts';

const keeper = { name: '救援基地（演示）' };

const somePumps = (number: string): EquipmentDetails => ({
  ...{ number, name: '大功率排水泵（演示）', category: 'pumping', capabilities: ['排水 3000 m³/h'], keeper },
  ...{ base: placeIn(LANZHOU, '装备库（演示）'), quantity: 2, unit: '台' },
});

const aVehicle = (number: string): VehicleDetails => ({
  ...{ number, name: '越野运兵车（演示）', category: 'personnel', capabilities: [], keeper },
  ...{ base: placeIn(LANZHOU, '车库（演示）'), seats: 15, payloadKilograms: 1500, fuel: 'diesel' },
});

type Parts = Pick<PackageDetails, 'teamIds' | 'equipmentIds' | 'vehicleIds'>;

const aPackage = (parts: Parts, at: string): PackageDetails => ({
  name: '水域救援任务包（演示）',
  mission: '洪涝灾害水域救援',
  capability: '昼夜转移被困群众',
  limitations: '流速 3 m/s 以下',
  personnel: [{ role: '潜水员', number: 4 }],
  equipment: [],
  commodities: [{ name: '瓶装水', quantity: 600, unit: '瓶' }],
  fortnightCosts: { personnel: 2_800_000, travel: 300_000 },
  validFrom: plus(at, -DAY_MS),
  validUntil: plus(at, 300 * DAY_MS),
  ...parts,
});

/** Equipment, vehicles and mission-ready packages: registered, kept for one package at a time, offered and sent. */
export const describePackages = (deployment: Deployment): void => {
  const scene = sceneOf(deployment);
  const { desk } = scene;
  const coordinator = desk('coordinator', LANZHOU);

  const aVehicleAt = async (number: string): Promise<string> =>
    (await coordinator.call(vehicleRoutes.register, { body: aVehicle(number) })).body.vehicleId;

  /** A package of one team, pumps and one vehicle of their own. */
  const defined = async (number: string) => {
    const { teamId } = await registerTeam(desk, LANZHOU, aTeam(LANZHOU, now()));
    const { body } = await coordinator.call(equipmentRoutes.register, { body: somePumps(number) });
    const { equipmentId } = body;
    const vehicleId = await aVehicleAt(number);
    const parts = { teamIds: [teamId], equipmentIds: [equipmentId], vehicleIds: [vehicleId] };
    const { body: made } = await coordinator.call(packageRoutes.definePackage, { body: aPackage(parts, now()) });
    return { packageId: made.packageId, teamId, vehicleId };
  };
  const readPackage = async (packageId: string) =>
    (await coordinator.call(packageRoutes.readPackage, { params: { packageId } })).body;

  describe.concurrent('a mission-ready package', () => {
    test('keeps its vehicle, which one of two that want it at the same moment gets', async () => {
      const { teamId } = await registerTeam(desk, LANZHOU, aTeam(LANZHOU, now()));
      const vehicleId = await aVehicleAt('甘A·演1001');
      const body = aPackage({ teamIds: [teamId], equipmentIds: [], vehicleIds: [vehicleId] }, now());
      const outcomes = await Promise.allSettled(
        [1, 2].map(() => coordinator.call(packageRoutes.definePackage, { body })),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const again = coordinator.call(packageRoutes.definePackage, { body });
      expect(await refusalOf(again)).toMatchObject({ status: 409, code: 'vehicle-in-a-package' });
      const { items } = (await coordinator.call(packageRoutes.listPackages, { query: { team: teamId } })).body;
      expect(items).toMatchObject([{ condition: 'available', fortnightCost: 3_100_000 }]);
      const retirement = { params: { vehicleId }, body: { reason: '报废' } };
      expect(await refusalOf(coordinator.call(vehicleRoutes.retire, retirement))).toMatchObject({ status: 409 });
    });

    test('is offered in one call, unless something of it is missing, which the refusal names', async () => {
      const agreementId = await agreed(scene);
      const { packageId, vehicleId, teamId } = await defined('甘A·演1002');
      const params = { vehicleId };
      const body = {
        ...{ agreementId, subject: { hazard: 'flood' as const, description: '获悉贵市汛情（演示）' } },
        availableUntil: plus(now(), 2 * DAY_MS),
      };
      const offer = () => coordinator.call(packageRoutes.offerPackage, { params: { packageId }, body });
      await coordinator.call(vehicleRoutes.reportRepair, { params, body: { reason: '更换轮胎' } });
      const refusal = await refusalOf(offer());
      expect(refusal).toMatchObject({ status: 409, code: 'vehicle-under-repair' });
      expect(refusal.detail).toContain('甘A·演1002');
      await coordinator.call(vehicleRoutes.reportRepaired, { params });
      const { offerId } = (await offer()).body;
      const seen = await offerWhere(desk, XINING, offerId);
      expect(seen.package).toMatchObject({ packageId, limitations: '流速 3 m/s 以下' });
      expect(seen.resources).toMatchObject([
        { kind: 'water-rescue', teams: [{ teamId }], costs: { personnel: 400_000, travel: 300_000 } },
      ]);
    });

    test('answers a request, and its vehicle goes on the mission that comes of it', async () => {
      const { packageId, teamId, vehicleId } = await defined('甘A·演1003');
      const { requestId, itemId } = await asked(scene);
      const params = { requestId };
      await coordinator.call(receivedRequestRoutes.answerFromPackage, { params, body: { itemId, packageId } });
      const promised = await answeredBy(desk, XINING, { requestId, by: LANZHOU, itemId });
      expect(promised).toBeDefined();
      const costs = { personnel: 600_000, travel: 300_000 };
      await requisition(desk, XINING, requestId, [{ city: LANZHOU, itemId, teamIds: [teamId], costs }]);
      const requisitionId = await pendingRequisition(desk, LANZHOU, requestId);
      await commit(desk, LANZHOU, { requestId, requisitionId }, [teamId], now());
      expect(await readPackage(packageId)).toMatchObject({
        ...{ condition: 'unavailable', impediment: { code: 'team-already-committed' } },
      });
      const { deployments } = await requestWhere(desk, XINING, requestId, ({ deployments: all }) => all.length > 0);
      const sent = { params: { vehicleId }, body: { deploymentId: deployments[0]?.deploymentId ?? '' } };
      const given = await coordinator.call(vehicleRoutes.commit, sent);
      expect(given.body).toMatchObject({ condition: 'committed', packageId });
      const back = await coordinator.call(vehicleRoutes.releaseCommitment, sent);
      expect(back.body).toMatchObject({ condition: 'available', packageId });
    });
  });
};
