import * as z from 'zod';
import { EXPERT_CLASSES } from '../../domain/expert/expert-class.ts';
import type { ExpertCommand } from '../../domain/expert/expert-commands.ts';
import {
  type ExpertContact,
  ExpertContactSchema,
  ExpertDetailsSchema,
  TermSchema,
} from '../../domain/expert/expert-details.ts';
import { expertList } from '../../domain/expert/expert-listings.ts';
import type { ExpertState } from '../../domain/expert/expert-state.ts';
import { sameContent } from '../../domain/request/same-content.ts';
import { AvailabilityPeriodSchema } from '../../domain/vocabulary/availability.ts';
import { expertConversation } from '../../exchange/conversations/expert.ts';
import { maskedTelephone } from '../../http/views/team.ts';
import { column } from '../column.ts';
import { hazardsColumn, nameColumns, periodsColumn, positionColumns, termColumns } from '../common-columns.ts';
import { MASKED_NOTE, unlessMasked } from '../masked-cell.ts';
import { pairs } from '../nested-cells.ts';
import { samePeriods } from '../same-periods.ts';
import { number, oneOf, several, words, yesOrNo, yuanCell } from '../simple-cells.ts';
import { given, type RegistryTable, type RowInput } from '../table.ts';
import { languageCell } from './language-cell.ts';

const ExpertRowSchema = ExpertDetailsSchema.extend({
  contact: ExpertContactSchema.partial().optional(),
  term: TermSchema,
  periods: z.array(AvailabilityPeriodSchema).max(100).optional(),
});
type ExpertRow = z.infer<typeof ExpertRowSchema>;

/** What the ledger gives as the reason of appointments and renewals that an import brings. */
const BY_SPREADSHEET = '表格导入';

const MASKED_EMAIL = '****';

const recusals = pairs<{ party: string; reason: string }>(
  ({ party, reason }) => [party, reason],
  (party, reason) => ({ party, reason }),
  {
    zh: '甲化工有限公司：任独立董事；乙集团：有股份',
    en: '甲化工有限公司：任独立董事；乙集团：有股份 (party：reason)',
  },
);

const nextCommand = ({ row, state, id }: RowInput<ExpertRow, ExpertState>): ExpertCommand | undefined => {
  const { contact: written, term, periods, ...details } = row;
  const { telephone, email } = { ...state?.contact, ...written };
  const contact = {
    telephone: given(telephone, ['contact', 'telephone']),
    ...(email === undefined ? {} : { email }),
  };
  if (!state) return { type: 'appoint', id, details, contact, term, reason: BY_SPREADSHEET };
  if (!sameContent(term, state.term)) return { type: 'renew', term, reason: BY_SPREADSHEET };
  if (!sameContent(details, state.details)) return { type: 'change', details };
  if (!sameContent(contact, state.contact)) return { type: 'change-contact', as: 'city', contact };
  return periods === undefined || samePeriods(periods, state.periods)
    ? undefined
    : { type: 'set-availability', as: 'city', periods };
};

const maskedExpertContact = ({ telephone, email }: ExpertContact) => ({
  telephone: maskedTelephone(telephone),
  ...(email === undefined ? {} : { email: MASKED_EMAIL }),
});

/** Experts, known by name and employer. */
export const expertTable: RegistryTable<ExpertRow, ExpertState> = {
  kind: 'expert',
  name: { zh: '专家', en: 'Experts' },
  columns: [
    ...nameColumns('姓名', 'Name', '示例专家甲'),
    column({ zh: '账号', en: 'Sign-in', path: 'personId', cell: words, example: 'expert@630100' }),
    column({ zh: '专家类别', en: 'Class', path: 'class', cell: oneOf(EXPERT_CLASSES), example: '自然灾害' }),
    column({ zh: '专业组', en: 'Group', path: 'subgroup', cell: words, example: '地质灾害防治组' }),
    column({
      zh: '是否组长',
      en: 'Group lead',
      path: 'groupLead',
      cell: yesOrNo,
      required: false,
      whenEmpty: false,
      example: '否',
    }),
    column({
      zh: '专长',
      en: 'Specialities',
      path: 'specialities',
      cell: several(words),
      example: '滑坡监测预警、泥石流防治',
    }),
    { ...hazardsColumn, required: false, whenEmpty: [] },
    column({ zh: '职称', en: 'Title', path: 'title', cell: words, example: '正高级工程师' }),
    column({ zh: '工作单位', en: 'Employer', path: 'employer', cell: words, example: '示例地质环境监测院' }),
    column({ zh: '语言', en: 'Languages', path: 'languages', cell: several(languageCell), example: '汉语、藏语' }),
    ...positionColumns('position', { zh: '常驻', en: 'Lives at' }),
    column({
      zh: '出动准备（分钟）',
      en: 'Readiness (minutes)',
      path: 'travel.readinessMinutes',
      cell: number,
      example: '60',
    }),
    column({
      zh: '可赴距离（公里）',
      en: 'Travels (km)',
      path: 'travel.willingKilometres',
      cell: number,
      example: '300',
    }),
    column({
      zh: '回避事项',
      en: 'Recusals',
      path: 'recusals',
      cell: recusals,
      required: false,
      whenEmpty: [],
      example: '示例化工有限公司：担任独立董事',
    }),
    column({ zh: '每日酬金（元）', en: 'Fee a day (yuan)', path: 'feePerDay', cell: yuanCell, example: '1200.00' }),
    ...termColumns(
      { zh: '聘期自', en: 'Term from', path: 'term.from', example: '2026-01-01' },
      { zh: '聘期至', en: 'Term until', path: 'term.until', example: '2028-12-31' },
    ),
    column({
      zh: '电话',
      en: 'Telephone',
      path: 'contact.telephone',
      cell: unlessMasked(words),
      required: false,
      example: '000-0000-0007',
      note: MASKED_NOTE,
    }),
    column({
      zh: '电子邮箱',
      en: 'E-mail',
      path: 'contact.email',
      cell: unlessMasked(words),
      required: false,
      example: 'zhuanjia@example.com',
      note: MASKED_NOTE,
    }),
    periodsColumn,
  ],
  schema: ExpertRowSchema,
  conversation: expertConversation,
  filters: ['class', 'hazard'],
  listOf: ({ class: ofClass, hazard }) => expertList({ class: ofClass, hazard }),
  keyOf: ({ name, employer }) => [name, employer],
  nextCommand,
  rowOf: ({ status, details, contact, term, periods }, { contacts }) =>
    status === 'left'
      ? undefined
      : { ...details, contact: contacts === 'shown' ? contact : maskedExpertContact(contact), term, periods },
  contactReading: (reading) => ({ type: 'show-contact', as: 'city', ...reading }),
};
