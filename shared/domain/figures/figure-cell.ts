import * as z from 'zod';
import { chinaDate } from '../kernel/china-time.ts';
import { type Instant, MINUTE_MS, millisecondsBetween } from '../kernel/instant.ts';
import type { Text } from '../kernel/text.ts';
import { ResourceKindSchema } from '../vocabulary/resource-kinds.ts';
import { added, type Counters, CountersSchema, isNothing } from './counters.ts';

/** What figures are about. */
export const FIGURE_SUBJECTS = {
  city: { zh: '本市的请求', en: 'Requests of this city' },
  partner: { zh: '伙伴城市的支援', en: 'Help of partner cities' },
  helped: { zh: '对伙伴城市的支援', en: 'Help to partner cities' },
  agency: { zh: '联动单位', en: 'Partner agencies' },
  team: { zh: '本市队伍', en: 'Teams of this city' },
  'hand-off': { zh: '超时的交接', en: 'Missed clocks' },
  step: { zh: '各环节在办', en: 'Open by step' },
} as const satisfies Record<string, Text>;
export type FigureSubject = keyof typeof FIGURE_SUBJECTS;
export const FigureSubjectSchema = z
  .enum(Object.keys(FIGURE_SUBJECTS) as [FigureSubject, ...FigureSubject[]])
  .meta({ id: 'FigureSubject' });

/** Drills are counted, too, but never with what is real. */
export const RealmSchema = z.enum(['real', 'exercise']).meta({ id: 'FigureRealm' });
export type Realm = z.infer<typeof RealmSchema>;

/** A month in China, `2026-07`; `now` for what is no matter of a month: what is open. */
export const MonthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const NOW_MONTH = 'now';

/** What is of no kind of resource in particular. */
export const NO_KIND = '-';

/** Where something is counted. */
export const FigureCellSchema = z.strictObject({
  realm: RealmSchema,
  of: FigureSubjectSchema,
  month: z.union([MonthSchema, z.literal(NOW_MONTH)]),
  /** Which one: a city's code, the id of an agency or a team, a hand-off, a step. */
  subject: z.string().min(1).max(100),
  kind: z.union([ResourceKindSchema, z.enum([NO_KIND, 'request', 'task'])]),
});
export type FigureCell = z.infer<typeof FigureCellSchema>;

/** What one source adds to one cell. */
export const FigureLineSchema = z.strictObject({
  cell: FigureCellSchema,
  counters: CountersSchema,
  /** What people call the subject, where the cell cannot know. */
  name: z.string().optional(),
});
export interface FigureLine {
  readonly cell: FigureCell;
  readonly counters: Counters;
  readonly name?: string | undefined;
}

/** What parts of an aggregate add, by the name of the part: parts are counted one by one, each in one transaction. */
export type FigureParts = ReadonlyMap<string, readonly FigureLine[]>;

export const cellName = ({ realm, of, month, subject, kind }: FigureCell): string =>
  [realm, of, month, subject, kind].join('#');

/** @returns the lines with one for each cell, and none for nothing. */
export const gathered = (lines: readonly FigureLine[]): readonly FigureLine[] => {
  const byCell = new Map<string, FigureLine>();
  for (const line of lines) {
    const name = cellName(line.cell);
    const before = byCell.get(name);
    byCell.set(name, before ? { ...before, counters: added(before.counters, line.counters) } : line);
  }
  return [...byCell.values()].filter(({ counters }) => !isNothing(counters));
};

/** @returns the items by what `keyOf` names them, in their order. */
export const groupedBy = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    groups.set(keyOf(item), group);
    group.push(item);
  }
  return groups;
};

export const monthOf = (at: Instant): string => chinaDate(at).slice(0, 7);

export const realmOf = (isExercise: boolean): Realm => (isExercise ? 'exercise' : 'real');

/** @returns whole minutes. */
export const minutesBetween = (from: Instant, until: Instant): number =>
  Math.max(0, Math.floor(millisecondsBetween(from, until) / MINUTE_MS));
