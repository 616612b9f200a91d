import * as z from 'zod';
import type { AgencyCommand } from '../../domain/agency/agency-commands.ts';
import { agencyList } from '../../domain/agency/agency-listings.ts';
import { AgencyDetailsSchema, type AgencyState, DutyContactsSchema } from '../../domain/agency/agency-state.ts';
import { sameContent } from '../../domain/request/same-content.ts';
import { AvailabilityPeriodSchema } from '../../domain/vocabulary/availability.ts';
import { type CapabilityLevel, RESOURCE_KINDS, type ResourceKind } from '../../domain/vocabulary/resource-kinds.ts';
import { agencyConversation } from '../../exchange/conversations/agency.ts';
import { maskedContact } from '../../http/views/team.ts';
import { column } from '../column.ts';
import {
  certificationColumns,
  hazardsColumn,
  nameColumns,
  periodsColumn,
  positionColumns,
  termColumns,
} from '../common-columns.ts';
import { MASKED_NOTE, unlessMasked } from '../masked-cell.ts';
import { equipment, pairs } from '../nested-cells.ts';
import { samePeriods } from '../same-periods.ts';
import { number, oneOf, several, words } from '../simple-cells.ts';
import { given, type RegistryTable, type RowInput } from '../table.ts';
import { cityCell } from './city-cell.ts';
import { contactsCell } from './contacts-cell.ts';
import { levelCell } from './level-cell.ts';

const AgencyRowSchema = AgencyDetailsSchema.extend({
  dutyContacts: DutyContactsSchema.optional(),
  periods: z.array(AvailabilityPeriodSchema).max(100).optional(),
});
type AgencyRow = z.infer<typeof AgencyRowSchema>;

const kindCell = oneOf(RESOURCE_KINDS);
const capabilities = pairs<{ kind: ResourceKind; grade: CapabilityLevel }>(
  ({ kind, grade }) => [kindCell.write(kind), levelCell.write(grade)],
  (kind, grade) => ({ kind: kindCell.read(kind), grade: levelCell.read(grade) }),
  {
    zh: `矿山救援：1级；水上救援：2级（${kindCell.notation.zh}）`,
    en: `矿山救援：1级；水上救援：2级 (kind：grade; ${kindCell.notation.en})`,
  },
);

const nextCommand = ({ row, state, id }: RowInput<AgencyRow, AgencyState>): AgencyCommand | undefined => {
  const { dutyContacts: written, periods, ...details } = row;
  const dutyContacts = given(written ?? state?.dutyContacts, ['dutyContacts']);
  if (!state) return { type: 'register', id, details, dutyContacts };
  if (!sameContent({ details: state.details, dutyContacts: state.dutyContacts }, { details, dutyContacts }))
    return { type: 'change', as: 'city', details, dutyContacts };
  return periods === undefined || samePeriods(periods, state.periods)
    ? undefined
    : { type: 'set-availability', periods };
};

/** Partner agencies, known by their names. */
export const agencyTable: RegistryTable<AgencyRow, AgencyState> = {
  kind: 'agency',
  name: { zh: '联动单位', en: 'Agencies' },
  columns: [
    ...nameColumns('单位名称', 'Agency', '西宁示例矿山救护队'),
    column({ zh: '业务范围', en: 'Services', path: 'services', cell: words, example: '矿山事故救援、大功率排水' }),
    column({ zh: '救援能力', en: 'Capabilities', path: 'capabilities', cell: capabilities, example: '矿山救援：1级' }),
    hazardsColumn,
    column({
      zh: '承诺装备',
      en: 'Pledged equipment',
      path: 'pledges',
      cell: equipment,
      required: false,
      whenEmpty: [],
      example: '大功率排水车×2台',
    }),
    column({ zh: '承诺人数', en: 'Pledged people', path: 'headcount', cell: number, example: '30' }),
    ...positionColumns('base', { zh: '驻地', en: 'Base' }),
    column({
      zh: '服务城市',
      en: 'Service cities',
      path: 'serviceArea.cities',
      cell: several(cityCell),
      required: false,
      whenEmpty: [],
      example: '西宁市、海东市',
    }),
    column({
      zh: '服务半径（公里）',
      en: 'Service radius (km)',
      path: 'serviceArea.around.radiusKilometres',
      cell: number,
      required: false,
      example: '',
      note: { zh: '与中心点一起填写，或都不填', en: 'with its centre, or neither' },
    }),
    ...positionColumns('serviceArea.around.centre', { zh: '服务中心', en: 'Service centre' }, 'optional'),
    column({ zh: '响应时间（分钟）', en: 'Response (minutes)', path: 'responseMinutes', cell: number, example: '30' }),
    column({ zh: '协议名称', en: 'Agreement', path: 'agreement.title', cell: words, example: '应急救援战略合作协议' }),
    column({
      zh: '协议内容',
      en: 'Terms',
      path: 'agreement.terms',
      cell: words,
      example: '互通信息，资源共享，按任务书出动。',
    }),
    ...termColumns(
      { zh: '协议生效', en: 'Agreement from', path: 'agreement.validFrom', example: '2026-01-01' },
      { zh: '协议有效期至', en: 'Agreement until', path: 'agreement.validUntil', example: '2028-12-31' },
    ),
    column({
      zh: '市方签署',
      en: 'Signs for the city',
      path: 'agreement.signatories.city',
      cell: words,
      example: '西宁市应急管理局',
    }),
    column({
      zh: '单位签署',
      en: 'Signs for the agency',
      path: 'agreement.signatories.agency',
      cell: words,
      example: '西宁示例矿山救护队',
    }),
    column({
      zh: '答复时限（分钟）',
      en: 'Reply (minutes)',
      path: 'agreement.replyMinutes',
      cell: number,
      example: '60',
    }),
    ...certificationColumns,
    column({
      zh: '值班联系人',
      en: 'Duty contacts',
      path: 'dutyContacts',
      cell: unlessMasked(contactsCell),
      required: false,
      example: '王示例：000-0000-0011；李示例：000-0000-0012',
      note: MASKED_NOTE,
    }),
    periodsColumn,
  ],
  schema: AgencyRowSchema,
  conversation: agencyConversation,
  filters: ['kind', 'hazard'],
  listOf: ({ kind, hazard }) => agencyList({ kind, hazard }),
  keyOf: ({ name }) => [name],
  nextCommand,
  rowOf: (agency, { contacts }) =>
    agency.status === 'retired'
      ? undefined
      : {
          ...agency.details,
          dutyContacts: contacts === 'shown' ? agency.dutyContacts : agency.dutyContacts.map(maskedContact),
          periods: agency.periods,
        },
  contactReading: (reading) => ({ type: 'show-contacts', ...reading }),
};
