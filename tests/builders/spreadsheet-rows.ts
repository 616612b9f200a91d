import type { SpreadsheetKind } from '../../shared/domain/import-job/spreadsheet-kind.ts';
import { agencyContacts, agencyDetails } from './agency.ts';
import { someExpertContact, someExpertDetails, someExpertTerm } from './expert.ts';
import { someContact, someDetails } from './team.ts';

const base = { latitude: 36.62, longitude: 101.77, crs: 'CGCS2000', place: '西宁市城东区' } as const;
const periods = [
  {
    from: '2026-08-01T00:00:00.000Z',
    until: '2026-08-10T16:00:00.000Z',
    available: false,
    reason: '年度检修：车辆；装备',
  },
];
const inspection = { authority: '青海省特检院', number: 'TJ-1', expiresAt: '2027-06-30T16:00:00.000Z' };

/** @returns a row of each kind with all that a row can say. */
export const fullRows = (): Readonly<Record<SpreadsheetKind, unknown>> => ({
  team: { ...someDetails({ nameEn: 'Water rescue one' }), dutyContact: someContact(), periods },
  agency: {
    ...agencyDetails({
      serviceArea: { cities: ['630100', '630200'], around: { centre: base, radiusKilometres: 120.5 } },
    }),
    dutyContacts: agencyContacts(),
    periods,
  },
  expert: { ...someExpertDetails(), contact: someExpertContact(), term: someExpertTerm(), periods },
  depot: { name: '西宁示例物资库', keeper: '应急局', position: base, readinessMinutes: 30, dutyContact: someContact() },
  stock: {
    depot: '西宁示例物资库',
    code: '1010101',
    name: '棉帐篷',
    batch: '2026-A',
    specification: '12 m²',
    unit: '顶',
    quantity: 200,
    expiresAt: '2030-12-31T16:00:00.000Z',
  },
  equipment: {
    ...{
      number: 'ZB-1',
      category: 'pumping',
      name: '移动泵站',
      model: 'LC',
      capabilities: ['排水 3000 m³/h', '扬程，20 m'],
    },
    ...{ base, keeper: { name: '西宁一队' }, inspection, quantity: 2, unit: '台', periods },
  },
  vehicle: {
    ...{
      number: '青A·演0001',
      category: 'pumping',
      name: '排涝车',
      capabilities: [],
      base,
      keeper: { name: '西宁一队' },
    },
    ...{ inspection, seats: 3, payloadKilograms: 5000, fuel: 'diesel', periods: [] },
  },
  package: {
    ...{
      name: '排涝任务包',
      mission: '排水',
      capability: '6000 m³/h',
      limitations: '不涉危化',
      personnel: [{ role: '泵工', number: 6 }],
    },
    ...{ teamIds: ['西宁一队'], equipmentIds: ['ZB-1'], vehicleIds: ['青A·演0001'] },
    ...{
      equipment: [{ name: '艇', quantity: 4, unit: '艘' }],
      commodities: [{ name: '柴油', quantity: 500, unit: 'L' }],
    },
    ...{ fortnightCosts: { personnel: 1_200_050, travel: 0 }, validFrom: '2026-01-01T00:00:00.000Z' },
    validUntil: '2027-12-31T16:00:00.000Z',
  },
  plan: {
    ...{ title: '防汛应急预案', type: 'special', hazards: ['flood'], eventClasses: ['accident'], levels: ['I', 'II'] },
    ...{
      owner: '西宁市水务局',
      agency: '西宁虚构矿山救护队',
      version: '2026年修订',
      validFrom: '2026-01-01T00:00:00.000Z',
    },
    validUntil: '2029-12-31T16:00:00.000Z',
    document: { name: '预案.pdf', url: 'https://example.com/plan.pdf', sha256: 'a'.repeat(64), size: 12345 },
  },
  roster: {
    ...{
      office: '市值班室',
      line: '000-0000-0100',
      from: '2026-07-16T00:00:00.000Z',
      until: '2026-07-17T00:00:00.000Z',
    },
    lead: { name: '马示例', position: '副局长', telephone: '000-0000-0101' },
    onDuty: [
      { name: '王示例', position: '值班员', telephone: '000-0000-0102', personId: 'duty-officer@630100' },
      { name: '李示例', telephone: '000-0000-0103' },
    ],
  },
});
