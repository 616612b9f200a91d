import * as z from 'zod';
import { DepotCardSchema } from '../../domain/depot/depot-listings.ts';
import { DepotDetailsSchema } from '../../domain/depot/depot-state.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { DutyContactSchema } from '../../domain/team/team-state.ts';
import { ContactReadingSchema } from '../contact-reading.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS, REGISTRARS } from '../roles.ts';
import { route } from '../route.ts';
import { DepotViewSchema } from '../views/depot.ts';

const params = z.strictObject({ depotId: z.uuid() });
const reasoned = z.strictObject({ reason: wordsSchema(500) });
const tag = 'depots';
const shown = { status: 200, body: DepotViewSchema } as const;

/** The registry of depots. */
export const depotRoutes = {
  listDepots: route({
    operationId: 'listDepots',
    method: 'GET',
    path: '/v1/depots',
    tag,
    summary: { zh: '仓库一览，含已撤销登记的', en: 'List depots by name, retired ones too' },
    access: READERS,
    query: z.strictObject(pageQuery),
    success: { status: 200, body: pageOf(DepotCardSchema) },
  }),
  registerDepot: route({
    operationId: 'registerDepot',
    method: 'POST',
    path: '/v1/depots',
    tag,
    summary: { zh: '登记仓库', en: 'Register a depot' },
    access: REGISTRARS,
    body: DepotDetailsSchema.extend({ dutyContact: DutyContactSchema }),
    success: { status: 201, body: DepotViewSchema },
  }),
  readDepot: route({
    operationId: 'readDepot',
    method: 'GET',
    path: '/v1/depots/{depotId}',
    tag,
    summary: { zh: '查看仓库，联系人已隐去', en: 'Read a depot; its duty contact is masked' },
    access: READERS,
    params,
    success: shown,
  }),
  changeDepot: route({
    operationId: 'changeDepot',
    method: 'PUT',
    path: '/v1/depots/{depotId}',
    tag,
    summary: {
      zh: '更改仓库登记，库存随后更新；不写联系人则保持不变',
      en: 'Change what is registered of a depot, which its stock follows within minutes; the duty contact stays unless it is named',
    },
    access: REGISTRARS,
    params,
    body: DepotDetailsSchema.extend({ dutyContact: DutyContactSchema.optional() }),
    ifMatch: 'required',
    success: shown,
  }),
  confirmDepot: route({
    operationId: 'confirmDepot',
    method: 'POST',
    path: '/v1/depots/{depotId}/confirmations',
    tag,
    summary: { zh: '确认登记无误', en: 'Confirm that what is registered of a depot is right' },
    access: REGISTRARS,
    params,
    ifMatch: 'optional',
    success: shown,
  }),
  retireDepot: route({
    operationId: 'retireDepot',
    method: 'POST',
    path: '/v1/depots/{depotId}/retirement',
    tag,
    summary: {
      zh: '撤销仓库登记：其库存不再预留或调拨，可移库、出库或核销',
      en: 'Retire a depot: its stock is promised no more, but can be moved to another depot, issued or written off',
    },
    access: REGISTRARS,
    params,
    body: reasoned,
    ifMatch: 'optional',
    success: shown,
  }),
  readDepotContact: route({
    operationId: 'readDepotContact',
    method: 'POST',
    path: '/v1/depots/{depotId}/contact-readings',
    tag,
    summary: {
      zh: '查看仓库联系人的姓名和电话：须说明理由，记入台账；值班表排有他人时须写明非当班查看',
      en: "Read the name and telephone of a depot's duty contact: for a reason, which the ledger keeps; said expressly when the roster has others on duty",
    },
    access: REGISTRARS,
    params,
    body: ContactReadingSchema,
    success: { status: 200, body: DutyContactSchema },
  }),
} as const;
