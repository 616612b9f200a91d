import * as z from 'zod';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import type { Text } from '../../domain/kernel/text.ts';
import { TextSchema } from '../../domain/kernel/text.ts';
import { WORK_ORDER_STEPS, WorkOrderStepSchema } from '../../domain/request/work-order-step.ts';
import { HandledSchema } from '../../domain/work-order/handling.ts';
import {
  type Caller,
  CallerSchema,
  LikeSchema,
  WorkOrderEntrySchema,
  withoutNumbers,
} from '../../domain/work-order/work-order-details.ts';
import {
  OtherOrderSchema,
  stepOf,
  type WorkOrderState,
  WorkOrderStateSchema,
  WorkOrderStatusSchema,
} from '../../domain/work-order/work-order-state.ts';
import { STATUS_NAMES } from '../../reference/statuses.ts';
import { maskedTelephone } from './team.ts';

const [, TakenIn, , FedBack, FollowedUp] = WorkOrderStateSchema.options;

/** Who called, as everybody who may see the order may see it. */
const MaskedCallerSchema = z.strictObject({ name: z.string().optional(), telephone: z.string() }).meta({
  id: 'MaskedCaller',
});

/** @returns the caller, of whom only so much is shown that they can be recognised. */
export const maskedCaller = ({ name, telephone }: Caller): z.infer<typeof MaskedCallerSchema> => ({
  ...(name === undefined ? {} : { name: `${[...name].slice(0, 1).join('')}*` }),
  telephone: maskedTelephone(telephone),
});

/** Who called and all that they said, for whoever has said why they want to read it. */
export const CallerReadingSchema = z
  .strictObject({ caller: CallerSchema, description: z.string() })
  .meta({ id: 'CallerReading' });

/** A work order; the hotline sees of its own what it needs to tell the caller. */
export const WorkOrderViewSchema = WorkOrderEntrySchema.omit({ caller: true })
  .extend({
    workOrderId: z.uuid(),
    status: WorkOrderStatusSchema,
    statusText: TextSchema,
    workOrderStep: WorkOrderStepSchema,
    stepText: TextSchema,
    exercise: z.boolean(),
    receivedAt: InstantSchema,
    caller: MaskedCallerSchema.optional(),
    /** What can be told to the caller now. */
    answer: TextSchema,
    merged: z.array(OtherOrderSchema),
    /** The order that stands for this one. */
    into: OtherOrderSchema.optional(),
    acceptance: TakenIn.shape.acceptance.optional(),
    feedback: FedBack.shape.feedback.optional(),
    followUp: FollowedUp.shape.followUp.optional(),
    archivedAt: InstantSchema.optional(),
    sendingBack: z.strictObject({ reason: z.string() }).optional(),
    /** For the duty room. */
    inside: z
      .strictObject({
        incidentId: z.uuid().optional(),
        handlings: z.array(HandledSchema),
        likes: z.array(LikeSchema),
        supervision: TakenIn.shape.supervision,
        reopening: TakenIn.shape.reopening,
      })
      .optional(),
  })
  .meta({ id: 'WorkOrder' });
export type WorkOrderView = z.infer<typeof WorkOrderViewSchema>;

const feedbackOf = (order: WorkOrderState | undefined): Text | undefined =>
  order && 'feedback' in order ? { zh: order.feedback.words, en: order.feedback.words } : undefined;

const HANDLED: Readonly<Record<string, Text>> = {
  own: { zh: '值班室正在直接办理。', en: 'The duty room is seeing to it.' },
  incident: { zh: '已按突发事件处置。', en: 'It is being dealt with as an incident.' },
  task: { zh: '已转联动单位办理。', en: 'A partner agency is seeing to it.' },
  'request-item': { zh: '已向伙伴城市请求支援。', en: 'Help has been asked of partner cities.' },
};

/** @returns what can be told to the caller: what was answered, also to the order that stands for this one, or how far it is. */
export const answerOf = (order: WorkOrderState, into?: WorkOrderState): Text => {
  switch (order.status) {
    case 'entered':
      return { zh: '已收到，待受理。', en: 'It has come in and is to be accepted.' };
    case 'taken-in':
      return { zh: '已受理。', en: 'It has been accepted.' };
    case 'in-hand':
      return HANDLED[order.handlings.at(-1)?.handling.by ?? 'own'] ?? { zh: '办理中。', en: 'It is in hand.' };
    case 'sent-back':
      return { zh: `已退回：${order.sendingBack.reason}`, en: `It was sent back: ${order.sendingBack.reason}` };
    case 'merged': {
      const { number } = order.merger.into;
      const said = into && into.status !== 'merged' ? answerOf(into) : feedbackOf(into);
      return {
        zh: `与工单${number}合并办理。${said?.zh ?? ''}`,
        en: `It is handled together with order ${number}. ${said?.en ?? ''}`.trim(),
      };
    }
    default:
      return { zh: order.feedback.words, en: order.feedback.words };
  }
};

const insideOf = ({
  incidentId,
  handlings,
  likes,
  supervision,
  reopening,
}: WorkOrderState): WorkOrderView['inside'] => ({
  ...(incidentId === undefined ? {} : { incidentId }),
  ...{ handlings, likes, supervision, reopening },
});

/**
 * @returns the order as it is shown: the caller masked, and numbers left out of what they said.
 * @param options.forHotline without what is the duty room's own; `into`: the order that stands for it, where it was merged.
 */
export const workOrderView = (
  order: WorkOrderState,
  { forHotline = false, into }: { readonly forHotline?: boolean; readonly into?: WorkOrderState | undefined } = {},
): WorkOrderView => {
  const { id, number, hazard, occurredAt, position, exercise, receivedAt, merged, caller, answerBy, status } = order;
  const step = stepOf(order);
  return {
    workOrderId: id,
    ...{ number, hazard, occurredAt, position, exercise, receivedAt, merged, status },
    description: withoutNumbers(order.description),
    statusText: STATUS_NAMES[status] ?? { zh: status, en: status },
    workOrderStep: step,
    stepText: WORK_ORDER_STEPS[step],
    ...(answerBy === undefined ? {} : { answerBy }),
    ...(caller === undefined ? {} : { caller: maskedCaller(caller) }),
    answer: answerOf(order, into),
    ...(order.status === 'merged' ? { into: order.merger.into } : {}),
    ...('acceptance' in order ? { acceptance: order.acceptance } : {}),
    ...('feedback' in order ? { feedback: order.feedback } : {}),
    ...('followUp' in order ? { followUp: order.followUp } : {}),
    ...('archivedAt' in order ? { archivedAt: order.archivedAt } : {}),
    ...(order.status === 'sent-back' ? { sendingBack: { reason: order.sendingBack.reason } } : {}),
    ...(forHotline ? {} : { inside: insideOf(order) }),
  };
};
