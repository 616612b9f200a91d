import type * as z from 'zod';
import type { PlanDetailsSchema } from '../../../../shared/domain/plan/plan-details.ts';
import { PLAN_TYPES } from '../../../../shared/domain/plan/plan-type.ts';
import { EVENT_CLASSES, HAZARDS, RESPONSE_LEVELS } from '../../../../shared/domain/vocabulary/hazards.ts';
import { planRoutes } from '../../../../shared/http/routes/plans.ts';
import { Status, Tag } from '../../parts/marks.tsx';
import { Moment } from '../../parts/moment.tsx';
import { valueAt } from '../body.ts';
import { confirming, isKept, retiring } from '../common-acts.ts';
import { hazards, reason } from '../common-fields.tsx';
import { bare, choice, choices, choicesOf } from '../controls/choice-controls.tsx';
import { reference } from '../controls/reference-control.tsx';
import { line, moment, number } from '../controls/simple-controls.tsx';
import { EntryName } from '../entry-name.tsx';
import { type Control, field, needed, section } from '../field.ts';
import { PlanVersions } from '../plan-versions.tsx';
import { REGISTRY_AREAS } from '../registry-areas.ts';
import { registryKind } from '../registry-kind.ts';
import { REGISTRY } from '../registry-words.ts';
import { screensOf } from '../screens-of.ts';
import { Say, SayAll } from '../words-shown.tsx';

const types = choicesOf(PLAN_TYPES);
const EVERYTHING = { zh: '所有灾种', en: 'whatever happens' };
const EVERY_LEVEL = { zh: '各级', en: 'all levels' };

/** A link of a plan's document. */
const link: Control = {
  input: (line as Extract<Control, { input: unknown }>).input,
  show: (value) =>
    value === undefined ? undefined : (
      <a href={String(value)} rel="noreferrer noopener" target="_blank">
        {String(value)}
      </a>
    ),
};

/** Whether a plan is in force, in one word. */
const InForce = ({ inForce }: { readonly inForce: boolean }) => (
  <Tag tone={inForce ? 'good' : 'bad'}>
    <Say text={inForce ? { zh: '现行有效', en: 'in force' } : { zh: '不在有效期', en: 'not in force' }} />
  </Tag>
);

/** Emergency plans on file, with their versions. */
export const PLAN = registryKind({
  ...REGISTRY_AREAS.plan,
  idOf: ({ planId }) => planId,
  nameOf: ({ title }) => ({ zh: title, en: title }),
  filters: [{ name: 'type', label: { zh: '类型', en: 'Type' }, choices: types }],
  columns: [
    {
      title: { zh: '预案', en: 'Plan' },
      cell: ({ planId, title, version }) => (
        <EntryName kind="plan" id={planId} name={{ zh: title, en: title }} more={version} />
      ),
    },
    { title: REGISTRY.words['column.condition'], width: '8rem', cell: ({ status }) => <Status status={status} /> },
    { title: { zh: '类型', en: 'Type' }, width: '9rem', cell: ({ type }) => <Say text={PLAN_TYPES[type]} /> },
    {
      title: { zh: '适用', en: 'For' },
      cell: (row) => (
        <SayAll
          texts={
            row.hazards.length + row.eventClasses.length === 0
              ? [EVERYTHING]
              : [...row.eventClasses.map((each) => EVENT_CLASSES[each]), ...row.hazards.map((each) => HAZARDS[each])]
          }
        />
      ),
    },
    {
      title: { zh: '响应级别', en: 'Levels' },
      width: '8rem',
      cell: (row) => row.levels.join('、') || <Say text={EVERY_LEVEL} />,
    },
    { title: { zh: '编制单位', en: 'Owner' }, cell: ({ owner }) => owner },
    {
      title: { zh: '有效期至', en: 'Valid until' },
      width: '10rem',
      cell: ({ validUntil }) => (validUntil === undefined ? '—' : <Moment at={validUntil} />),
    },
    {
      title: { zh: '请求模板', en: 'Requests' },
      width: '7rem',
      cell: ({ hasTemplate }) => (hasTemplate ? <Say text={{ zh: '有', en: 'template' }} /> : '—'),
    },
  ],
  sections: [
    section(
      '预案',
      'Plan',
      needed('title', '名称', 'Title', line, { wide: true }),
      needed('type', '类型', 'Type', choice(types)),
      needed('owner', '编制单位', 'Owner', line),
      field('agencyId', '联动单位', 'Partner agency that keeps it', reference('agency')),
      needed('version', '版本', 'Version', line),
      needed('validFrom', '生效', 'Valid from', moment),
      field('validUntil', '失效', 'Valid until', moment),
    ),
    section(
      '适用范围',
      'What it is for',
      field('eventClasses', '事件类别', 'Classes of events', choices(choicesOf(EVENT_CLASSES)), { wide: true }),
      field('hazards', '灾种', 'Hazards', hazards, {
        wide: true,
        hint: {
          zh: '类别和灾种都不选，即适用于所有灾种',
          en: 'With neither classes nor hazards, it is for whatever happens',
        },
      }),
      field('levels', '响应级别', 'Response levels', choices(bare(RESPONSE_LEVELS), EVERY_LEVEL), {
        wide: true,
        hint: { zh: '不选即各级', en: 'With none, for all levels' },
      }),
    ),
    section(
      '文本',
      'Document',
      field('document.name', '文件名称', 'Name', line),
      field('document.url', '链接（https）', 'Link (https)', link),
      field('document.sha256', 'SHA-256', 'SHA-256', line),
      field('document.size', '大小', 'Size', number('B', { min: 1 })),
    ),
  ],
  changing: [section('修订', 'Revision', reason)],
  blank: { eventClasses: [], hazards: [], levels: [] },
  changeWithin: ['plan'],
  changedBody: (body, view) => {
    const { plan, ...why } = body as { readonly plan?: object; readonly reason?: string };
    // Not asked for in this form: it stays as it is.
    const requestTemplate = valueAt(view, ['requestTemplate']) as z.infer<typeof PlanDetailsSchema>['requestTemplate'];
    return { plan: { ...plan, ...(requestTemplate === undefined ? {} : { requestTemplate }) }, ...why };
  },
  isKept,
  acts: [
    confirming(planRoutes.confirmPlan),
    retiring(planRoutes.retirePlan, { zh: '废止预案', en: 'Retire the plan' }),
  ],
  standing: ({ inForce, retirement }) => [
    [{ zh: '效力', en: 'In force' }, <InForce key="in-force" inForce={inForce} />],
    [{ zh: '废止理由', en: 'Why it was retired' }, retirement?.reason],
  ],
  Panels: PlanVersions,
});

export const PLAN_SCREENS = screensOf(PLAN);
