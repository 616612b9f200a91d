import type { DutyContact } from '../../../../shared/domain/team/team-state.ts';
import { depotRoutes } from '../../../../shared/http/routes/depots.ts';
import { Status } from '../../parts/marks.tsx';
import { confirming, isKept, retiring } from '../common-acts.ts';
import {
  contactFields,
  KEEP_AS_IT_IS,
  Minutes,
  minutes,
  named,
  nameFields,
  positionFields,
} from '../common-fields.tsx';
import { line } from '../controls/simple-controls.tsx';
import { DepotStock } from '../depot-stock.tsx';
import { EntryName } from '../entry-name.tsx';
import { needed, section } from '../field.ts';
import { REGISTRY_AREAS } from '../registry-areas.ts';
import { registryKind } from '../registry-kind.ts';
import { REGISTRY } from '../registry-words.ts';
import { screensOf } from '../screens-of.ts';

/** Places where goods are kept. */
export const DEPOT = registryKind({
  ...REGISTRY_AREAS.depot,
  idOf: ({ depotId }) => depotId,
  nameOf: named,
  filters: [],
  columns: [
    {
      title: { zh: '仓库', en: 'Depot' },
      cell: (row) => <EntryName kind="depot" id={row.depotId} name={named(row)} more={row.position.place} />,
    },
    { title: REGISTRY.words['column.condition'], width: '9rem', cell: ({ status }) => <Status status={status} /> },
    { title: { zh: '保管单位', en: 'Kept by' }, cell: ({ keeper }) => keeper },
    {
      title: { zh: '装车准备', en: 'Loaded in' },
      width: '7rem',
      cell: ({ readinessMinutes }) => <Minutes of={readinessMinutes} />,
    },
  ],
  sections: [
    section(
      '仓库',
      'Depot',
      ...nameFields,
      needed('keeper', '保管单位', 'Kept by', line),
      needed('readinessMinutes', '装车准备', 'Goods loaded within', minutes),
    ),
    section('位置', 'Place', ...positionFields('position', { zh: '仓库', en: 'Depot' })),
  ],
  registering: [section('值班联系人', 'Duty contact', ...contactFields('dutyContact', true))],
  changing: [
    section(
      '值班联系人',
      'Duty contact',
      ...contactFields('dutyContact', false).map((each) => ({ ...each, hint: KEEP_AS_IT_IS })),
    ),
  ],
  blank: { position: { crs: 'CGCS2000' } },
  isKept,
  acts: [confirming(depotRoutes.confirmDepot), retiring(depotRoutes.retireDepot)],
  contact: {
    contract: depotRoutes.readDepotContact,
    masked: ({ dutyContact }) => [dutyContact],
    contactsIn: (answered) => [answered as DutyContact],
    asksForDuty: true,
  },
  standing: ({ retirement }) => [[{ zh: '撤销理由', en: 'Why it was retired' }, retirement?.reason]],
  Panels: DepotStock,
});

export const DEPOT_SCREENS = screensOf(DEPOT);
