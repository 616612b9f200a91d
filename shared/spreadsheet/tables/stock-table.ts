import type * as z from 'zod';
import { DepotDetailsSchema, type DepotState } from '../../domain/depot/depot-state.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { sameContent } from '../../domain/request/same-content.ts';
import type { StockCommand } from '../../domain/stock/stock-commands.ts';
import { stockKey, stockList } from '../../domain/stock/stock-listings.ts';
import { StockDetailsSchema, type StockState } from '../../domain/stock/stock-state.ts';
import { QuantitySchema } from '../../domain/vocabulary/supplies.ts';
import { depotConversation } from '../../exchange/conversations/depot.ts';
import { stockConversation } from '../../exchange/conversations/stock.ts';
import { column } from '../column.ts';
import { untilMoment } from '../moment-cells.ts';
import { number, words } from '../simple-cells.ts';
import type { Named, RegistryTable, RowInput } from '../table.ts';

const StockRowSchema = StockDetailsSchema.omit({ depotId: true }).extend({
  /** The depot's name. */
  depot: DepotDetailsSchema.shape.name,
  quantity: QuantitySchema,
  batch: wordsSchema(60).optional(),
});
type StockRow = z.infer<typeof StockRowSchema>;

const nextCommand = ({ row, state, id, named }: RowInput<StockRow, StockState>): StockCommand | undefined => {
  const { depot: _, quantity, ...goods } = row;
  const details = { ...goods, depotId: named[0]?.id ?? '' };
  const depot = named[0]?.state as DepotState | undefined;
  if (!state) return { type: 'register', id, details, quantity, depot };
  return sameContent(details, state.details) && quantity === state.onHand
    ? undefined
    : { type: 'change', details, depot, counted: quantity };
};

/** Goods in depots, known by depot, code and batch; the quantity is what is on hand, as counted. */
export const stockTable: RegistryTable<StockRow, StockState> = {
  kind: 'stock',
  name: { zh: '库存物资', en: 'Stock' },
  columns: [
    column({
      zh: '仓库',
      en: 'Depot',
      path: 'depot',
      cell: words,
      example: '西宁示例救灾物资库',
      note: { zh: '须已登记', en: 'must be registered' },
    }),
    column({
      zh: '物资编码',
      en: 'Code',
      path: 'code',
      cell: words,
      example: '1010101',
      note: { zh: 'GB/T 38565 七位编码', en: 'seven digits of GB/T 38565' },
    }),
    column({ zh: '物资名称', en: 'Goods', path: 'name', cell: words, example: '12平方米棉帐篷' }),
    column({ zh: '英文名称', en: 'English name', path: 'nameEn', cell: words, required: false, example: '' }),
    column({ zh: '批次', en: 'Batch', path: 'batch', cell: words, required: false, example: '2026-A' }),
    column({
      zh: '规格型号',
      en: 'Specification',
      path: 'specification',
      cell: words,
      required: false,
      example: '12 m²',
    }),
    column({
      zh: '数量',
      en: 'Quantity',
      path: 'quantity',
      cell: number,
      example: '200',
      note: { zh: '在库实有数，含预留和调拨', en: 'on hand, what is promised included' },
    }),
    column({ zh: '单位', en: 'Unit', path: 'unit', cell: words, example: '顶' }),
    column({
      zh: '有效期至',
      en: 'Expires',
      path: 'expiresAt',
      cell: untilMoment,
      required: false,
      example: '2030-12-31',
    }),
  ],
  schema: StockRowSchema,
  conversation: stockConversation,
  others: [depotConversation],
  filters: [],
  listOf: () => stockList(),
  references: ({ depot }) => [{ kind: 'depot', key: [depot], path: ['depot'] }],
  keyOf: ({ depot, code, batch }, named?: Named) => {
    const [, ...rest] = stockKey({ depotId: '', code, name: '', unit: '', batch });
    return [named?.[0]?.id ?? depot, ...rest];
  },
  nextCommand,
  rowOf: ({ status, details, depot, onHand }) => {
    const { depotId: _, ...goods } = details;
    return status === 'retired' ? undefined : { ...goods, depot: depot.name, quantity: onHand };
  },
};
