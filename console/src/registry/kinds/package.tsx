import { COST_CATEGORIES, totalCost } from '../../../../shared/domain/vocabulary/costs.ts';
import { HAZARDS } from '../../../../shared/domain/vocabulary/hazards.ts';
import { TEAM_KINDS } from '../../../../shared/domain/vocabulary/resource-kinds.ts';
import { packageRoutes } from '../../../../shared/http/routes/packages.ts';
import { COST_CATEGORY_NAMES } from '../../../../shared/reference/cost-categories.ts';
import { SubjectLink } from '../../parts/subject-link.tsx';
import { confirming, isKept, retiring } from '../common-acts.ts';
import { availableFilter, conditionColumn, confirmedColumn } from '../common-columns.tsx';
import { levelName, Minutes, named, nameFields, things } from '../common-fields.tsx';
import { choicesOf } from '../controls/choice-controls.tsx';
import { ReferenceInput, reference } from '../controls/reference-control.tsx';
import { line, moment, money, number, prose } from '../controls/simple-controls.tsx';
import { supplyCode } from '../controls/supply-code-control.tsx';
import { EntryName } from '../entry-name.tsx';
import { type Control, type Field, field, needed, section } from '../field.ts';
import { REGISTRY_AREAS } from '../registry-areas.ts';
import { type Filter, registryKind } from '../registry-kind.ts';
import { screensOf } from '../screens-of.ts';
import { Say, SayAll } from '../words-shown.tsx';

const kinds = choicesOf(TEAM_KINDS);

const words = (path: string, zh: string, en: string): Field => field(path, zh, en, prose, { wide: true });

/** Several other entries. */
const several = (kind: 'team' | 'equipment' | 'vehicle', zh: string, en: string): Control => ({
  row: { zh, en },
  rows: [needed('', zh, en, reference(kind))],
});

const personnel: Control = {
  row: { zh: '人员', en: 'People' },
  rows: [
    needed('role', '岗位', 'As', line),
    field('credential', '资格', 'Credential', line),
    needed('number', '人数', 'How many', number(undefined, { min: 1 })),
  ],
};

const { row, rows } = things({ zh: '物资', en: 'Goods' }) as Extract<Control, { rows: unknown }>;
const commodities: Control = { row, rows: [...rows, field('code', '编码', 'Code', supplyCode)] };

const Money = ({ fen }: { readonly fen: number }) => ('show' in money ? money.show(fen) : null);

const TeamFilter: NonNullable<Filter['Input']> = (props) => <ReferenceInput kind="team" {...props} />;

/** Mission-ready packages: teams, equipment and vehicles that go together, under the headings of EMAC. */
export const PACKAGE = registryKind({
  ...REGISTRY_AREAS.package,
  idOf: ({ packageId }) => packageId,
  nameOf: named,
  filters: [
    { name: 'kind', label: { zh: '类别', en: 'Kind' }, choices: kinds, instead: ['hazard', 'team'] },
    { name: 'hazard', label: { zh: '灾种', en: 'Hazard' }, choices: choicesOf(HAZARDS), instead: ['kind', 'team'] },
    { name: 'team', label: { zh: '所含队伍', en: 'With the team' }, Input: TeamFilter, instead: ['kind', 'hazard'] },
    availableFilter,
  ],
  columns: [
    {
      title: { zh: '任务包', en: 'Package' },
      cell: (entry) => <EntryName kind="package" id={entry.packageId} name={named(entry)} more={entry.base.place} />,
    },
    {
      ...conditionColumn,
      width: '14rem',
      cell: ({ condition, impediment }) => (
        <>
          {conditionColumn.cell({ condition })}
          {impediment && (
            <>
              <br />
              <small>
                <Say text={impediment.text} />
              </small>
            </>
          )}
        </>
      ),
    },
    {
      title: { zh: '能力', en: 'Capabilities' },
      cell: ({ capabilities }) => (
        <SayAll
          texts={capabilities.map(({ kind, level }) => ({
            zh: `${TEAM_KINDS[kind].zh}（${levelName(level).zh}）`,
            en: `${TEAM_KINDS[kind].en} (${levelName(level).en})`,
          }))}
        />
      ),
    },
    { title: { zh: '人数', en: 'People' }, width: '5rem', cell: ({ headcount }) => headcount },
    {
      title: { zh: '出动准备', en: 'Ready in' },
      width: '6rem',
      cell: ({ readinessMinutes }) => <Minutes of={readinessMinutes} />,
    },
    {
      title: { zh: '两周费用', en: 'A fortnight costs' },
      width: '9rem',
      cell: ({ fortnightCost }) => <Money fen={fortnightCost} />,
    },
    confirmedColumn,
  ],
  sections: [
    section(
      '任务包',
      'Package',
      ...nameFields,
      needed('validFrom', '生效', 'Valid from', moment),
      needed('validUntil', '失效', 'Valid until', moment),
      needed('mission', '任务', 'Mission', prose, { wide: true }),
      needed('capability', '能力', 'Capability', prose, { wide: true }),
      words('limitations', '限制', 'Limitations'),
      words('logisticsNeeded', '须由请求方提供', 'What the receiving side must provide'),
      words('footprint', '场地、水电', 'Ground, water and power it takes up'),
    ),
    section(
      '组成',
      'What it is made of',
      field('teamIds', '队伍（第一支带队）', 'Teams (the first leads)', several('team', '队伍', 'Team')),
      field('equipmentIds', '专用装备', 'Equipment kept for it', several('equipment', '装备', 'Equipment')),
      field('vehicleIds', '专用车辆', 'Vehicles kept for it', several('vehicle', '车辆', 'Vehicle')),
      field('personnel', '人员', 'People', personnel),
      field('equipment', '其他装备', 'Other equipment', things({ zh: '装备', en: 'Piece of equipment' })),
      field('commodities', '消耗物资', 'Goods it uses up', commodities),
    ),
    section(
      '保障',
      'Support',
      words('travel', '交通', 'Travel'),
      words('lodging', '住宿', 'Lodging'),
      words('meals', '餐饮', 'Meals'),
      words('other', '其他', 'Other'),
    ),
    section(
      '两周费用',
      'What a fortnight costs',
      ...COST_CATEGORIES.map((category) => {
        const { zh, en } = COST_CATEGORY_NAMES[category];
        return field(`fortnightCosts.${category}`, zh, en, money);
      }),
    ),
  ],
  blank: { teamIds: [''], equipmentIds: [], vehicleIds: [], personnel: [], equipment: [], commodities: [] },
  registeredBody: (body) => ({ fortnightCosts: {}, ...body }),
  changedBody: (body) => ({ fortnightCosts: {}, ...body }),
  isKept,
  acts: [confirming(packageRoutes.confirmPackage), retiring(packageRoutes.retirePackage)],
  standing: ({ impediment, brought, fortnightCosts, retirement }) => [
    [{ zh: '缺什么', en: 'What is missing' }, impediment && <Say text={impediment.text} />],
    [
      { zh: '队伍', en: 'Teams' },
      brought.teams.map(({ teamId, name }) => (
        <span key={teamId} className="member-part">
          <SubjectLink kind="team" id={teamId}>
            {name}
          </SubjectLink>
        </span>
      )),
    ],
    [{ zh: '人数', en: 'People' }, brought.headcount],
    [{ zh: '出动准备', en: 'Ready in' }, <Minutes key="ready" of={brought.readinessMinutes} />],
    [{ zh: '两周费用合计', en: 'A fortnight costs' }, <Money key="cost" fen={totalCost(fortnightCosts)} />],
    [{ zh: '撤销理由', en: 'Why it was retired' }, retirement?.reason],
  ],
});

export const PACKAGE_SCREENS = screensOf(PACKAGE);
