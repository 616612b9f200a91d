import { EXPERT_CLASSES } from '../../../../shared/domain/expert/expert-class.ts';
import type { ExpertContact } from '../../../../shared/domain/expert/expert-details.ts';
import { HAZARDS } from '../../../../shared/domain/vocabulary/hazards.ts';
import { expertRoutes } from '../../../../shared/http/routes/experts.ts';
import { Moment } from '../../parts/moment.tsx';
import { confirming, isKept, retiring, settingPeriods } from '../common-acts.ts';
import { conditionColumn, confirmedColumn } from '../common-columns.tsx';
import { hazards, minutes, named, nameFields, positionFields, reason } from '../common-fields.tsx';
import { choice, choicesOf } from '../controls/choice-controls.tsx';
import { line, lines, moment, money, number, telephone, yesOrNo } from '../controls/simple-controls.tsx';
import { EntryName } from '../entry-name.tsx';
import { ExpertMembership } from '../expert-membership.tsx';
import { type Field, field, needed, section } from '../field.ts';
import { REGISTRY_AREAS } from '../registry-areas.ts';
import { registryKind } from '../registry-kind.ts';
import { screensOf } from '../screens-of.ts';
import { Say } from '../words-shown.tsx';

const classes = choicesOf(EXPERT_CLASSES);

const term: readonly Field[] = [
  needed('term.from', '聘期自', 'Term from', moment),
  needed('term.until', '聘期至', 'Term until', moment),
];

/** @param path of the contact in the body. */
const contactAt = (path: string): readonly Field[] => [
  needed(`${path}telephone`, '电话', 'Telephone', telephone),
  field(`${path}email`, '电子邮箱', 'E-mail', line),
];

/** The pool of experts: appointed for a term, called out, appraised. */
export const EXPERT = registryKind({
  ...REGISTRY_AREAS.expert,
  idOf: ({ expertId }) => expertId,
  nameOf: named,
  filters: [
    { name: 'class', label: { zh: '类别', en: 'Class' }, choices: classes },
    { name: 'hazard', label: { zh: '灾种', en: 'Hazard' }, choices: choicesOf(HAZARDS) },
  ],
  columns: [
    {
      title: { zh: '专家', en: 'Expert' },
      cell: (row) => (
        <EntryName kind="expert" id={row.expertId} name={named(row)} more={`${row.title} · ${row.employer}`} />
      ),
    },
    conditionColumn,
    {
      title: { zh: '类别', en: 'Class' },
      width: '10rem',
      cell: (row) => (
        <>
          <Say text={EXPERT_CLASSES[row.class]} />
          <br />
          <small className="muted">
            {row.subgroup} {row.groupLead && <Say text={{ zh: '（组长）', en: '(lead)' }} />}
          </small>
        </>
      ),
    },
    { title: { zh: '专长', en: 'Specialities' }, cell: ({ specialities }) => specialities.join('、') },
    { title: { zh: '所在地', en: 'Place' }, cell: ({ position }) => position.place },
    { title: { zh: '评分', en: 'Grade' }, width: '5rem', cell: ({ averageGrade }) => averageGrade ?? '—' },
    { title: { zh: '在办咨询', en: 'Call-outs' }, width: '6rem', cell: ({ openCallOuts }) => openCallOuts },
    confirmedColumn,
  ],
  sections: [
    section(
      '专家',
      'Expert',
      ...nameFields,
      needed('title', '职称', 'Title', line),
      needed('employer', '工作单位', 'Employer', line),
      needed('class', '类别', 'Class', choice(classes)),
      needed('subgroup', '组别', 'Group', line),
      field('groupLead', '组长', 'Leads the group', yesOrNo),
      needed('personId', '登录账号', 'Sign-in', line),
      field('specialities', '专长', 'Specialities', lines, { hint: { zh: '每行一项', en: 'One a line' }, wide: true }),
      field('hazards', '适用灾种', 'Hazards', hazards, { wide: true }),
      field('languages', '语言', 'Languages', lines, {
        hint: { zh: '每行一种，如 zh、bo、en', en: 'One a line, e.g. zh, bo, en' },
      }),
      needed('feePerDay', '咨询费（每天）', 'Fee a day', money),
    ),
    section(
      '出行',
      'Travel',
      ...positionFields('position', { zh: '所在', en: 'Where they are' }),
      needed('travel.readinessMinutes', '出发准备', 'Sets out within', minutes),
      needed('travel.willingKilometres', '愿往距离', 'Willing to go', number('km', { min: 0 })),
    ),
    section(
      '回避',
      'Recusals',
      field('recusals', '须回避的单位', 'Parties about whom they must not advise', {
        row: { zh: '回避', en: 'Recusal' },
        rows: [needed('party', '单位', 'Party', line), needed('reason', '理由', 'Reason', line)],
      }),
    ),
  ],
  registering: [section('聘任', 'Appointment', ...term, ...contactAt('contact.'), reason)],
  blank: {
    groupLead: false,
    specialities: [],
    hazards: [],
    languages: ['zh'],
    recusals: [],
    position: { crs: 'CGCS2000' },
  },
  isKept,
  acts: [
    confirming(expertRoutes.confirmExpert),
    settingPeriods(expertRoutes.setExpertAvailability),
    {
      contract: expertRoutes.changeExpertContact,
      label: { zh: '更改联系方式', en: 'Change how to reach them' },
      fields: contactAt(''),
      isOpen: isKept,
    },
    {
      contract: expertRoutes.renewExpert,
      label: { zh: '续聘', en: 'Renew the term' },
      fields: [...term, reason],
      startsWith: ({ term: { until } }) => ({ term: { from: until } }),
    },
    {
      ...retiring(expertRoutes.retireExpert, { zh: '出库', en: 'Leave the pool' }),
      fields: [field('at', '出库时间', 'When', moment, { hint: { zh: '不填即现在', en: 'Left empty: now' } }), reason],
    },
  ],
  periodsOf: ({ periods }) => periods,
  contact: {
    contract: expertRoutes.readExpertContact,
    masked: ({ contact }) => [contact],
    contactsIn: (answered) => [answered as ExpertContact],
    asksForDuty: true,
  },
  standing: ({ term: { from, until }, leaving, openCallOuts, averageGrade }) => [
    [
      { zh: '聘期', en: 'Term' },
      <>
        <Moment at={from} /> – <Moment at={until} relative />
      </>,
    ],
    [
      { zh: '将出库', en: 'Leaves' },
      leaving && (
        <>
          <Moment at={leaving.at} relative /> · {leaving.reason}
        </>
      ),
    ],
    [{ zh: '在办咨询', en: 'Open call-outs' }, openCallOuts],
    [{ zh: '平均评分', en: 'Average grade' }, averageGrade],
  ],
  Panels: ExpertMembership,
});

export const EXPERT_SCREENS = screensOf(EXPERT);
