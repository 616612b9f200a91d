import * as z from 'zod';
import { CapAlertSchema } from '../cap/cap-alert.ts';
import { CapStatusSchema } from '../cap/cap-codes.ts';
import { CapReferenceSchema } from '../cap/cap-reference.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { AssessmentSchema } from './assess-alert.ts';
import { WarningActSchema } from './warning-act.ts';

/** Another alert that this one is about, and the id under which a cell keeps it, whether it has come or not. */
export const WarningReferenceSchema = z
  .strictObject({ ...CapReferenceSchema.shape, warningId: z.uuid() })
  .meta({ id: 'WarningReference' });
export type WarningReference = z.infer<typeof WarningReferenceSchema>;

/** That somebody has taken note of a warning: a person of the city, or the sender of an Ack. */
export const AcknowledgementSchema = z
  .discriminatedUnion('by', [
    z.strictObject({
      by: z.literal('person'),
      personId: z.string(),
      name: z.string(),
      note: z.string().optional(),
      at: InstantSchema,
    }),
    z.strictObject({
      by: z.literal('sender'),
      sender: z.string(),
      warningId: z.uuid(),
      note: z.string().optional(),
      at: InstantSchema,
    }),
  ])
  .meta({ id: 'WarningAcknowledgement' });
export type Acknowledgement = z.infer<typeof AcknowledgementSchema>;

/** That a recipient rejected it, by an Error. */
export const RejectionSchema = z
  .strictObject({ sender: z.string(), warningId: z.uuid(), note: z.string().optional(), at: InstantSchema })
  .meta({ id: 'WarningRejection' });

/** People and senders that a warning keeps the acknowledgements and rejections of; the ledger keeps them all. */
export const MOST_ANSWERS = 500;

/** An alert as it was taken in or sent out. */
export const TakenAlertSchema = z.strictObject({
  id: z.uuid(),
  alert: CapAlertSchema,
  /** As it came, where it came as XML: what a signature in it is of. */
  document: z.string().optional(),
  signed: z.boolean(),
  assessment: AssessmentSchema,
  references: z.array(WarningReferenceSchema),
  /** When it was taken in or sent out. */
  at: InstantSchema,
  /** As it says, or a day after it was sent. */
  expiresAt: InstantSchema,
  /** What the city's rules have it do. */
  acts: z.array(WarningActSchema).optional(),
});

const taken = { ...TakenAlertSchema.shape, origin: z.enum(['received', 'issued']) };

const warning = {
  ...taken,
  acknowledgements: z.array(AcknowledgementSchema),
  rejections: z.array(RejectionSchema),
};

/** By which alert it ended. */
const endedBy = { endedAt: InstantSchema, endedBy: z.uuid() };

/** One alert. What warns is in force until its time is up or a later alert ends it; what is said of warnings is recorded. */
export const WarningStateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('in-force'), ...warning }),
  z.strictObject({ status: z.literal('expired'), ...warning, endedAt: InstantSchema }),
  z.strictObject({ status: z.literal('superseded'), ...warning, ...endedBy }),
  z.strictObject({ status: z.literal('cancelled'), ...warning, ...endedBy }),
  z.strictObject({ status: z.literal('recorded'), ...taken }),
  /** Not come yet; a later alert of its sender has ended it. */
  z.strictObject({
    status: z.literal('unseen'),
    id: z.uuid(),
    end: z.strictObject({
      status: z.enum(['superseded', 'cancelled']),
      realm: CapStatusSchema,
      ...endedBy,
    }),
  }),
]);
export type WarningState = z.infer<typeof WarningStateSchema>;
export type SeenWarning = Exclude<WarningState, { readonly status: 'unseen' }>;
export type Warning = Exclude<SeenWarning, { readonly status: 'recorded' }>;

export const WarningStatusSchema = z
  .enum(['in-force', 'expired', 'superseded', 'cancelled', 'recorded'])
  .meta({ id: 'WarningStatus' });

/** @returns whether a state is that of something that warns or warned. */
export const isWarning = (state: WarningState | undefined): state is Warning =>
  state !== undefined && state.status !== 'recorded' && state.status !== 'unseen';
