import * as z from 'zod';
import { refinement } from '../../domain/kernel/issue-sentence.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { FollowUpSchema } from '../../domain/request/request-state.ts';
import { HandlingChoiceSchema } from '../../domain/work-order/handling.ts';
import { WorkOrderEntrySchema } from '../../domain/work-order/work-order-details.ts';
import { WorkOrderCardSchema } from '../../domain/work-order/work-order-listings.ts';
import { WorkOrderStatusSchema } from '../../domain/work-order/work-order-state.ts';
import { ContactReadingSchema } from '../contact-reading.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS, type Role } from '../roles.ts';
import { route } from '../route.ts';
import { CallerReadingSchema, WorkOrderViewSchema } from '../views/work-order.ts';
import { DuplicatesSchema, reachQuery } from './duplicates.ts';

/** The hotline's own system: it enters orders and reads those it entered, and nothing else. */
const HOTLINE: Role = 'hotline';
const HANDLERS: readonly Role[] = ['coordinator', 'duty-officer'];
const ORDER = '/v1/work-orders/{workOrderId}';

const params = z.strictObject({ workOrderId: z.uuid() });
const reason = wordsSchema(2000);
const onOrder = { tag: 'work-orders', params, success: { status: 200, body: WorkOrderViewSchema } } as const;
const post = { ...onOrder, method: 'POST', access: HANDLERS, ifMatch: 'optional' } as const;

/** Work orders of the 12345 hotline, in its seven steps. */
export const workOrderRoutes = {
  enterWorkOrder: route({
    operationId: 'enterWorkOrder',
    method: 'POST',
    path: '/v1/work-orders',
    tag: 'work-orders',
    summary: {
      zh: '12345热线推送工单；同一工单号同样内容重复推送只登记一次',
      en: 'Enter a work order of the hotline; the same number saying the same is entered once',
    },
    access: [...HANDLERS, HOTLINE],
    body: WorkOrderEntrySchema,
    success: { status: 201, body: WorkOrderViewSchema },
  }),
  listWorkOrders: route({
    operationId: 'listWorkOrders',
    method: 'GET',
    path: '/v1/work-orders',
    tag: 'work-orders',
    summary: {
      zh: '按状态（open 为未答复的全部）、事件或工单号查询工单，新的在前；热线只见自己的工单',
      en: 'List work orders by status (open: all that nobody has answered), incident or number, latest first; the hotline sees its own',
    },
    access: [...READERS, HOTLINE],
    query: z
      .strictObject({
        status: z.enum(['open', ...WorkOrderStatusSchema.options]).optional(),
        incident: z.uuid().optional(),
        number: WorkOrderEntrySchema.shape.number.optional(),
        ...pageQuery,
      })
      .refine(
        ({ status, incident, number }) => [status, incident, number].filter((one) => one !== undefined).length <= 1,
        {
          ...refinement({ zh: '状态、事件、工单号只能选一项', en: 'filter by one thing at a time' }),
        },
      ),
    success: { status: 200, body: pageOf(WorkOrderCardSchema) },
  }),
  readWorkOrder: route({
    ...onOrder,
    operationId: 'readWorkOrder',
    method: 'GET',
    path: ORDER,
    summary: {
      zh: '查看工单办理到哪一步、可怎样答复来电人',
      en: 'Read a work order: its step, and what can be told to the caller',
    },
    access: [...READERS, HOTLINE],
  }),
  listDuplicates: route({
    operationId: 'listDuplicates',
    method: 'GET',
    path: `${ORDER}/duplicates`,
    tag: 'work-orders',
    summary: {
      zh: '查找地点、时间、类别相近的工单和事件，附理由',
      en: 'Find work orders and incidents of the same place, time and kind, with reasons',
    },
    access: READERS,
    params,
    query: reachQuery,
    success: { status: 200, body: DuplicatesSchema },
  }),
  acceptWorkOrder: route({
    ...post,
    operationId: 'acceptWorkOrder',
    path: `${ORDER}/acceptance`,
    summary: { zh: '受理或退回', en: 'Accept a work order, or send it back' },
    body: z.discriminatedUnion('decision', [
      z.strictObject({ decision: z.literal('accept') }),
      z.strictObject({ decision: z.literal('send-back'), reason }),
    ]),
  }),
  handleWorkOrder: route({
    ...post,
    operationId: 'handleWorkOrder',
    path: `${ORDER}/handling`,
    summary: {
      zh: '直办、转为或并入事件、转联动单位任务、转请求项目',
      en: 'Handle it with own means, make it an incident or part of one, or name the task or request item that sees to it',
    },
    body: HandlingChoiceSchema,
  }),
  superviseWorkOrder: route({
    ...post,
    operationId: 'superviseWorkOrder',
    path: `${ORDER}/supervision`,
    summary: { zh: '督办', en: 'Press for a work order' },
    body: z.strictObject({ reason }),
  }),
  answerWorkOrder: route({
    ...post,
    operationId: 'answerWorkOrder',
    path: `${ORDER}/feedback`,
    summary: { zh: '反馈：写明答复来电人的内容', en: 'Say what the caller is to be told' },
    body: z.strictObject({ words: wordsSchema(4000) }),
  }),
  followWorkOrderUp: route({
    ...post,
    operationId: 'followWorkOrderUp',
    path: `${ORDER}/follow-up`,
    summary: { zh: '回访，评定满意度（1–5）', en: 'Follow a work order up, with a satisfaction grade of 1 to 5' },
    body: z.strictObject({ satisfaction: FollowUpSchema.shape.satisfaction, words: reason }),
  }),
  archiveWorkOrder: route({
    ...post,
    operationId: 'archiveWorkOrder',
    path: `${ORDER}/archive`,
    summary: { zh: '归档', en: 'Put a work order on file' },
  }),
  reopenWorkOrder: route({
    ...post,
    operationId: 'reopenWorkOrder',
    path: `${ORDER}/reopening`,
    summary: { zh: '不满意，重新办理', en: 'Open a work order again because its caller was not content' },
    body: z.strictObject({ reason }),
  }),
  mergeWorkOrder: route({
    ...post,
    operationId: 'mergeWorkOrder',
    path: `${ORDER}/merger`,
    summary: {
      zh: '并入另一工单，两个工单号均保留',
      en: 'Let another work order stand for this one; both numbers stay known',
    },
    body: z.strictObject({ into: z.uuid() }),
  }),
  readCaller: route({
    operationId: 'readCaller',
    method: 'POST',
    path: `${ORDER}/caller-readings`,
    tag: 'work-orders',
    summary: {
      zh: '查看来电人姓名和电话：须说明理由，记入台账；值班表排有他人时须写明非当班查看',
      en: 'Read the name and telephone of the caller: for a reason, which the ledger keeps; said expressly when the roster has others on duty',
    },
    access: HANDLERS,
    params,
    body: ContactReadingSchema,
    success: { status: 200, body: CallerReadingSchema },
  }),
} as const;
