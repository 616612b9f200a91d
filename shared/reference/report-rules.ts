import type { CityCode } from '../domain/kernel/city-code.ts';
import type { ReportRules } from '../domain/situation-report/report-rules.ts';

type Level = 'province' | 'city' | 'county';

const levelOf = (city: CityCode): Level => {
  if (city.endsWith('0000')) return 'province';
  return city.endsWith('00') ? 'city' : 'county';
};

/** When the daily report is due, so that each level has the figures of the one below; and the working days to the final one. */
const BY_LEVEL: Readonly<Record<Level, Pick<ReportRules, 'zero' | 'final'>>> = {
  county: { zero: { at: 'clock-time', time: '09:00' }, final: { after: 'working-days', days: 2 } },
  city: { zero: { at: 'clock-time', time: '10:00' }, final: { after: 'working-days', days: 3 } },
  province: { zero: { at: 'clock-time', time: '12:00' }, final: { after: 'working-days', days: 5 } },
};

/** Statistics of natural disasters and of accidents at work, as the state lays them down: toll, drought, daily reports. */
const COMMON: Omit<ReportRules, 'zero' | 'final'> = {
  grave: { deadOrMissing: 10, minutes: 15 },
  zeroWithinMinutes: 60,
  drought: { after: 'minutes', minutes: 10 * 24 * 60 },
  tollDays: 30,
  tollDaysOf: { transport: 7, fire: 7 },
  chain: [['coordinator'], ['approver', 'representative']],
};

/** What single cities lay down differently. */
const OF_CITIES: Readonly<Record<CityCode, Partial<ReportRules>>> = {};

/** @returns what a city has laid down for its reports on incidents. */
export const reportRulesOf = (city: CityCode): ReportRules => ({
  ...COMMON,
  ...BY_LEVEL[levelOf(city)],
  ...OF_CITIES[city],
});
