import * as z from 'zod';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { refinement } from '../../domain/kernel/issue-sentence.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { StockDetailsSchema } from '../../domain/stock/stock-state.ts';
import { QuantitySchema, SomeQuantitySchema, SupplyCodePrefixSchema } from '../../domain/vocabulary/supplies.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS, REGISTRARS } from '../roles.ts';
import { route } from '../route.ts';
import { StockListEntrySchema, StockViewSchema, SupplyCodeNameSchema } from '../views/stock.ts';

const params = z.strictObject({ stockId: z.uuid() });
const reason = wordsSchema(500);
const moved = z.strictObject({ quantity: SomeQuantitySchema, reason });
const tag = 'stock';
const shown = { status: 200, body: StockViewSchema } as const;

const StockQuerySchema = z
  .strictObject({
    depotId: z.uuid().optional(),
    /** The beginning of the code: 1, 3, 5 or 7 digits; the first says the class. */
    code: SupplyCodePrefixSchema.optional(),
    /** Goods on hand whose shelf life ends by then, the earliest end first. */
    expiringUntil: InstantSchema.optional(),
    /** Goods of which something is promised for this incident, request or task. */
    promisedFor: z.uuid().optional(),
    ...pageQuery,
    /** Each entry of a page is read from the line itself: one Query and one BatchGetItem of at most this many. */
    limit: z.coerce.number().int().min(1).max(100).default(50),
  })
  .refine(({ code, expiringUntil }) => code === undefined || expiringUntil === undefined, {
    path: ['expiringUntil'],
    ...refinement({
      zh: '不能同时按编码和到期时间查询',
      en: 'ask by code or by the end of the shelf life, not by both',
    }),
  })
  .refine(
    ({ promisedFor, depotId, code, expiringUntil }) =>
      promisedFor === undefined || (depotId ?? code ?? expiringUntil) === undefined,
    {
      path: ['promisedFor'],
      ...refinement({
        zh: '按用途查询时不能再加条件',
        en: 'with what goods are promised for, ask for nothing else',
      }),
    },
  );
export type StockQuery = z.infer<typeof StockQuerySchema>;

/** The goods that the city's depots hold. */
export const stockRoutes = {
  listStock: route({
    operationId: 'listStock',
    method: 'GET',
    path: '/v1/stock',
    tag,
    summary: {
      zh: '按仓库、编码（前缀）、到期时间、用途查询库存；不加条件时含已撤销登记的',
      en: 'List stock by depot, beginning of the code, end of shelf life, or what it is promised for; retired lines only where nothing is asked',
    },
    access: READERS,
    query: StockQuerySchema,
    success: { status: 200, body: pageOf(StockListEntrySchema) },
  }),
  listSupplyCodes: route({
    operationId: 'listSupplyCodes',
    method: 'GET',
    path: '/v1/supply-codes',
    tag,
    summary: {
      zh: '应急物资分类与编码（GB/T 38565-2020）名称表',
      en: 'What the codes of GB/T 38565-2020 are called, classes and groups included',
    },
    access: READERS,
    success: { status: 200, body: z.strictObject({ items: z.array(SupplyCodeNameSchema) }) },
  }),
  registerStock: route({
    operationId: 'registerStock',
    method: 'POST',
    path: '/v1/stock',
    tag,
    summary: { zh: '登记库存', en: 'Register a stock line' },
    access: REGISTRARS,
    body: StockDetailsSchema.extend({ quantity: QuantitySchema }),
    success: { status: 201, body: StockViewSchema },
  }),
  readStock: route({
    operationId: 'readStock',
    method: 'GET',
    path: '/v1/stock/{stockId}',
    tag,
    summary: { zh: '查看库存及其预留与调拨', en: 'Read a stock line, with what is reserved and committed of it' },
    access: READERS,
    params,
    success: shown,
  }),
  changeStock: route({
    operationId: 'changeStock',
    method: 'PUT',
    path: '/v1/stock/{stockId}',
    tag,
    summary: {
      zh: '更改库存登记；换仓库即移库，须无预留和调拨',
      en: 'Change what is registered of a stock line; another depot moves it, while nothing of it is promised',
    },
    access: REGISTRARS,
    params,
    body: StockDetailsSchema,
    ifMatch: 'required',
    success: shown,
  }),
  receiveStock: route({
    operationId: 'receiveStock',
    method: 'POST',
    path: '/v1/stock/{stockId}/receipts',
    tag,
    summary: { zh: '入库', en: 'Take goods in' },
    access: REGISTRARS,
    params,
    body: moved,
    ifMatch: 'optional',
    success: shown,
  }),
  issueStock: route({
    operationId: 'issueStock',
    method: 'POST',
    path: '/v1/stock/{stockId}/issues',
    tag,
    summary: { zh: '出库：只出未预留、未调拨的', en: 'Issue goods that are neither reserved nor committed' },
    access: REGISTRARS,
    params,
    body: moved,
    ifMatch: 'optional',
    success: shown,
  }),
  writeOffStock: route({
    operationId: 'writeOffStock',
    method: 'POST',
    path: '/v1/stock/{stockId}/write-offs',
    tag,
    summary: { zh: '核销：损坏、过期等', en: 'Write goods off: damaged, past their shelf life' },
    access: REGISTRARS,
    params,
    body: moved,
    ifMatch: 'optional',
    success: shown,
  }),
  countStock: route({
    operationId: 'countStock',
    method: 'POST',
    path: '/v1/stock/{stockId}/counts',
    tag,
    summary: { zh: '盘点', en: 'Take stock: say how much there is' },
    access: REGISTRARS,
    params,
    body: z.strictObject({ counted: QuantitySchema, reason }),
    ifMatch: 'optional',
    success: shown,
  }),
  retireStock: route({
    operationId: 'retireStock',
    method: 'POST',
    path: '/v1/stock/{stockId}/retirement',
    tag,
    summary: { zh: '撤销库存登记', en: 'Retire a stock line of which nothing is promised' },
    access: REGISTRARS,
    params,
    body: z.strictObject({ reason }),
    ifMatch: 'optional',
    success: shown,
  }),
} as const;
