import { stockRoutes } from '../../../../shared/http/routes/stock.ts';
import { stockPromiseRoutes } from '../../../../shared/http/routes/stock-promises.ts';
import type { StockView } from '../../../../shared/http/views/stock.ts';
import { SubjectLink } from '../../parts/subject-link.tsx';
import { isKept, retiring } from '../common-acts.ts';
import { named, nameFields, reason } from '../common-fields.tsx';
import { choice } from '../controls/choice-controls.tsx';
import { ExpiringInput } from '../controls/expiring-control.tsx';
import { ReferenceInput, reference } from '../controls/reference-control.tsx';
import { line, moment, number } from '../controls/simple-controls.tsx';
import { SupplyCodeInput, supplyCode } from '../controls/supply-code-control.tsx';
import { type Field, field, needed, section } from '../field.ts';
import { REGISTRY_AREAS } from '../registry-areas.ts';
import { type Act, type Filter, registryKind } from '../registry-kind.ts';
import { screensOf } from '../screens-of.ts';
import { STOCK_COLUMNS } from '../stock-columns.tsx';
import { PURPOSE_CHOICES, StockPromises } from '../stock-promises.tsx';
import { SayAll } from '../words-shown.tsx';

const quantity: Field = needed('quantity', '数量', 'Quantity', number(undefined, { min: 0 }));
const purpose: readonly Field[] = [
  needed('purpose.kind', '用途', 'For', choice(PURPOSE_CHOICES)),
  needed('purpose.id', '用途编号', 'Its number', line, {
    hint: { zh: '事件、请求或任务的编号，在其页面的地址中', en: 'It stands in the address of its page' },
  }),
];

/** Goods coming, going, being counted. */
const moving = (
  contract: Act<StockView>['contract'],
  zh: string,
  en: string,
  fields: readonly Field[],
): Act<StockView> => ({
  contract,
  label: { zh, en },
  fields,
  isOpen: isKept,
});

const DepotFilter: NonNullable<Filter['Input']> = (props) => <ReferenceInput kind="depot" {...props} />;

/** Goods of one code and batch in one depot. */
export const STOCK_LINES = registryKind({
  ...REGISTRY_AREAS.stock,
  idOf: ({ stockId }) => stockId,
  nameOf: named,
  filters: [
    { name: 'depotId', label: { zh: '仓库', en: 'Depot' }, Input: DepotFilter },
    {
      name: 'code',
      label: { zh: '物资类别', en: 'Class of goods' },
      Input: SupplyCodeInput,
      instead: ['expiringUntil'],
    },
    { name: 'expiringUntil', label: { zh: '保质期', en: 'Shelf life' }, Input: ExpiringInput, instead: ['code'] },
  ],
  columns: STOCK_COLUMNS,
  sections: [
    section(
      '物资',
      'Goods',
      needed('code', '编码（GB/T 38565-2020）', 'Code (GB/T 38565-2020)', supplyCode),
      ...nameFields,
      needed('unit', '计量单位', 'Unit', line),
      field('batch', '批次', 'Batch', line),
      field('specification', '规格型号', 'Specification', line),
      field('expiresAt', '保质期至', 'Keeps until', moment),
      needed('depotId', '仓库', 'Depot', reference('depot')),
    ),
  ],
  registering: [section('初始数量', 'How much there is', quantity)],
  isKept,
  acts: [
    moving(stockRoutes.receiveStock, '入库', 'Take in', [quantity, reason]),
    moving(stockRoutes.issueStock, '出库', 'Issue', [quantity, reason]),
    moving(stockRoutes.writeOffStock, '核销', 'Write off', [quantity, reason]),
    moving(stockRoutes.countStock, '盘点', 'Take stock', [
      needed('counted', '实有数量', 'Counted', number(undefined, { min: 0 })),
      reason,
    ]),
    moving(stockPromiseRoutes.reserveStock, '预留', 'Reserve', [
      ...purpose,
      quantity,
      needed('until', '预留至', 'Until', moment, {
        hint: { zh: '到期自动解除', en: 'Then the reservation lapses' },
      }),
    ]),
    moving(stockPromiseRoutes.commitStock, '直接调拨', 'Commit', [...purpose, quantity]),
    retiring(stockRoutes.retireStock),
  ],
  standing: ({ depot, depotId, classification, retirement }) => [
    [
      { zh: '仓库', en: 'Depot' },
      <SubjectLink key={depotId} kind="depot" id={depotId}>
        {depot.name}
      </SubjectLink>,
    ],
    [
      { zh: '类别', en: 'Class' },
      classification.length === 0 ? undefined : <SayAll key="class" texts={classification.map(({ name }) => name)} />,
    ],
    [{ zh: '撤销理由', en: 'Why it was retired' }, retirement?.reason],
  ],
  Panels: StockPromises,
});

export const STOCK_SCREENS = screensOf(STOCK_LINES);
