import * as z from 'zod';
import { HandOffSchema } from '../../domain/deadline/hand-off.ts';
import { WaitedForSchema } from '../../domain/deadline/open-deadline.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { refinement } from '../../domain/kernel/issue-sentence.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS } from '../roles.ts';
import { route } from '../route.ts';
import { BoardEntrySchema } from '../views/board.ts';
import { DeadlineRulesSchema } from '../views/deadline-rules.ts';
import { PartnerLinksSchema } from '../views/partner-link.ts';

/** How many hand-offs there are of a sort, counted up to a limit. */
const CountSchema = z.strictObject({ count: z.int().min(0), more: z.boolean() }).meta({ id: 'BoardCount' });

export const BoardQuerySchema = z
  .strictObject({
    ...pageQuery,
    /** `due`: what is due from now on; `overdue`; `escalated`: what went up the duty roster. Without it overdue and due, in order of time. */
    view: z.enum(['due', 'overdue', 'escalated']).optional(),
    /** How far ahead to look. */
    withinHours: z.coerce.number().int().min(1).max(720).default(24),
    handOff: HandOffSchema.optional(),
    /** Who must move next. */
    who: z.enum(WaitedForSchema.options.map(({ shape }) => shape.who.value)).optional(),
    /** Drills have a board of their own. */
    exercise: z.enum(['true', 'false']).default('false'),
  })
  .refine(
    ({ view, handOff, who }) =>
      [view === 'escalated', handOff !== undefined, who !== undefined].filter(Boolean).length < 2,
    { path: ['who'], ...refinement({ zh: '一次只能按一个条件筛选', en: 'one filter at a time' }) },
  );

/** A page of the board. */
export const BoardSchema = pageOf(BoardEntrySchema)
  .extend({
    asOf: InstantSchema,
    /** Of the whole board, whatever is filtered; on the first page only. */
    counts: z.strictObject({ overdue: CountSchema, due: CountSchema, escalated: CountSchema }).optional(),
    /** How the links with partners stand; on the first page only. */
    partnerLinks: PartnerLinksSchema.shape.items.optional(),
  })
  .meta({ id: 'Board' });

/** What is due, what is overdue, what went up the duty roster; and by which rules. */
export const boardRoutes = {
  readBoard: route({
    operationId: 'readBoard',
    method: 'GET',
    path: '/v1/board',
    tag: 'duty-room',
    summary: {
      zh: '时限看板：即将到期、逾期、已升级事项（先到期在前）',
      en: 'The board of what is due, overdue and escalated, earliest first',
    },
    access: READERS,
    query: BoardQuerySchema,
    success: { status: 200, body: BoardSchema },
  }),
  readPartnerLinks: route({
    operationId: 'readPartnerLinks',
    method: 'GET',
    path: '/v1/partner-links',
    tag: 'duty-room',
    summary: {
      zh: '与各伙伴城市的通信状况（有问题的在前）',
      en: 'How the links with partners stand, those in trouble first',
    },
    access: READERS,
    success: { status: 200, body: PartnerLinksSchema },
  }),
  readDeadlineRules: route({
    operationId: 'readDeadlineRules',
    method: 'GET',
    path: '/v1/deadline-rules',
    tag: 'duty-room',
    summary: { zh: '本市时限规则与工作日历', en: "The city's table of deadlines and calendar of working days" },
    access: READERS,
    success: { status: 200, body: DeadlineRulesSchema },
  }),
} as const;
