import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import { FollowUpSchema } from '../request/request-state.ts';
import type { WorkOrderStep } from '../request/work-order-step.ts';
import { HandledSchema } from './handling.ts';
import { LikeSchema, WorkOrderEntrySchema } from './work-order-details.ts';

const at = InstantSchema;
const done = { by: PersonReferenceSchema, at };

/** Another order, by the hotline's number. */
export const OtherOrderSchema = z
  .strictObject({ workOrderId: z.uuid(), number: z.string() })
  .meta({ id: 'OtherOrder' });
/** Ways of handling that the order itself holds; the ledger holds all. */
export const LATEST_HANDLINGS = 20;
/** Orders that one may take over. */
export const MOST_MERGED = 200;

const entered = {
  id: z.uuid(),
  ...WorkOrderEntrySchema.shape,
  enteredBy: PersonReferenceSchema,
  receivedAt: at,
  /** What was found to be like it when it came. */
  likes: z.array(LikeSchema),
  /** Orders about the same thing that it stands for. */
  merged: z.array(OtherOrderSchema).max(MOST_MERGED),
  /** The incident that it is about. */
  incidentId: z.uuid().optional(),
  /** In order of time; the last one holds. */
  handlings: z.array(HandledSchema).max(LATEST_HANDLINGS),
  /** Pressed for by the duty room (督办). */
  supervision: z.strictObject({ reason: z.string(), ...done }).optional(),
  /** Why what was done was not good enough, the last time. */
  reopening: z.strictObject({ reason: z.string(), ...done }).optional(),
};
const takenIn = { ...entered, acceptance: z.strictObject(done) };
const fedBack = { ...takenIn, feedback: z.strictObject({ words: z.string(), ...done }) };
const followedUp = { ...fedBack, followUp: FollowUpSchema };

/** A work order of the 12345 hotline, from its coming to the file. */
export const WorkOrderStateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('entered'), ...entered }),
  /** Accepted (受理), and nothing done yet. */
  z.strictObject({ status: z.literal('taken-in'), ...takenIn }),
  z.strictObject({ status: z.literal('in-hand'), ...takenIn }),
  z.strictObject({ status: z.literal('fed-back'), ...fedBack }),
  z.strictObject({ status: z.literal('followed-up'), ...followedUp }),
  z.strictObject({ status: z.literal('archived'), ...followedUp, archivedAt: at }),
  /** Not for this office; the hotline finds another. */
  z.strictObject({
    status: z.literal('sent-back'),
    ...entered,
    sendingBack: z.strictObject({ reason: z.string(), ...done }),
  }),
  /** Another order stands for it. */
  z.strictObject({
    status: z.literal('merged'),
    ...entered,
    merger: z.strictObject({ into: OtherOrderSchema, ...done }),
  }),
]);
export type WorkOrderState = z.infer<typeof WorkOrderStateSchema>;
export type WorkOrderStateOf<S extends WorkOrderState['status']> = Extract<WorkOrderState, { readonly status: S }>;

export const WorkOrderStatusSchema = z
  .enum(WorkOrderStateSchema.options.map(({ shape }) => shape.status.value))
  .meta({ id: 'WorkOrderStatus' });

export type OpenWorkOrder = WorkOrderStateOf<'entered' | 'taken-in' | 'in-hand'>;

/** @returns whether the caller has had no answer yet. */
export const isUnanswered = (order: WorkOrderState): order is OpenWorkOrder =>
  order.status === 'entered' || order.status === 'taken-in' || order.status === 'in-hand';

/** @returns which of the seven steps an order is in; of one that was merged or sent back there is nothing more to do here. */
export const stepOf = (order: WorkOrderState): WorkOrderStep => {
  switch (order.status) {
    case 'entered':
      return 'accept';
    case 'taken-in':
      return order.supervision ? 'supervise' : 'handle';
    case 'in-hand': {
      if (order.supervision) return 'supervise';
      const by = order.handlings.at(-1)?.handling.by;
      return by === 'task' || by === 'request-item' ? 'transfer' : 'handle';
    }
    case 'fed-back':
      return 'feedback';
    case 'followed-up':
      return 'follow-up';
    default:
      return 'archive';
  }
};
