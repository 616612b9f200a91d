import type { DeploymentCommandOf } from '../../shared/domain/deployment/deployment-commands.ts';
import type { DeploymentState } from '../../shared/domain/deployment/deployment-state.ts';
import type { Consignment, LentMission, Mission } from '../../shared/domain/deployment/mission.ts';
import type { ReportableStatus } from '../../shared/domain/deployment/progress.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import { deploymentConversation } from '../../shared/exchange/conversations/deployment.ts';
import { AGREEMENT_ID } from './agreement.ts';
import { LANZHOU, XINING } from './circumstances.ts';
import { TEAM_ID } from './team.ts';
import { twoCities } from './two-cities.ts';

export const DEPLOYMENT_ID = '0190b000-0000-7000-8000-000000000900';
export const REQUEST_ID = '0190b000-0000-7000-8000-000000000100';
export const LEADER = 'team-leader@620100';

type TeamMission = Exclude<LentMission, Consignment>;

/** Lanzhou's water rescue goes to Xining: leaves at two, arrives at six, is wanted until the twentieth. */
export const aMission = (overrides: Partial<TeamMission> = {}): TeamMission => ({
  deploymentId: DEPLOYMENT_ID,
  requestId: REQUEST_ID,
  itemId: '0190b000-0000-7000-8000-000000000401',
  requisitionId: '0190b000-0000-7000-8000-000000000700',
  agreementId: AGREEMENT_ID,
  orderNumber: '620100-20260715-7F3A',
  owner: LANZHOU,
  requester: XINING,
  team: { teamId: TEAM_ID, name: '兰州水上救援一队', level: 1, headcount: 12 },
  mission: '搜救被洪水围困的群众',
  reportingPoint: { latitude: 36.62, longitude: 101.78, crs: 'CGCS2000', place: '西宁市城东区集结点' },
  costs: { personnel: 1_200_000 },
  requestedArrival: '2026-07-15T08:00:00.000Z',
  requestedReturn: '2026-07-20T00:00:00.000Z',
  estimatedDeparture: '2026-07-15T02:00:00.000Z',
  estimatedArrival: '2026-07-15T06:00:00.000Z',
  commitMessageId: '0190b000-0000-7000-8000-000000000800',
  exercise: false,
  ...overrides,
});

/** @returns the duty room's report of a step, at that moment. */
export const aReport = (
  status: ReportableStatus,
  at: Instant,
  more: Partial<DeploymentCommandOf<'report'>['details']> = {},
): DeploymentCommandOf<'report'> => ({ type: 'report', as: 'duty-room', details: { status, at, ...more } });

/** The hours of a mission that goes as planned. */
const PLAN: readonly (readonly [ReportableStatus, Instant])[] = [
  ['departed', '2026-07-15T02:00:00.000Z'],
  ['en-route', '2026-07-15T02:10:00.000Z'],
  ['arrived', '2026-07-15T06:00:00.000Z'],
  ['working', '2026-07-15T07:00:00.000Z'],
];

/** A deployment that both cities have just opened. */
export const aDeployment = (overrides: Partial<LentMission> = {}) => {
  const cities = twoCities(deploymentConversation, DEPLOYMENT_ID, [LANZHOU, XINING]);
  const mission = aMission(overrides);
  cities.act(LANZHOU, { type: 'open', side: 'owner', mission: { ...mission, teamLeader: LEADER } });
  cities.act(XINING, { type: 'open', side: 'requester', mission });
  /** Reports steps at the hours planned, up to and with `status`, and lets everything arrive. */
  const goOn = (status: ReportableStatus) => {
    for (const [step, at] of PLAN.slice(0, PLAN.findIndex(([planned]) => planned === status) + 1)) {
      cities.setTime(at);
      cities.act(LANZHOU, aReport(step, at));
    }
    cities.deliverAll();
  };
  return { ...cities, goOn };
};

/** @returns the mission order as both cities hold it. */
export const withoutLeader = (mission: Mission) => ({ ...mission, teamLeader: undefined });

/** @returns what both cities must hold alike: all but whose side it is, who leads the team, what only one was told, and its archive. */
export const inCommon = ({ mission, progress, agreedReturn, estimates, ...state }: DeploymentState) => {
  const order = withoutLeader(mission);
  const { lastReport, extension, recall, release } = state;
  return { mission: order, progress, agreedReturn, estimates, lastReport, extension, recall, release };
};
