import type { AgencyDetails } from '../../shared/domain/agency/agency-state.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { DAY_MS, HOUR_MS, type Instant, plus } from '../../shared/domain/kernel/instant.ts';
import type { TaskDetails } from '../../shared/domain/task/task-details.ts';
import type { DutyContact } from '../../shared/domain/team/team-state.ts';
import { placeIn } from './payloads.ts';

/** @returns a mine-rescue brigade under a strategic agreement with the city, visibly made up. */
export const anAgency = (
  city: CityCode,
  now: Instant,
  name: string,
): AgencyDetails & { readonly dutyContacts: DutyContact[] } => ({
  name,
  services: '矿山事故救援，大功率排水（演示）',
  capabilities: [{ kind: 'mine-rescue', grade: 1 }],
  hazards: ['mine', 'flood'],
  pledges: [{ name: '大功率排水车', quantity: 2, unit: '台' }],
  headcount: 30,
  base: placeIn(city, '演示路1号'),
  serviceArea: { cities: [city], around: { centre: placeIn(city, '演示路1号'), radiusKilometres: 120 } },
  responseMinutes: 30,
  agreement: {
    title: '应急救援战略合作协议（演示）',
    terms: '互通信息，资源共享，按任务书出动。',
    validFrom: plus(now, -DAY_MS),
    validUntil: plus(now, 700 * DAY_MS),
    signatories: { city: '市应急管理局（演示）', agency: name },
    replyMinutes: 60,
  },
  certification: { authority: '演示发证机关', number: 'DEMO-0001', expiresAt: plus(now, 400 * DAY_MS) },
  dutyContacts: [{ name: '演示值班员', telephone: '000-0000-0000' }],
});

/** @returns a task: pump out a flooded basement, within six hours. */
export const aTask = (city: CityCode, now: Instant): TaskDetails => ({
  mission: '到南川西路地下车库排水（演示）',
  kind: 'mine-rescue',
  quantity: 20,
  unit: '人',
  neededBy: plus(now, 6 * HOUR_MS),
  position: placeIn(city, '南川西路（演示）'),
});
