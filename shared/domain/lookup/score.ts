import type { CityCode } from '../kernel/city-code.ts';
import { DAY_MS, type Instant, millisecondsBetween } from '../kernel/instant.ts';
import type { RegistryEntry } from '../registry/registry-entry.ts';
import { distanceKm } from '../vocabulary/estimated-travel.ts';
import type { CapabilityLevel } from '../vocabulary/resource-kinds.ts';
import { type Feared, gravestOf, underWarning } from '../warning/feared.ts';
import type { WarningColour } from '../warning/warning-colour.ts';
import { availabilityAt } from './availability-at.ts';
import { travelMinutes } from './facts.ts';
import type { LookupAvailability, LookupQuery, LookupReason } from './lookup-query.ts';

/** What each consideration counts for; what does not apply to an entry or a query leaves its part to the others. */
const WEIGHTS = { fit: 45, distance: 25, readiness: 8, grade: 10, term: 4, load: 8 } as const;

/** What is not free when it is wanted keeps this much of its score: it comes after nearly all that is. */
const NOT_FREE = 0.25;

/** What its city, being under a red or an orange warning, may need itself keeps this much of its score. */
const UNDER_WARNING: Readonly<Record<WarningColour, number>> = { red: 0.5, orange: 0.85, yellow: 1, blue: 1 };

/** At this many minutes of travel, or of readiness, half of what they count for is lost. */
const HALF_TRAVEL_MINUTES = 120;
const HALF_READINESS_MINUTES = 60;
/** From this many days of validity on more of them count for nothing. */
const LONG_VALID_DAYS = 90;
/** What a grade of 1, 2 and 3 is worth. */
const LEVEL_WORTH: Readonly<Record<CapabilityLevel, number>> = { 1: 1, 2: 0.7, 3: 0.4 };
/** What a higher level than asked for is worth: it fits, but is better kept for what needs it. */
const HIGHER_LEVEL_FIT = 0.9;
/** What an expert is worth whom nobody has graded, 5 best. */
const UNGRADED = 3.5;

/** One consideration: how much speaks for the entry, 0 to 1, and what a person is told. */
interface Consideration {
  readonly code: keyof typeof WEIGHTS;
  readonly value: number;
  readonly text: LookupReason['text'];
}

/** Who is judged, and in view of what. */
export interface Judged {
  readonly entry: RegistryEntry;
  readonly query: LookupQuery;
  /** How well it fits the words, 0 to 1; left out when there are none. */
  readonly textFit?: number;
  /** The city that asks. */
  readonly asking: CityCode;
  readonly now: Instant;
  /** What is warned of where. */
  readonly feared?: Feared | undefined;
}

const percent = (value: number): string => `${Math.round(value * 100)}%`;

/** The best of the levels asked for; the entry's best when no kind is. */
const levelOf = ({ entry, query }: Judged): CapabilityLevel | undefined => {
  const levels = entry.capabilities
    .filter(({ kind }) => query.resourceKind === undefined || kind === query.resourceKind)
    .map(({ level }) => level);
  return levels.length === 0 ? undefined : (Math.min(...levels) as CapabilityLevel);
};

const fit = (judged: Judged): Consideration => {
  const { query, textFit = 1 } = judged;
  const level = levelOf(judged);
  const higher = query.level !== undefined && level !== undefined && level < query.level;
  const value = textFit * (higher ? HIGHER_LEVEL_FIT : 1);
  return {
    code: 'fit',
    value,
    text: { zh: `与所查内容符合${percent(value)}`, en: `fits what was looked for by ${percent(value)}` },
  };
};

/** How far an entry is from where it is wanted. */
export interface Way {
  readonly distanceKilometres: number;
  readonly travelMinutes: number;
}

/** @returns kilometres and minutes to the point asked for, rounded; nothing when none was. */
export const wayTo = ({ position }: RegistryEntry, { near }: LookupQuery): Way | undefined =>
  near && {
    distanceKilometres: Math.round(distanceKm(position, near) * 10) / 10,
    travelMinutes: travelMinutes(position, near),
  };

/** What turns out for the city that asks is taken to go wherever that city needs it. */
const reaches = ({ entry: { reachKilometres, serviceCities = [] }, asking }: Judged, way: Way): boolean =>
  reachKilometres === undefined || way.distanceKilometres <= reachKilometres || serviceCities.includes(asking);

const distance = (judged: Judged): Consideration | undefined => {
  const { entry, query } = judged;
  const way = wayTo(entry, query);
  if (!way) return undefined;
  const { distanceKilometres: km, travelMinutes: minutes } = way;
  const near = HALF_TRAVEL_MINUTES / (HALF_TRAVEL_MINUTES + minutes);
  if (reaches(judged, way) || entry.kind === 'expert')
    return {
      code: 'distance',
      value: near,
      text: { zh: `相距${km}公里，车程约${minutes}分钟`, en: `${km} km away, about ${minutes} min by road` },
    };
  return {
    code: 'distance',
    value: 0,
    text: { zh: `相距${km}公里，超出其服务范围`, en: `${km} km away, further than it goes` },
  };
};

const readiness = ({ entry: { readinessMinutes: minutes } }: Judged): Consideration => ({
  code: 'readiness',
  value: HALF_READINESS_MINUTES / (HALF_READINESS_MINUTES + minutes),
  text: { zh: `${minutes}分钟内出动`, en: `moves off within ${minutes} min` },
});

const grade = (judged: Judged): Consideration | undefined => {
  const { expertise } = judged.entry;
  if (expertise) {
    const { averageGrade = UNGRADED, groupLead } = expertise;
    const stars = expertise.averageGrade === undefined ? { zh: '尚无评分', en: 'not graded yet' } : undefined;
    const lead = groupLead ? { zh: '，组长', en: ', leads the group' } : { zh: '', en: '' };
    return {
      code: 'grade',
      value: Math.min(1, averageGrade / 5 + (groupLead ? 0.1 : 0)),
      text: {
        zh: `${stars?.zh ?? `评分${averageGrade}`}${lead.zh}`,
        en: `${stars?.en ?? `graded ${averageGrade} of 5`}${lead.en}`,
      },
    };
  }
  const level = levelOf(judged);
  if (level === undefined) return undefined;
  return {
    code: 'grade',
    value: LEVEL_WORTH[level],
    text: { zh: `能力等级${level}级`, en: `capability level ${level}` },
  };
};

const term = ({ entry: { validUntil }, now }: Judged): Consideration | undefined => {
  if (validUntil === undefined) return undefined;
  const days = Math.max(0, Math.floor(millisecondsBetween(now, validUntil) / DAY_MS));
  return {
    code: 'term',
    value: Math.min(1, days / LONG_VALID_DAYS),
    text: { zh: `有效期还有${days}天`, en: `valid for another ${days} days` },
  };
};

const load = ({ entry }: Judged): Consideration => ({
  code: 'load',
  value: 1 / (1 + entry.load),
  text:
    entry.load === 0
      ? { zh: '现无任务', en: 'nothing else to do now' }
      : { zh: `现有${entry.load}项任务`, en: `has ${entry.load} to do now` },
});

/** A score with what it is made of: the shares add up to it. */
export interface Judgement {
  readonly score: number;
  readonly reasons: readonly LookupReason[];
  readonly availability: LookupAvailability;
}

/** So many decimals of a score count: cursors carry it as text. */
const rounded = (value: number): number => Number(value.toFixed(6));

/** @returns how well an entry serves, 0 to 1, and why. */
export const judge = (judged: Judged): Judgement => {
  const { entry, query, now } = judged;
  const availability = availabilityAt(entry, query.availableAt ?? { from: now, until: now });
  const considerations = [fit, distance, readiness, grade, term, load].flatMap((of) => of(judged) ?? []);
  const whole = considerations.reduce((sum, { code }) => sum + WEIGHTS[code], 0);
  const fear = entry.city === judged.asking ? undefined : gravestOf(judged.feared?.get(entry.city));
  const kept = (availability.free ? 1 : NOT_FREE) * (fear ? UNDER_WARNING[fear.colour] : 1);
  const reasons = considerations.map(({ code, value, text }) => ({
    code,
    share: rounded(((WEIGHTS[code] * value) / whole) * kept),
    text,
  }));
  const score = rounded(reasons.reduce((sum, { share }) => sum + share, 0));
  const warned = fear ? [{ code: 'giver-under-warning' as const, share: 0, text: underWarning(fear) }] : [];
  return { score, reasons: [...reasons, ...warned], availability };
};
