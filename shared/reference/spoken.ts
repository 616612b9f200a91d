import { CHINA_OFFSET_MS } from '../domain/kernel/china-time.ts';
import { plus } from '../domain/kernel/instant.ts';
import { VOCABULARIES, type Vocabulary } from '../domain/kernel/named.ts';
import type { Language, Text } from '../domain/kernel/text.ts';
import { HAZARDS } from '../domain/vocabulary/hazards.ts';
import { RESOURCE_KINDS } from '../domain/vocabulary/resource-kinds.ts';
import { cityName } from './cities.ts';
import { COST_CATEGORY_NAMES } from './cost-categories.ts';
import { STATUS_NAMES } from './statuses.ts';

type Names = Readonly<Record<string, Text>>;

const NAMES: Readonly<Record<Vocabulary, (code: string) => Text | undefined>> = {
  city: cityName,
  hazard: (code) => (HAZARDS as Names)[code],
  kind: (code) => (RESOURCE_KINDS as Names)[code],
  status: (code) => STATUS_NAMES[code],
  category: (code) => (COST_CATEGORY_NAMES as Names)[code],
};

const CODE = new RegExp(`\\{(${VOCABULARIES.join('|')}):([^{}]*)\\}`, 'g');
const INSTANT = /(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2}):\d{2}\.\d{3}Z/g;

const localTime = (instant: string, language: Language): string =>
  plus(instant, CHINA_OFFSET_MS).replace(INSTANT, (_, year, month, day, time) =>
    language === 'zh'
      ? `${year}年${Number(month)}月${Number(day)}日${time}`
      : `${year}-${month}-${day} ${time} (UTC+8)`,
  );

/** @returns a sentence as people read it: codes by their names, moments by the clock on their wall. */
export const spoken = (text: Text): Text => {
  const say = (language: Language): string =>
    text[language]
      .replace(CODE, (_, vocabulary: Vocabulary, code: string) => NAMES[vocabulary](code)?.[language] ?? code)
      .replace(INSTANT, (instant) => localTime(instant, language));
  return { zh: say('zh'), en: say('en') };
};
