import * as z from 'zod';
import { DrillCardSchema } from '../../domain/drill/drill-listings.ts';
import { DrillScriptSchema } from '../../domain/drill/drill-script.ts';
import { DrillStatusSchema, MOST_PARTICIPANTS } from '../../domain/drill/drill-state.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS, type Role } from '../roles.ts';
import { route } from '../route.ts';
import { DrillReportViewSchema, DrillViewSchema } from '../views/drill.ts';

const tag = 'drills';
const CONTROL: readonly Role[] = ['coordinator', 'representative'];
const PLAYERS: readonly Role[] = ['coordinator', 'duty-officer', 'representative'];
const ADMINISTRATOR: readonly Role[] = ['administrator'];

const params = z.strictObject({ drillId: z.uuid() });
const reason = wordsSchema(2000);

/** Where a drill is to go from where it is. */
export const DrillStepSchema = z
  .discriminatedUnion('to', [
    z.strictObject({ to: z.literal('started') }),
    z.strictObject({ to: z.literal('paused'), reason }),
    z.strictObject({ to: z.literal('resumed') }),
    z.strictObject({ to: z.literal('ended') }),
    /** Broken off, or called off before it began. */
    z.strictObject({ to: z.literal('aborted'), reason }),
  ])
  .meta({ id: 'DrillStep' });

/** Drills: scripted, on live agreements, and scored. */
export const drillRoutes = {
  listDrills: route({
    operationId: 'listDrills',
    method: 'GET',
    path: '/v1/drills',
    tag,
    summary: { zh: '查询演练，新的在前', en: 'List drills, latest first' },
    access: READERS,
    query: z.strictObject({ status: DrillStatusSchema.optional(), ...pageQuery }),
    success: { status: 200, body: pageOf(DrillCardSchema) },
  }),
  planDrill: route({
    operationId: 'planDrill',
    method: 'POST',
    path: '/v1/drills',
    tag,
    summary: {
      zh: '按脚本计划演练，并告知参演城市（依据现行协议或演练协议）',
      en: 'Plan a drill by a script, and tell the partners that take part, under live agreements or such for exercises',
    },
    access: CONTROL,
    body: z.strictObject({
      script: DrillScriptSchema,
      /** Agreements with the partners that take part. */
      participants: z.array(z.uuid()).max(MOST_PARTICIPANTS).default([]),
      /** Incidents of exercises that belong to it though no inject opens them. */
      incidentIds: z.array(z.uuid()).max(20).default([]),
    }),
    success: { status: 201, body: DrillViewSchema },
  }),
  readDrill: route({
    operationId: 'readDrill',
    method: 'GET',
    path: '/v1/drills/{drillId}',
    tag,
    summary: { zh: '查看演练', en: 'Read a drill' },
    access: READERS,
    params,
    success: { status: 200, body: DrillViewSchema },
  }),
  stepDrill: route({
    operationId: 'stepDrill',
    method: 'POST',
    path: '/v1/drills/{drillId}/steps',
    tag,
    summary: { zh: '开始、暂停、继续、结束或中止演练', en: 'Start, pause, resume, end or break off a drill' },
    access: CONTROL,
    params,
    body: DrillStepSchema,
    ifMatch: 'optional',
    success: { status: 200, body: DrillViewSchema },
  }),
  handleInject: route({
    operationId: 'handleInject',
    method: 'POST',
    path: '/v1/drills/{drillId}/injects/{key}/handling',
    tag,
    summary: { zh: '报告投送的处置情况', en: 'Say what was done about an inject' },
    access: PLAYERS,
    params: params.extend({ key: z.string().max(40) }),
    body: z.strictObject({ note: wordsSchema(2000) }),
    ifMatch: 'optional',
    success: { status: 200, body: DrillViewSchema },
  }),
  readDrillReport: route({
    operationId: 'readDrillReport',
    method: 'GET',
    path: '/v1/drills/{drillId}/report',
    tag,
    summary: {
      zh: '演练评估报告：答复、满足、到达、超时、投送与得分',
      en: 'What a drill came to: replies, fill rate, arrivals, missed clocks, injects, and points',
    },
    access: READERS,
    params,
    success: { status: 200, body: DrillReportViewSchema },
  }),
  removeDrillData: route({
    operationId: 'removeDrillData',
    method: 'DELETE',
    path: '/v1/drills/{drillId}/data',
    tag,
    summary: {
      zh: '清除演练数据；逐批进行，台账留有清单摘要',
      en: 'Remove the data of a drill, piece after piece; its ledger keeps what there was',
    },
    access: ADMINISTRATOR,
    params,
    success: { status: 202, body: DrillViewSchema },
  }),
} as const;
