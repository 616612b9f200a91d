import type { AgreementState } from '../../shared/domain/agreement/agreement-state.ts';
import type { Circumstances } from '../../shared/domain/kernel/decision.ts';
import { receivedRequest } from '../../shared/domain/received-request/received-request.ts';
import type {
  ItemDecision,
  ReceivedRequestCommand,
  ReceivedRequestCommandOf,
} from '../../shared/domain/received-request/received-request-commands.ts';
import type {
  ReceivedRequestState,
  ReceivedRequestStatus,
} from '../../shared/domain/received-request/received-request-state.ts';
import type { Answer, ItemAnswer, NamedTeam } from '../../shared/domain/request/answer.ts';
import type { PlacedRequest } from '../../shared/domain/request/placed-request.ts';
import type { SupplyItem, TeamItem } from '../../shared/domain/request/request-item.ts';
import type { Requisition } from '../../shared/domain/request/requisition.ts';
import type { TeamState } from '../../shared/domain/team/team-state.ts';
import { signedAgreement } from './agreement.ts';
import { circumstances } from './circumstances.ts';
import { aTeam, someDetails } from './team.ts';

/** A request of Xining (630100) to Lanzhou (620100), seen from Lanzhou; ids are readable: the last block says what they name. */
export const REQUESTER = '630100';
export const PROVIDER = '620100';

/** @returns a uuid v7 shaped id whose last block is the number. */
export const idOf = (block: number): string => `0190b000-0000-7000-8000-${block.toString(16).padStart(12, '0')}`;

export const IDS = {
  request: idOf(0x100),
  requestMessage: idOf(0x101),
  agreement: idOf(0x200),
  incident: idOf(0x300),
  waterItem: idOf(0x401),
  medicalItem: idOf(0x402),
  team: idOf(0x501),
  secondTeam: idOf(0x502),
  medicalTeam: idOf(0x503),
  answerMessage: idOf(0x600),
  requisition: idOf(0x700),
  requisitionMessage: idOf(0x701),
} as const;

/** When the request was placed, and arrived: the clock of a fresh test cell. */
export const PLACED_AT = '2026-07-15T00:00:00.000Z';
export const REPLY_BY = '2026-07-15T02:00:00.000Z';

export const anItem = (overrides: Partial<TeamItem> = {}): TeamItem => ({
  itemId: IDS.waterItem,
  kind: 'water-rescue',
  level: 2,
  quantity: 2,
  mission: '搜救被洪水围困的群众',
  neededBy: '2026-07-15T12:00:00.000Z',
  neededUntil: '2026-07-20T00:00:00.000Z',
  reportingPoint: { latitude: 36.62, longitude: 101.78, crs: 'CGCS2000', place: '西宁市城东区集结点' },
  siteConditions: '',
  logistics: { meals: true, lodging: true, fuel: true },
  ...overrides,
});

export const aMedicalItem = (overrides: Partial<TeamItem> = {}): TeamItem =>
  anItem({ itemId: IDS.medicalItem, kind: 'medical-rescue', level: 3, quantity: 1, ...overrides });

export const aPlacedRequest = (overrides: Partial<PlacedRequest> = {}): PlacedRequest => ({
  requestId: IDS.request,
  messageId: IDS.requestMessage,
  agreementId: IDS.agreement,
  incident: {
    incidentId: IDS.incident,
    hazard: 'flood',
    responseLevel: 'II',
    title: '南川河洪水',
    occurredAt: '2026-07-14T20:00:00.000Z',
    position: { latitude: 36.6, longitude: 101.77, crs: 'CGCS2000', place: '西宁市南川河' },
  },
  items: [anItem(), aMedicalItem()],
  replyBy: REPLY_BY,
  requestedBy: { city: REQUESTER, dutyRoom: { name: '西宁市应急值班室', telephone: '000-0000-0001' } },
  approvedBy: { id: 'approver@630100', name: '审批人' },
  placedAt: PLACED_AT,
  exercise: false,
  ...overrides,
});

export const aNamedTeam = (overrides: Partial<NamedTeam> = {}): NamedTeam => ({
  teamId: IDS.team,
  name: '兰州水上救援一队',
  level: 1,
  headcount: 12,
  ...overrides,
});

export const anAcceptance = (
  overrides: Partial<Extract<ItemAnswer, { response: 'accept' }>> = {},
): Extract<ItemAnswer, { response: 'accept' }> => ({
  response: 'accept',
  itemId: IDS.waterItem,
  teams: [aNamedTeam()],
  estimatedDeparture: '2026-07-15T02:00:00.000Z',
  estimatedArrival: '2026-07-15T06:00:00.000Z',
  costs: { personnel: 1_000_000, travel: 250_001 },
  ...overrides,
});

export const anAnswer = (overrides: Partial<Answer> = {}): Answer => ({
  messageId: IDS.answerMessage,
  answeredAt: '2026-07-15T00:30:00.000Z',
  items: [anAcceptance()],
  automatic: false,
  ...overrides,
});

export const aRequisition = (overrides: Partial<Requisition> = {}): Requisition => ({
  requisitionId: IDS.requisition,
  messageId: IDS.requisitionMessage,
  itemId: IDS.waterItem,
  teams: [aNamedTeam()],
  costs: { personnel: 1_000_000, travel: 250_001 },
  funding: { fundCode: 'XN-2026-07' },
  signedBy: { id: 'representative@630100', name: '授权代表', signedAt: '2026-07-15T00:45:00.000Z' },
  ...overrides,
});

/** Lanzhou's point of view. */
export const atLanzhou = (overrides: Partial<Circumstances> = {}): Circumstances => ({
  ...circumstances({ city: PROVIDER, now: PLACED_AT }),
  ...overrides,
});

/** A team of Lanzhou that fits the medical item. */
export const aMedicalTeam = (): TeamState =>
  aTeam({ id: IDS.medicalTeam, details: someDetails({ name: '兰州医疗救护队', kind: 'medical-rescue', level: 2 }) });

/** A hundred and twenty padded tents. */
export const aSupplyItem = (overrides: Partial<SupplyItem> = {}): SupplyItem => {
  const { kind: _kind, level: _level, ...errand } = anItem();
  return {
    ...errand,
    kind: 'supplies',
    level: 3,
    quantity: 120,
    supply: { code: '1040102', unit: '顶' },
    mission: '安置转移群众',
    ...overrides,
  };
};

/** The request as it comes from Xining. */
export const reception = (
  placed: PlacedRequest = aPlacedRequest(),
  agreement: AgreementState | undefined = signedAgreement(),
): ReceivedRequestCommand => ({ type: 'receive', from: REQUESTER, placed, agreement });

/** The duty room accepts the first item with the first team. */
export const acceptance = (
  overrides: Partial<Extract<ItemDecision, { response: 'accept' }>> = {},
): ReceivedRequestCommandOf<'answer'> => ({
  type: 'answer',
  items: [
    {
      response: 'accept',
      itemId: IDS.waterItem,
      teamIds: [IDS.team],
      estimatedDeparture: '2026-07-15T02:00:00.000Z',
      estimatedArrival: '2026-07-15T06:00:00.000Z',
      costs: { personnel: 1_000_000, travel: 250_001 },
      ...overrides,
    },
  ],
  teams: [aTeam({ id: IDS.team }), aTeam({ id: IDS.secondTeam }), aMedicalTeam()],
});

/** It declines the second. */
export const decline: ReceivedRequestCommandOf<'answer'> = {
  type: 'answer',
  items: [{ response: 'decline', itemId: IDS.medicalItem, reason: '本市无可派医疗队' }],
  teams: [],
};

/** Xining requisitions the team promised. */
export const requisition = (overrides: Partial<Requisition> = {}): ReceivedRequestCommandOf<'receive-requisition'> => ({
  type: 'receive-requisition',
  from: REQUESTER,
  requisition: aRequisition(overrides),
  agreement: signedAgreement(),
});

export const DEPLOYMENT_ID = idOf(0x900);

/** Lanzhou's representative commits it. */
export const commitment = (): ReceivedRequestCommandOf<'commit'> => ({
  type: 'commit',
  requisitionId: IDS.requisition,
  teams: [{ teamId: IDS.team, deploymentId: DEPLOYMENT_ID, team: aTeam({ id: IDS.team }) }],
  estimatedDeparture: '2026-07-15T02:00:00.000Z',
  estimatedArrival: '2026-07-15T06:00:00.000Z',
});

/** Decides and evolves one command after the other. @throws Error when one is refused. */
export const play = (
  commands: readonly ReceivedRequestCommand[],
  start: ReceivedRequestState | undefined = undefined,
  where: Circumstances = atLanzhou(),
): ReceivedRequestState => {
  let state = start;
  for (const command of commands) {
    const decision = receivedRequest.decide(state, command, where);
    if (!decision.accepted) throw new Error(`${command.type} refused: ${decision.refusal.reason.code}`);
    for (const event of decision.events) state = receivedRequest.evolve(state, event);
  }
  if (!state) throw new Error('nothing happened');
  return state;
};

const end = (): ReceivedRequestCommand => ({
  type: 'deployment-ended',
  deploymentId: DEPLOYMENT_ID,
  at: '2026-07-18T00:00:00.000Z',
});

/** A received request in each of the statuses it can have. */
export const receivedRequestIn: { readonly [S in ReceivedRequestStatus]: () => ReceivedRequestState } = {
  received: () => play([reception()]),
  answered: () => play([reception(), acceptance(), decline]),
  requisitioned: () => play([reception(), acceptance(), decline, requisition()]),
  committed: () => play([reception(), acceptance(), decline, requisition(), commitment()]),
  lapsed: () => play([{ type: 'clock-ran-out' }], receivedRequestIn.received(), atLanzhou({ now: REPLY_BY })),
  cancelled: () => play([cancellation], receivedRequestIn.answered()),
  concluded: () => play([end()], receivedRequestIn.committed()),
  archived: () => play([{ type: 'archive' }], receivedRequestIn.concluded()),
};

export const cancellation: ReceivedRequestCommand = {
  type: 'receive-cancellation',
  from: REQUESTER,
  recalledMessageId: IDS.requestMessage,
  messageId: idOf(0x102),
  reason: '险情解除',
};
