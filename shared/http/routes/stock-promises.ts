import * as z from 'zod';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { StockPurposeSchema } from '../../domain/stock/stock-state.ts';
import { QuantitySchema, SomeQuantitySchema } from '../../domain/vocabulary/supplies.ts';
import { REGISTRARS } from '../roles.ts';
import { route } from '../route.ts';
import { CommittedStockSchema, ReservedStockSchema, StockViewSchema } from '../views/stock.ts';

const stockId = z.uuid();
const params = z.strictObject({ stockId });
const ofReservation = z.strictObject({ stockId, reservationId: z.uuid() });
const reason = wordsSchema(500);
const promised = { purpose: StockPurposeSchema, quantity: SomeQuantitySchema };
const tag = 'stock';

/** What is promised of the goods that the city's depots hold: never more than there is. */
export const stockPromiseRoutes = {
  reserveStock: route({
    operationId: 'reserveStock',
    method: 'POST',
    path: '/v1/stock/{stockId}/reservations',
    tag,
    summary: {
      zh: '为突发事件、请求或任务预留，到期自动解除',
      en: 'Reserve goods for an incident, a request or a task, until a moment at which the reservation lapses',
    },
    access: REGISTRARS,
    params,
    body: z.strictObject({ ...promised, until: InstantSchema }),
    ifMatch: 'optional',
    success: { status: 201, body: ReservedStockSchema },
  }),
  releaseStock: route({
    operationId: 'releaseStock',
    method: 'POST',
    path: '/v1/stock/{stockId}/reservations/{reservationId}/release',
    tag,
    summary: { zh: '解除预留', en: 'Release a reservation' },
    access: REGISTRARS,
    params: ofReservation,
    body: z.strictObject({ reason }),
    ifMatch: 'optional',
    success: { status: 200, body: StockViewSchema },
  }),
  commitReservedStock: route({
    operationId: 'commitReservedStock',
    method: 'POST',
    path: '/v1/stock/{stockId}/reservations/{reservationId}/commitment',
    tag,
    summary: {
      zh: '调拨预留的物资；不写数量即全部，余下的仍为预留',
      en: 'Commit what was reserved: all of it, or some, and the rest stays reserved',
    },
    access: REGISTRARS,
    params: ofReservation,
    body: z.strictObject({ quantity: SomeQuantitySchema.optional() }),
    ifMatch: 'optional',
    success: { status: 201, body: CommittedStockSchema },
  }),
  commitStock: route({
    operationId: 'commitStock',
    method: 'POST',
    path: '/v1/stock/{stockId}/commitments',
    tag,
    summary: { zh: '直接调拨', en: 'Commit goods that were not reserved' },
    access: REGISTRARS,
    params,
    body: z.strictObject(promised),
    ifMatch: 'optional',
    success: { status: 201, body: CommittedStockSchema },
  }),
  returnStock: route({
    operationId: 'returnStock',
    method: 'POST',
    path: '/v1/stock/{stockId}/commitments/{commitmentId}/return',
    tag,
    summary: {
      zh: '了结调拨：归还多少，其余为消耗',
      en: 'End a commitment: so much came back, the rest is used up',
    },
    access: REGISTRARS,
    params: z.strictObject({ stockId, commitmentId: z.uuid() }),
    body: z.strictObject({ returned: QuantitySchema, reason }),
    ifMatch: 'optional',
    success: { status: 200, body: StockViewSchema },
  }),
} as const;
