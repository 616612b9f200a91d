import * as z from 'zod';
import type { AgencyState } from '../../domain/agency/agency-state.ts';
import type { Text } from '../../domain/kernel/text.ts';
import type { PlanCommand } from '../../domain/plan/plan-commands.ts';
import { PlanDetailsSchema } from '../../domain/plan/plan-details.ts';
import { planList } from '../../domain/plan/plan-listings.ts';
import type { PlanState } from '../../domain/plan/plan-state.ts';
import { PLAN_TYPES } from '../../domain/plan/plan-type.ts';
import { sameContent } from '../../domain/request/same-content.ts';
import { EVENT_CLASSES, type ResponseLevel } from '../../domain/vocabulary/hazards.ts';
import { agencyConversation } from '../../exchange/conversations/agency.ts';
import { planConversation } from '../../exchange/conversations/plan.ts';
import { type Column, column } from '../column.ts';
import { hazardsColumn } from '../common-columns.ts';
import { fromMoment, untilMoment } from '../moment-cells.ts';
import { number, oneOf, several, words } from '../simple-cells.ts';
import { agreed, type RegistryTable, type RowContext, type RowInput } from '../table.ts';

/** As the details, but that an agency is named; the template of a request that a plan carries is kept as it is. */
const PlanRowSchema = z
  .object({ ...PlanDetailsSchema.shape, agency: z.string().optional() })
  .omit({ agencyId: true, requestTemplate: true });
type PlanRow = z.infer<typeof PlanRowSchema>;

/** What the ledger gives as the reason of revisions that an import brings. */
const BY_SPREADSHEET = '表格导入';

const LEVEL_NAMES: Readonly<Record<ResponseLevel, Text>> = {
  I: { zh: 'I级', en: 'I' },
  II: { zh: 'II级', en: 'II' },
  III: { zh: 'III级', en: 'III' },
  IV: { zh: 'IV级', en: 'IV' },
};

const nextCommand = ({ row, state, id, named: [agency] }: RowInput<PlanRow, PlanState>): PlanCommand | undefined => {
  const { agency: _, ...written } = row;
  const template = state?.details.requestTemplate;
  const details = agreed(PlanDetailsSchema, {
    ...written,
    ...(agency ? { agencyId: agency.id } : {}),
    ...(template ? { requestTemplate: template } : {}),
  });
  if (!state)
    return { type: 'file', id, details, ...(agency ? { agency: { state: agency.state as AgencyState } } : {}) };
  return sameContent(details, state.details)
    ? undefined
    : { type: 'revise', by: { for: 'city' }, details, reason: BY_SPREADSHEET };
};

const rowOf = ({ status, details }: PlanState, { parts }: RowContext): unknown => {
  const { agencyId, requestTemplate: _, ...shown } = details;
  if (status === 'retired') return undefined;
  const agency = agencyId === undefined ? undefined : parts.get({ kind: 'agency', id: agencyId })?.state;
  return { ...shown, ...(agency ? { agency: (agency as AgencyState).details.name } : {}) };
};

const optionalWords = (zh: string, en: string, path: string): Column =>
  column({ zh, en, path, cell: words, required: false, example: '' });

/** Plans on file, known by title and owner. */
export const planTable: RegistryTable<PlanRow, PlanState> = {
  kind: 'plan',
  name: { zh: '预案', en: 'Plans' },
  columns: [
    column({ zh: '预案名称', en: 'Plan', path: 'title', cell: words, example: '西宁市防汛应急预案（示例）' }),
    column({ zh: '预案类型', en: 'Type', path: 'type', cell: oneOf(PLAN_TYPES), example: '专项预案' }),
    { ...hazardsColumn, required: false, whenEmpty: [] },
    column({
      zh: '事件类别',
      en: 'Event classes',
      path: 'eventClasses',
      cell: several(oneOf(EVENT_CLASSES)),
      required: false,
      whenEmpty: [],
      example: '',
    }),
    column({
      zh: '响应级别',
      en: 'Response levels',
      path: 'levels',
      cell: several(oneOf(LEVEL_NAMES)),
      required: false,
      whenEmpty: [],
      example: '',
      note: { zh: '不填即各级', en: 'all when empty' },
    }),
    column({ zh: '编制单位', en: 'Owner', path: 'owner', cell: words, example: '西宁市水务局' }),
    {
      ...optionalWords('所属联动单位', 'Agency', 'agency'),
      note: { zh: '已登记的名称', en: 'name of a registered one' },
    },
    column({ zh: '版本', en: 'Version', path: 'version', cell: words, example: '2026年修订' }),
    column({ zh: '生效日期', en: 'Valid from', path: 'validFrom', cell: fromMoment, example: '2026-01-01' }),
    column({ zh: '失效日期', en: 'Valid until', path: 'validUntil', cell: untilMoment, required: false, example: '' }),
    optionalWords('附件名称', 'Document', 'document.name'),
    optionalWords('附件链接', 'Link', 'document.url'),
    optionalWords('附件SHA-256', 'SHA-256', 'document.sha256'),
    column({ zh: '附件字节数', en: 'Bytes', path: 'document.size', cell: number, required: false, example: '' }),
  ],
  schema: PlanRowSchema,
  conversation: planConversation,
  others: [agencyConversation],
  filters: [],
  listOf: () => planList(),
  references: ({ agency }) => (agency === undefined ? [] : [{ kind: 'agency', key: [agency], path: ['agency'] }]),
  keyOf: ({ title, owner }) => [title, owner],
  nextCommand,
  partsOf: ({ details: { agencyId } }) => (agencyId === undefined ? [] : [{ kind: 'agency', id: agencyId }]),
  rowOf,
};
