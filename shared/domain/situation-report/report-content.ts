import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { refinement } from '../kernel/issue-sentence.ts';
import type { Text } from '../kernel/text.ts';
import { wordsSchema } from '../kernel/words.ts';
import { ResourceKindSchema } from '../vocabulary/resource-kinds.ts';
import { SomeQuantitySchema } from '../vocabulary/supplies.ts';
import { DivisionCodeSchema } from './division.ts';
import { FiguresSchema } from './figures.ts';

/** The kinds of report: the first, those that follow, the one that verifies, and the daily one though nothing has changed. */
export const REPORT_KINDS = {
  first: { zh: '初报', en: 'First report' },
  'follow-up': { zh: '续报', en: 'Follow-up report' },
  zero: { zh: '零报告', en: 'Zero report' },
  final: { zh: '核报', en: 'Final report' },
} as const satisfies Record<string, Text>;
export type ReportKind = keyof typeof REPORT_KINDS;
export const ReportKindSchema = z
  .enum(Object.keys(REPORT_KINDS) as [ReportKind, ...ReportKind[]])
  .meta({ id: 'ReportKind' });

/** The sections in which a report is written, in the order of official reports, under their headings. */
export const REPORT_SECTIONS = {
  source: { zh: '信息来源', en: 'Source' },
  cause: { zh: '事件起因', en: 'Cause' },
  nature: { zh: '性质', en: 'Nature' },
  course: { zh: '基本过程', en: 'Course of events' },
  consequences: { zh: '已造成的后果', en: 'Consequences so far' },
  scope: { zh: '影响范围', en: 'Area affected' },
  trend: { zh: '事件发展趋势', en: 'Outlook' },
  response: { zh: '处置情况', en: 'Response' },
  measures: { zh: '拟采取的措施', en: 'Measures planned' },
  advice: { zh: '下一步工作建议', en: 'Advice' },
} as const satisfies Record<string, Text>;
export type ReportSection = keyof typeof REPORT_SECTIONS;
export const REPORT_SECTION_NAMES = Object.keys(REPORT_SECTIONS) as readonly ReportSection[];

/** A draft and the latest version fit into one row, with what was said of both, and a version into a message: bytes of JSON. */
const MAXIMUM_CONTENT_BYTES = 64 * 1024;

const words = wordsSchema(2000).optional();

/** Toll and damage in one administrative division; a division and a part of it are never both counted. */
export const DivisionFiguresSchema = z
  .strictObject({ division: DivisionCodeSchema, name: wordsSchema(100).optional(), figures: FiguresSchema })
  .meta({ id: 'DivisionFigures' });
export type DivisionFigures = z.infer<typeof DivisionFiguresSchema>;

/** Forces of one city at work, of one kind. */
export const EngagedForceSchema = z
  .strictObject({
    /** Whose: this city's own and its agencies', or a partner's. */
    city: CityCodeSchema,
    kind: ResourceKindSchema,
    teams: z.int().min(0).max(10_000),
    people: z.int().min(0).max(1_000_000).optional(),
  })
  .meta({ id: 'EngagedForce' });
export type EngagedForce = z.infer<typeof EngagedForceSchema>;

/** What is needed. */
const NeedSchema = z
  .strictObject({
    kind: ResourceKindSchema,
    quantity: SomeQuantitySchema,
    unit: wordsSchema(20).optional(),
    words: wordsSchema(500).optional(),
  })
  .meta({ id: 'ReportedNeed' });

/** Relief that was given. */
const ReliefSchema = z
  .strictObject({ what: wordsSchema(200), quantity: SomeQuantitySchema, unit: wordsSchema(20) })
  .meta({ id: 'ReportedRelief' });

/** What one version of a report says. */
export const ReportContentSchema = z
  .strictObject({
    kind: ReportKindSchema,
    /** The moment that the figures are as of. */
    asOf: InstantSchema,
    /** 信息来源. */
    source: wordsSchema(200),
    /** 事件起因. */
    cause: words,
    /** 性质. */
    nature: words,
    /** 基本过程. */
    course: wordsSchema(4000),
    /** 已造成的后果, besides the figures. */
    consequences: words,
    /** 影响范围. */
    scope: words,
    /** 事件发展趋势. */
    trend: words,
    /** 处置情况. */
    response: words,
    /** 拟采取的措施. */
    measures: words,
    /** 下一步工作建议. */
    advice: words,
    /** Weather, and what is to be expected of it. */
    outlook: words,
    divisions: z.array(DivisionFiguresSchema).max(100),
    needs: z.array(NeedSchema).max(50),
    forces: z.array(EngagedForceSchema).max(100),
    relief: z.array(ReliefSchema).max(50),
    /** The situation has become stable: daily reports end, the final one is due. */
    stable: z.boolean(),
    /** Number of the version that this one corrects. */
    corrects: z.int().positive().optional(),
    /** Why it is corrected, or why fewer are dead than was reported. */
    reason: wordsSchema(1000).optional(),
  })
  .refine((content) => new TextEncoder().encode(JSON.stringify(content)).length <= MAXIMUM_CONTENT_BYTES, {
    ...refinement({ zh: '报告全文过长（上限64 KB）', en: 'the report is too long: 64 KB at most, all in all' }),
  })
  .meta({ id: 'ReportContent' });
export type ReportContent = z.infer<typeof ReportContentSchema>;
