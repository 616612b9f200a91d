import { ASSET_KINDS, type AssetKind } from '../../../shared/domain/asset/asset-kind.ts';
import { calledAsset } from '../../../shared/domain/asset/asset-state.ts';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import type { equipmentRoutes } from '../../../shared/http/routes/equipment.ts';
import type { vehicleRoutes } from '../../../shared/http/routes/vehicles.ts';
import { Moment } from '../parts/moment.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { confirming, isKept, retiring, settingPeriods } from './common-acts.ts';
import { availableFilter, conditionColumn, confirmedColumn } from './common-columns.tsx';
import { certificationFields, nameFields, positionFields, reason } from './common-fields.tsx';
import { choice, choicesOf } from './controls/choice-controls.tsx';
import { ReferenceInput, reference } from './controls/reference-control.tsx';
import { line, lines } from './controls/simple-controls.tsx';
import { EntryName } from './entry-name.tsx';
import { type Field, type FieldSection, field, needed, section } from './field.ts';
import type { Act, EntryColumn, RegistryArea, RegistryKind } from './registry-kind.ts';
import { Say } from './words-shown.tsx';

/** What equipment and vehicles have in common, as they are shown. */
interface AssetView {
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly number: string;
  readonly category: string;
  readonly status: string;
  readonly condition: Parameters<typeof conditionColumn.cell>[0]['condition'];
  readonly base: { readonly place: string };
  readonly keeper: { readonly name: string; readonly teamId?: string | undefined };
  readonly periods: readonly { from: string; until: string; available: boolean; reason: string }[];
  readonly repair?: { readonly reason: string; readonly since: string } | undefined;
  readonly commitment?:
    | { readonly deploymentId: string; readonly since: string; readonly until: string; readonly overdue: boolean }
    | undefined;
  readonly packageId?: string | undefined;
  readonly retirement?: { readonly reason: string } | undefined;
  readonly confirmedAt?: string | undefined;
  readonly stale: boolean;
}

/** What the two kinds differ in. */
interface OwnOfAsset<Row> {
  readonly kind: AssetKind;
  readonly categories: Readonly<Record<string, Text>>;
  readonly routes: typeof equipmentRoutes | typeof vehicleRoutes;
  readonly number: Field;
  /** Besides what both have. */
  readonly fields: readonly Field[];
  readonly columns: readonly EntryColumn<Row>[];
  readonly idOf: (row: Row) => string;
}

const deployment: Field = needed('deploymentId', '派遣编号', 'Deployment', line, {
  hint: { zh: '在派遣页面的地址中', en: 'It stands in the address of the deployment' },
});

const actsOf = ({ kind, routes }: Pick<OwnOfAsset<never>, 'kind' | 'routes'>): readonly Act<AssetView>[] => {
  const { zh, en } = ASSET_KINDS[kind];
  return [
    confirming(routes.confirm),
    settingPeriods(routes.setAvailability),
    {
      contract: routes.reportRepair,
      label: { zh: '送修', en: 'Under repair' },
      about: { zh: `修复前，${zh}不可调派。`, en: `The ${en} cannot be had until it is back from repair.` },
      fields: [reason],
      isOpen: (view) => isKept(view) && view.repair === undefined,
    },
    {
      contract: routes.reportRepaired,
      label: { zh: '已修复', en: 'Back from repair' },
      isOpen: ({ repair }) => repair !== undefined,
    },
    {
      contract: routes.commit,
      label: { zh: '用于派遣', en: 'Send on a mission' },
      fields: [deployment],
      isOpen: (view) => isKept(view) && view.commitment === undefined,
    },
    {
      contract: routes.releaseCommitment,
      label: { zh: '自派遣归还', en: 'Take back from the mission' },
      fields: [deployment],
      startsWith: ({ commitment }) => ({ deploymentId: commitment?.deploymentId }),
      isOpen: ({ commitment }) => commitment !== undefined,
    },
    retiring(routes.retire),
  ];
};

const sectionsOf = ({ kind, categories, number, fields }: OwnOfAsset<never>): readonly FieldSection[] => {
  const of = ASSET_KINDS[kind];
  return [
    section(
      of.zh,
      of.en,
      ...nameFields,
      number,
      needed('category', '类别', 'Category', choice(choicesOf(categories))),
      field('model', '型号', 'Model', line),
      ...fields,
      field('capabilities', '能力', 'Capabilities', lines, {
        hint: { zh: '每行一项', en: 'One a line' },
        wide: true,
      }),
    ),
    section(
      '保管',
      'Keeping',
      needed('keeper.name', '保管单位', 'Kept by', line),
      field('keeper.teamId', '保管队伍', 'Kept by the team', reference('team')),
      ...positionFields('base', { zh: '停放', en: 'Base' }),
    ),
    section('检验', 'Inspection', ...certificationFields('inspection', { zh: '检验', en: 'Inspected' }, false)),
  ];
};

const standing = ({ repair, commitment, packageId, retirement }: AssetView) =>
  [
    [
      { zh: '维修', en: 'Under repair' },
      repair && (
        <>
          {repair.reason} · <Moment at={repair.since} relative />
        </>
      ),
    ],
    [
      { zh: '执行任务', en: 'On a mission' },
      commitment && (
        <SubjectLink kind="deployment" id={commitment.deploymentId}>
          <Moment at={commitment.since} /> – <Moment at={commitment.until} />
        </SubjectLink>
      ),
    ],
    [
      { zh: '任务包', en: 'Kept for the package' },
      packageId && (
        <SubjectLink kind="package" id={packageId}>
          <Say text={{ zh: '查看任务包', en: 'See the package' }} />
        </SubjectLink>
      ),
    ],
    [{ zh: '撤销理由', en: 'Why it was retired' }, retirement?.reason],
  ] as const;

/** @returns a kind of equipment or vehicle: everything but what the two differ in. */
export const assetKind = <Row extends AssetView, View extends AssetView>(
  area: RegistryArea<Row, View>,
  own: OwnOfAsset<Row>,
): RegistryKind<Row, View> => ({
  ...area,
  idOf: own.idOf,
  nameOf: (view) => {
    const called = calledAsset(view);
    return { zh: called, en: view.nameEn === undefined ? called : `${view.nameEn} (${view.number})` };
  },
  filters: [
    {
      name: 'category',
      label: { zh: '类别', en: 'Category' },
      choices: choicesOf(own.categories),
      instead: ['team'],
    },
    { name: 'team', label: { zh: '保管队伍', en: 'Kept by the team' }, Input: TeamInput, instead: ['category'] },
    availableFilter,
  ],
  columns: [
    {
      title: ASSET_KINDS[own.kind],
      cell: (row) => (
        <EntryName
          kind={own.kind}
          id={own.idOf(row)}
          name={{ zh: row.name, en: row.nameEn ?? row.name }}
          more={row.number}
        />
      ),
    },
    conditionColumn,
    {
      title: { zh: '类别', en: 'Category' },
      width: '10rem',
      cell: ({ category }) => <Say text={own.categories[category] ?? { zh: category, en: category }} />,
    },
    ...own.columns,
    {
      title: { zh: '保管', en: 'Kept by' },
      cell: ({ keeper }) =>
        keeper.teamId === undefined ? keeper.name : <ReferenceName id={keeper.teamId} name={keeper.name} />,
    },
    { title: { zh: '停放地点', en: 'Base' }, cell: ({ base }) => base.place },
    confirmedColumn,
  ],
  sections: sectionsOf(own as unknown as OwnOfAsset<never>),
  blank: { capabilities: [], base: { crs: 'CGCS2000' } },
  isKept,
  acts: actsOf(own),
  periodsOf: ({ periods }) => periods,
  standing,
});

interface ReferenceNameProps {
  readonly id: string;
  readonly name: string;
}

const ReferenceName = ({ id, name }: ReferenceNameProps) => (
  <SubjectLink kind="team" id={id}>
    {name}
  </SubjectLink>
);

interface TeamInputProps {
  readonly id: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

const TeamInput = (props: TeamInputProps) => <ReferenceInput kind="team" {...props} />;
