import type { z } from 'zod';
import type { AgreementTermsSchema } from '../../shared/domain/agreement/agreement-terms.ts';
import type { CallOutDetails } from '../../shared/domain/call-out/call-out-details.ts';
import type { ExpertContact, ExpertDetails, Term } from '../../shared/domain/expert/expert-details.ts';
import type { IncidentDetails } from '../../shared/domain/incident/incident-details.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { DAY_MS, HOUR_MS, type Instant, plus } from '../../shared/domain/kernel/instant.ts';
import type { TeamDraft } from '../../shared/domain/request/request-item.ts';
import type { DutyContact, TeamDetails } from '../../shared/domain/team/team-state.ts';
import type { ResponseLevel } from '../../shared/domain/vocabulary/hazards.ts';
import type { Position } from '../../shared/domain/vocabulary/position.ts';
import { CITIES } from '../../shared/reference/cities.ts';

/** What people type in, made up: every name and number here is visibly fictional. */

/** @returns a place at the seat of a city. */
export const placeIn = (city: CityCode, place: string): Position => {
  const seat = CITIES.find(({ code }) => code === city)?.seat ?? { latitude: 36.6, longitude: 101.8 };
  return { ...seat, crs: 'CGCS2000', place };
};

/** A team as the registry takes it. */
export type TeamEntry = TeamDetails & { readonly dutyContact: DutyContact };

/** @returns a water-rescue team of the highest level, led by the city's demo team leader. */
export const aTeam = (city: CityCode, now: Instant, overrides: Partial<TeamEntry> = {}): TeamEntry => ({
  name: '水上救援一队（演示）',
  nameEn: 'Water rescue team 1 (demo)',
  kind: 'water-rescue',
  level: 1,
  hazards: ['flood'],
  headcount: 12,
  equipment: [
    { name: '冲锋舟', quantity: 4, unit: '艘' },
    { name: '救援绳索', quantity: 600, unit: 'm' },
  ],
  base: placeIn(city, '救援基地（演示）'),
  readinessMinutes: 30,
  certification: { authority: '省应急管理厅（演示）', number: 'DEMO-0001', expiresAt: plus(now, 400 * DAY_MS) },
  leader: { personId: `team-leader@${city}`, name: '演示队长' },
  dutyContact: { name: '演示联系人', telephone: '000-0000-0001' },
  ...overrides,
});

/** Terms as a representative types them in. */
export type Terms = z.input<typeof AgreementTermsSchema>;

/** Neither city keeps anything of the other's registry; most scenes need nothing of it. */
const NOTHING_LISTED: NonNullable<Terms['listings']> = {
  team: false,
  agency: false,
  expert: false,
  stock: false,
  package: false,
};

/** Each city keeps all of the other's registry, without personal data. */
export const EVERYTHING_LISTED: NonNullable<Terms['listings']> = {
  team: true,
  agency: true,
  expert: true,
  stock: true,
  package: true,
};

/** @returns terms for floods and earthquakes under which one communications team comes without asking. */
export const someTerms = (now: Instant, overrides: Partial<Terms> = {}): Terms => ({
  title: '应急救援联动工作备忘录（演示）',
  validFrom: plus(now, -HOUR_MS),
  validUntil: plus(now, 365 * DAY_MS),
  hazards: ['flood', 'earthquake'],
  resourceKinds: ['water-rescue', 'medical-rescue', 'engineering-rescue', 'communications'],
  payment: {
    personnel: 'requesting-side',
    travel: 'requesting-side',
    equipment: 'assisting-side',
    commodities: 'requesting-side',
    other: 'shared-equally',
  },
  liability: '救援人员的工伤由派出方先行承担，事后由请求方依据本协议补偿。（演示文本）',
  preAuthorised: [{ kind: 'communications', level: 3, quantity: 1 }],
  listings: NOTHING_LISTED,
  ...overrides,
});

/** An incident as the duty room enters it. */
export type IncidentEntry = IncidentDetails & { readonly responseLevel: ResponseLevel; readonly exercise: boolean };

/** @returns a flood that began an hour ago. */
export const aFlood = (city: CityCode, now: Instant, overrides: Partial<IncidentEntry> = {}): IncidentEntry => ({
  hazard: 'flood',
  title: '南川河洪水（演示）',
  description: '强降雨致南川河水位暴涨，沿河两个社区进水，约三百人待转移。（虚构）',
  occurredAt: plus(now, -HOUR_MS),
  position: placeIn(city, '南川河沿岸（演示）'),
  responseLevel: 'II',
  exercise: false,
  ...overrides,
});

/** @returns an item of a request: one water-rescue team of level 2 or better, in twelve hours, for three days. */
export const anItem = (city: CityCode, now: Instant, overrides: Partial<TeamDraft> = {}): TeamDraft => ({
  kind: 'water-rescue',
  level: 2,
  quantity: 1,
  mission: '转移被洪水围困的群众',
  neededBy: plus(now, 12 * HOUR_MS),
  neededUntil: plus(now, 3 * DAY_MS),
  reportingPoint: placeIn(city, '城东集结点（演示）'),
  siteConditions: '海拔2260米，水温8℃，夜间有雨',
  logistics: { meals: true, lodging: true, fuel: true, notes: '集结点有加油车' },
  costCeiling: 5_000_000,
  ...overrides,
});

/** @returns when a team promised now would set off and be there, and what it would cost, CNY fen. */
export const aPromise = (now: Instant) => ({
  estimatedDeparture: plus(now, HOUR_MS),
  estimatedArrival: plus(now, 5 * HOUR_MS),
  costs: { personnel: 1_200_000, travel: 300_000, equipment: 150_000 },
});

/** An expert as the pool takes them. */
export type ExpertEntry = ExpertDetails & {
  readonly contact: ExpertContact;
  readonly term: Term;
  readonly reason: string;
};

/** @returns an expert on landslides who signs in as the city's demo expert. */
export const anExpert = (city: CityCode, now: Instant): ExpertEntry => ({
  name: '演示专家',
  nameEn: 'Demo expert',
  personId: `expert@${city}`,
  class: 'natural-disaster',
  subgroup: '地质灾害防治组',
  groupLead: true,
  specialities: ['滑坡监测预警', '泥石流防治'],
  hazards: ['geological', 'flood'],
  title: '正高级工程师',
  employer: '地质环境监测院（演示）',
  languages: ['zh'],
  position: placeIn(city, '监测院（演示）'),
  travel: { readinessMinutes: 60, willingKilometres: 300 },
  recusals: [],
  feePerDay: 120_000,
  contact: { telephone: '000-0000-0002' },
  term: { from: plus(now, -DAY_MS), until: plus(now, 700 * DAY_MS) },
  reason: '首次聘任（演示）',
});

/** A call-out as the coordinator enters it. */
export type CallOutEntry = CallOutDetails & { readonly experts: string[] };

/** @returns a question to be answered by video in two hours, the opinion within six. */
export const aCallOut = (incidentId: string, experts: readonly string[], now: Instant): CallOutEntry => ({
  incidentId,
  question: '南川河左岸滑坡体是否稳定，下游群众要不要撤离？',
  meeting: { mode: 'video', from: plus(now, 2 * HOUR_MS), until: plus(now, 3 * HOUR_MS) },
  replyBy: plus(now, HOUR_MS),
  opinionBy: plus(now, 6 * HOUR_MS),
  parties: [],
  experts: [...experts],
});
