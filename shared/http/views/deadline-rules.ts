import * as z from 'zod';
import type { ActRule, CityRules, HandOffRule } from '../../domain/deadline/city-rules.ts';
import { CLOCK_ACTS, ClockActSchema } from '../../domain/deadline/clock-act.ts';
import type { DueRule } from '../../domain/deadline/due-rule.ts';
import { HAND_OFFS, type HandOff, HandOffSchema } from '../../domain/deadline/hand-off.ts';
import { OFFICE_DAY_ENDS } from '../../domain/deadline/working-time.ts';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import { type Text, TextSchema } from '../../domain/kernel/text.ts';

/** A city's table of deadlines, as people read it. */
export const DeadlineRulesSchema = z
  .strictObject({
    city: CityCodeSchema,
    handOffs: z.array(
      z.strictObject({
        handOff: HandOffSchema,
        name: TextSchema,
        /** By when, where no agreement, requisition or estimate says so. */
        due: TextSchema.optional(),
        acts: z.array(z.strictObject({ act: ClockActSchema, name: TextSchema, when: TextSchema })),
      }),
    ),
    calendar: z.strictObject({
      /** Years whose holidays are known; in others weekends only are off. */
      years: z.array(z.int()),
      holidays: z.array(z.iso.date()),
      workedWeekends: z.array(z.iso.date()),
    }),
  })
  .meta({ id: 'DeadlineRules' });
export type DeadlineRules = z.infer<typeof DeadlineRulesSchema>;

const HOUR = 60;
const DAY = 24 * HOUR;

/** Lengths of time in words, the larger units first. */
const length = (minutes: number): Text => {
  const [days, hours, rest] = [Math.floor(minutes / DAY), Math.floor((minutes % DAY) / HOUR), minutes % HOUR];
  const parts = (words: readonly [string, string, string]): string =>
    [days, hours, rest].flatMap((count, index) => (count === 0 ? [] : [`${count}${words[index]}`])).join('');
  return { zh: parts(['天', '小时', '分钟']), en: parts([' d ', ' h ', ' min']).trim() };
};

const dueInWords = (rule: DueRule): Text => {
  if ('at' in rule) return { zh: `下一个${rule.time}（北京时间）`, en: `next ${rule.time} (UTC+8)` };
  if (rule.after === 'working-days')
    return {
      zh: `${rule.days}个工作日内（末日${OFFICE_DAY_ENDS}前）`,
      en: `within ${rule.days} working days (by ${OFFICE_DAY_ENDS} of the last)`,
    };
  const { zh, en } = length(rule.minutes);
  return { zh: `${zh}内`, en: `within ${en}` };
};

const whenInWords = ({ when }: ActRule): Text => {
  if ('share' in when) {
    const percent = Math.round(when.share * 100);
    return { zh: `时限过${percent}%时`, en: `when ${percent} % of the time has gone` };
  }
  if (when.minutes === 0) return { zh: '到期时', en: 'when it is due' };
  const { zh, en } = length(Math.abs(when.minutes));
  return when.minutes < 0
    ? { zh: `到期前${zh}`, en: `${en} before it is due` }
    : { zh: `逾期${zh}`, en: `${en} after it was due` };
};

const handOffView = (handOff: HandOff, { due, acts }: HandOffRule): DeadlineRules['handOffs'][number] => ({
  handOff,
  name: HAND_OFFS[handOff],
  ...(due === undefined ? {} : { due: dueInWords(due) }),
  acts: acts.map((rule) => ({ act: rule.act, name: CLOCK_ACTS[rule.act], when: whenInWords(rule) })),
});

/** @returns the table and the calendar in words of both languages. */
export const deadlineRulesView = ({ city, handOffs, calendar }: CityRules): DeadlineRules => ({
  city,
  handOffs: HandOffSchema.options.map((handOff) => handOffView(handOff, handOffs[handOff])),
  calendar: {
    years: [...calendar.years],
    holidays: [...calendar.holidays].sort(),
    workedWeekends: [...calendar.workedWeekends].sort(),
  },
});
