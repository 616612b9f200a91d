import type { DutyContact } from '../../../../shared/domain/team/team-state.ts';
import { HAZARDS } from '../../../../shared/domain/vocabulary/hazards.ts';
import { TEAM_KINDS } from '../../../../shared/domain/vocabulary/resource-kinds.ts';
import { agencyRoutes } from '../../../../shared/http/routes/agencies.ts';
import type { AgencyView } from '../../../../shared/http/views/agency.ts';
import { CITIES } from '../../../../shared/reference/cities.ts';
import { Moment } from '../../parts/moment.tsx';
import { confirming, isKept, retiring, settingPeriods } from '../common-acts.ts';
import { conditionColumn, confirmedColumn } from '../common-columns.tsx';
import {
  certificationFields,
  contacts,
  hazards,
  KEEP_AS_IT_IS,
  level,
  levelName,
  Minutes,
  minutes,
  named,
  nameFields,
  people,
  positionFields,
  reason,
  things,
} from '../common-fields.tsx';
import { choice, choices, choicesOf } from '../controls/choice-controls.tsx';
import { line, moment, number, prose } from '../controls/simple-controls.tsx';
import { EntryName } from '../entry-name.tsx';
import { type FieldSection, field, needed, section } from '../field.ts';
import { REGISTRY_AREAS } from '../registry-areas.ts';
import { registryKind } from '../registry-kind.ts';
import { screensOf } from '../screens-of.ts';
import { SayAll } from '../words-shown.tsx';

const kinds = choicesOf(TEAM_KINDS);
const cities = CITIES.map(({ code, name }) => [code, name] as const);

const sections: readonly FieldSection[] = [
  section(
    '单位',
    'Agency',
    ...nameFields,
    needed('headcount', '承诺人数', 'People pledged', people),
    needed('responseMinutes', '出动准备', 'Ready to move within', minutes),
    needed('services', '业务范围', 'What it does', prose, { wide: true }),
    field('capabilities', '能力', 'Capabilities', {
      row: { zh: '能力', en: 'Capability' },
      rows: [needed('kind', '类别', 'Kind', choice(kinds)), needed('grade', '等级', 'Level', level)],
    }),
    needed('hazards', '适用灾种', 'Hazards', hazards, { wide: true }),
    field('pledges', '承诺资源', 'Resources pledged', things({ zh: '资源', en: 'Resource' })),
  ),
  section('驻地', 'Base', ...positionFields('base', { zh: '驻地', en: 'Base' })),
  section(
    '服务范围',
    'Where it turns out',
    field('serviceArea.cities', '城市', 'Cities', choices(cities), { wide: true }),
    field('serviceArea.around.radiusKilometres', '半径', 'Radius', number('km', { min: 0 })),
    ...positionFields('serviceArea.around.centre', { zh: '中心', en: 'Centre' }, false),
  ),
  section(
    '战略协议',
    'Strategic agreement',
    needed('agreement.title', '协议名称', 'Title', line),
    needed('agreement.validFrom', '生效', 'In force from', moment),
    needed('agreement.validUntil', '失效', 'In force until', moment),
    needed('agreement.replyMinutes', '任务答复时限', 'Answers a task within', minutes),
    needed('agreement.signatories.city', '市方签署', 'Signs for the city', line),
    needed('agreement.signatories.agency', '单位签署', 'Signs for the agency', line),
    needed('agreement.terms', '主要条款', 'Terms', prose, { wide: true }),
  ),
  section('资质', 'Certification', ...certificationFields('certification', { zh: '发证', en: 'Certified' })),
];

/** Partner agencies: bound by a strategic agreement, given tasks. */
export const AGENCY = registryKind({
  ...REGISTRY_AREAS.agency,
  idOf: ({ agencyId }) => agencyId,
  nameOf: named,
  filters: [
    { name: 'kind', label: { zh: '类别', en: 'Kind' }, choices: kinds },
    { name: 'hazard', label: { zh: '灾种', en: 'Hazard' }, choices: choicesOf(HAZARDS) },
  ],
  columns: [
    {
      title: { zh: '单位', en: 'Agency' },
      cell: (row) => <EntryName kind="agency" id={row.agencyId} name={named(row)} more={row.base.place} />,
    },
    conditionColumn,
    {
      title: { zh: '能力', en: 'Capabilities' },
      cell: (row) => (
        <SayAll
          texts={row.capabilities.map(({ kind, grade }) => ({
            zh: `${TEAM_KINDS[kind].zh}（${levelName(grade).zh}）`,
            en: `${TEAM_KINDS[kind].en} (${levelName(grade).en})`,
          }))}
        />
      ),
    },
    {
      title: { zh: '灾种', en: 'Hazards' },
      cell: (row) => <SayAll texts={row.hazards.map((hazard) => HAZARDS[hazard])} />,
    },
    { title: { zh: '人数', en: 'People' }, width: '5rem', cell: ({ headcount }) => headcount },
    {
      title: { zh: '出动准备', en: 'Ready in' },
      width: '6rem',
      cell: ({ responseMinutes }) => <Minutes of={responseMinutes} />,
    },
    confirmedColumn,
  ],
  sections,
  registering: [section('值班联系人', 'Duty contacts', field('dutyContacts', '联系人', 'Contacts', contacts))],
  changing: [
    section(
      '值班联系人',
      'Duty contacts',
      field('dutyContacts', '联系人', 'Contacts', contacts, { hint: KEEP_AS_IT_IS }),
    ),
  ],
  blank: {
    capabilities: [{}],
    pledges: [],
    base: { crs: 'CGCS2000' },
    serviceArea: { cities: [] },
    dutyContacts: [{}],
  },
  changedBody: (body) => {
    const { dutyContacts, ...rest } = body as { readonly dutyContacts?: readonly unknown[] };
    return dutyContacts === undefined || dutyContacts.length === 0 ? rest : body;
  },
  isKept,
  acts: [
    confirming(agencyRoutes.confirmAgency),
    settingPeriods(agencyRoutes.setAgencyAvailability),
    {
      contract: agencyRoutes.suspendAgency,
      label: { zh: '暂停联动', en: 'Suspend' },
      about: { zh: '暂停期间不再派发任务，恢复后照常。', en: 'It is given no tasks until it is resumed.' },
      fields: [reason],
      danger: true,
      isOpen: ({ status }: AgencyView) => status === 'active',
    },
    {
      contract: agencyRoutes.resumeAgency,
      label: { zh: '恢复联动', en: 'Resume' },
      isOpen: ({ status }: AgencyView) => status === 'suspended',
    },
    retiring(agencyRoutes.retireAgency),
  ],
  periodsOf: ({ periods }) => periods,
  contact: {
    contract: agencyRoutes.readAgencyContacts,
    masked: ({ dutyContacts }) => dutyContacts,
    contactsIn: (answered) => (answered as { readonly dutyContacts: readonly DutyContact[] }).dutyContacts,
    asksForDuty: true,
  },
  standing: ({ suspension, retirement }) => [
    [
      { zh: '暂停联动', en: 'Suspended' },
      suspension && (
        <>
          {suspension.reason} · <Moment at={suspension.at} relative />
        </>
      ),
    ],
    [{ zh: '撤销理由', en: 'Why it was retired' }, retirement?.reason],
  ],
});

export const AGENCY_SCREENS = screensOf(AGENCY);
