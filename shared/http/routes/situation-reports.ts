import * as z from 'zod';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import { refinement } from '../../domain/kernel/issue-sentence.ts';
import { RollUpSchema } from '../../domain/roll-up/roll-up-result.ts';
import { ReportContentSchema } from '../../domain/situation-report/report-content.ts';
import { ReportStepSchema } from '../../domain/situation-report/situation-report-commands.ts';
import {
  ReportSideSchema,
  SituationReportCardSchema,
} from '../../domain/situation-report/situation-report-listings.ts';
import {
  MAXIMUM_RECIPIENTS,
  SituationReportStatusSchema,
} from '../../domain/situation-report/situation-report-state.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { DUTY_ROOM, READERS, type Role, STEERING } from '../roles.ts';
import { route } from '../route.ts';
import {
  NextReportSchema,
  ReportVersionViewSchema,
  SituationReportReadingSchema,
  SituationReportViewSchema,
} from '../views/situation-report.ts';

const WRITERS: readonly Role[] = ['coordinator', 'duty-officer'];

const params = z.strictObject({ reportId: z.uuid() });
const asIs = { status: 200, body: SituationReportViewSchema } as const;

/** Reports on incidents: first, follow-up, zero and final ones, with numbered versions; and what all cities report, added up. */
export const situationReportRoutes = {
  listSituationReports: route({
    operationId: 'listSituationReports',
    method: 'GET',
    path: '/v1/situation-reports',
    tag: 'situation-reports',
    summary: {
      zh: '查询信息报送（按本市或来报、状态、事件其一）',
      en: 'List reports by side, by status or by incident',
    },
    access: READERS,
    query: z
      .strictObject({
        side: ReportSideSchema.optional(),
        status: SituationReportStatusSchema.optional(),
        incident: z.uuid().optional(),
        ...pageQuery,
      })
      .refine(({ side, status, incident }) => [side, status, incident].filter((by) => by !== undefined).length <= 1, {
        ...refinement({ zh: '筛选条件只能选一项', en: 'filter by one thing at a time' }),
      }),
    success: { status: 200, body: pageOf(SituationReportCardSchema) },
  }),
  openSituationReport: route({
    operationId: 'openSituationReport',
    method: 'POST',
    path: '/v1/situation-reports',
    tag: 'situation-reports',
    summary: {
      zh: '就伙伴城市的事件开始报送（本市事件自动开始）',
      en: 'Begin to report on an incident of a partner city; on own incidents it begins by itself',
    },
    access: WRITERS,
    body: z.strictObject({
      incidentId: z.uuid(),
      /** Whose incident it is; left out: this city's. */
      incidentCity: CityCodeSchema.optional(),
    }),
    success: { status: 201, body: SituationReportViewSchema },
  }),
  readSituationReport: route({
    operationId: 'readSituationReport',
    method: 'GET',
    path: '/v1/situation-reports/{reportId}',
    tag: 'situation-reports',
    summary: { zh: '查看信息报送', en: 'Read the reports on an incident' },
    access: READERS,
    params,
    success: { status: 200, body: SituationReportReadingSchema },
  }),
  readReportVersion: route({
    operationId: 'readReportVersion',
    method: 'GET',
    path: '/v1/situation-reports/{reportId}/versions/{number}',
    tag: 'situation-reports',
    summary: {
      zh: '查看某一版信息，附公文正文与签名核验',
      en: 'Read one version, with its text in the official order and whether its signature holds',
    },
    access: READERS,
    params: params.extend({ number: z.coerce.number().int().min(1).max(99_999_999) }),
    success: { status: 200, body: ReportVersionViewSchema },
  }),
  readNextReport: route({
    operationId: 'readNextReport',
    method: 'GET',
    path: '/v1/situation-reports/{reportId}/next',
    tag: 'situation-reports',
    summary: {
      zh: '下一版信息的预填稿：沿用上一版数据，按任务和派遣填报力量，并建议报送对象',
      en: 'What the next version could begin with: the last figures, the forces at work, and whom to send it to',
    },
    access: DUTY_ROOM,
    params,
    success: { status: 200, body: NextReportSchema },
  }),
  writeReport: route({
    operationId: 'writeReport',
    method: 'PUT',
    path: '/v1/situation-reports/{reportId}/draft',
    tag: 'situation-reports',
    summary: { zh: '起草或修改下一版信息', en: 'Write the next version, or change its draft' },
    access: WRITERS,
    params,
    body: ReportContentSchema,
    ifMatch: 'required',
    success: asIs,
  }),
  takeReportStep: route({
    operationId: 'takeReportStep',
    method: 'POST',
    path: '/v1/situation-reports/{reportId}/steps',
    tag: 'situation-reports',
    summary: {
      zh: '信息批阅：送审、批注、退回、审核或签发、撤回、不再报送',
      en: 'Submit, comment on, send back, approve or withdraw the draft, or call the reports off',
    },
    access: DUTY_ROOM,
    params,
    body: ReportStepSchema,
    ifMatch: 'optional',
    success: asIs,
  }),
  sendReport: route({
    operationId: 'sendReport',
    method: 'POST',
    path: '/v1/situation-reports/{reportId}/sendings',
    tag: 'situation-reports',
    summary: {
      zh: '将最新版本报送伙伴城市，其后各版自动续送',
      en: 'Send the latest version to partner cities, which get each new one from then on',
    },
    access: STEERING,
    params,
    body: z.strictObject({ agreements: z.array(z.uuid()).min(1).max(MAXIMUM_RECIPIENTS) }),
    ifMatch: 'optional',
    success: asIs,
  }),
  rollUpIncident: route({
    operationId: 'rollUpIncident',
    method: 'GET',
    path: '/v1/incidents/{incidentId}/roll-up',
    tag: 'situation-reports',
    summary: {
      zh: '汇总各城市对事件的报送，每一行政区划只计一次',
      en: 'Add up what all cities report on an incident, each division once',
    },
    access: READERS,
    params: z.strictObject({ incidentId: z.uuid() }),
    success: { status: 200, body: RollUpSchema },
  }),
} as const;
