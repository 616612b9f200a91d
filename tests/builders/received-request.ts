import type { Answer, ItemAnswer, NamedTeam } from '../../shared/domain/request/answer.ts';
import type { PlacedRequest } from '../../shared/domain/request/placed-request.ts';
import type { RequestItem } from '../../shared/domain/request/request-item.ts';
import type { Requisition } from '../../shared/domain/request/requisition.ts';

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

export const anItem = (overrides: Partial<RequestItem> = {}): RequestItem => ({
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

export const aMedicalItem = (overrides: Partial<RequestItem> = {}): RequestItem =>
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
