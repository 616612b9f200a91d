import * as z from 'zod';
import type { Item, Write } from '../data/store.ts';
import { DUE_PARTITION, ENTITY, keys } from '../data/table.ts';
import { DAY_MS, type Instant, InstantSchema, MINUTE_MS, plus } from '../domain/kernel/instant.ts';
import { LANGUAGES } from '../domain/kernel/text.ts';
import { NoticeContentSchema } from '../domain/notification/importance.ts';
import { CityChannelSchema, PersonChannelSchema } from '../domain/notification-settings/way.ts';

/** For how long it is kept what became of a delivery, milliseconds. */
const KEPT_MS = 180 * DAY_MS;

/** The clock looks at a delivery that nobody was told of, or nobody finished. */
const FORGOTTEN_AFTER_MS = 2 * MINUTE_MS;

/** Tries that the row itself remembers. */
const LATEST_TRIES = 20;

export const ChannelSchema = z.enum([...new Set([...PersonChannelSchema.options, ...CityChannelSchema.options])]);

/** Who is told: a person, or the duty room by one of its ways. */
export const RecipientSchema = z.discriminatedUnion('who', [
  z.strictObject({ who: z.literal('person'), personId: z.string() }),
  z.strictObject({ who: z.literal('duty-room'), wayId: z.uuid(), name: z.string() }),
]);

/** One try, or why there was none. Reasons hold nothing secret. */
export const TrySchema = z
  .strictObject({
    at: InstantSchema,
    /** `together`: in one message with others, as there were too many for the robot. */
    outcome: z.enum(['delivered', 'together', 'again', 'refused', 'put-off', 'asked-again']),
    reason: z.string().optional(),
  })
  .meta({ id: 'DeliveryTry' });
export type Try = z.infer<typeof TrySchema>;

export const DeliveryStateSchema = z
  .enum(['due', 'sending', 'waiting', 'delivered', 'quarantined'])
  .meta({ id: 'DeliveryState' });

/** A notice on its way to one place. */
export const DeliveryRowSchema = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  duePartition: z.string().optional(),
  dueAt: InstantSchema.optional(),
  entity: z.literal(ENTITY.delivery),
  version: z.int().positive(),
  id: z.uuid(),
  notice: NoticeContentSchema,
  to: RecipientSchema,
  channel: ChannelSchema,
  secretId: z.uuid(),
  shown: z.string(),
  language: z.enum(LANGUAGES),
  /** `sending` until somebody says what came of it; `waiting` for a robot; `quarantined` after which it is not tried again. */
  state: DeliveryStateSchema,
  /** Nobody sends it before: quiet hours, a pause between tries, or somebody is at it. */
  notBefore: InstantSchema,
  attempts: z.int().min(0),
  tries: z.array(TrySchema).max(LATEST_TRIES),
  expiresAtEpochSeconds: z.int(),
});
export type DeliveryRow = z.infer<typeof DeliveryRowSchema>;

/** What a delivery is when it begins. */
export type NewDelivery = Pick<
  DeliveryRow,
  'id' | 'notice' | 'to' | 'channel' | 'secretId' | 'shown' | 'language' | 'notBefore'
>;

/** @returns the row of a delivery that is to be made. */
export const newDelivery = (delivery: NewDelivery, now: Instant): DeliveryRow => ({
  ...keys.delivery(delivery.notice.noticeId, delivery.id),
  ...delivery,
  entity: ENTITY.delivery,
  version: 1,
  duePartition: DUE_PARTITION,
  dueAt: delivery.notBefore > now ? delivery.notBefore : plus(now, FORGOTTEN_AFTER_MS),
  state: 'due',
  attempts: 0,
  tries: [],
  expiresAtEpochSeconds: Math.floor(Date.parse(plus(now, KEPT_MS)) / 1000),
});

/** @returns whether a delivery is to be made now. */
export const isToBeMade = ({ state, notBefore }: DeliveryRow, now: Instant): boolean =>
  state !== 'delivered' && state !== 'quarantined' && notBefore <= now;

/** @returns the row with another try remembered. */
export const withTry = (row: DeliveryRow, entry: Try): DeliveryRow => ({
  ...row,
  tries: [...row.tries, entry].slice(-LATEST_TRIES),
});

/** @returns the row as it is to stand until a moment at which the clock looks at it. */
export const until = (row: DeliveryRow, notBefore: Instant): DeliveryRow => ({
  ...row,
  notBefore,
  duePartition: DUE_PARTITION,
  dueAt: notBefore,
});

/** @returns the row at its end: the clock has nothing more to do with it. */
export const ended = (
  { duePartition: _partition, dueAt: _due, ...row }: DeliveryRow,
  state: 'delivered' | 'quarantined',
): DeliveryRow => ({ ...row, state });

/** @returns the write that puts a row in the place of the one that was read, unless somebody else was quicker. */
export const replacing = (before: Pick<DeliveryRow, 'version'>, after: Item): Write => ({
  kind: 'put',
  item: { ...after, version: before.version + 1 },
  condition: { kind: 'equals', attribute: 'version', value: before.version },
});

/** What a notice is about that says that a delivery failed: it is shown and not delivered, or it would fail, and be told of, for ever. */
export const DELIVERY_SUBJECT = 'delivery';

/** The list of what could not be delivered, until somebody has it tried again. */
export const UNDELIVERED_LIST = 'undelivered-notices';

/** What the list of what could not be delivered shows. */
export const UndeliveredSchema = z
  .strictObject({
    noticeId: z.uuid(),
    deliveryId: z.uuid(),
    channel: ChannelSchema,
    shown: z.string(),
    to: RecipientSchema,
    urgency: NoticeContentSchema.shape.urgency,
    text: NoticeContentSchema.shape.text,
    reason: z.string(),
    attempts: z.int(),
    at: InstantSchema,
  })
  .meta({ id: 'UndeliveredNotice' });

/** @returns where a delivery stands in that list. */
export const undeliveredKey = ({ id }: Pick<DeliveryRow, 'id'>) => keys.listing(UNDELIVERED_LIST, id);

/** @returns the row of that list. */
export const undeliveredWrite = (row: DeliveryRow, reason: string, at: Instant): Write => {
  const { id, notice, channel, shown, to, attempts } = row;
  const card: z.infer<typeof UndeliveredSchema> = {
    ...{ noticeId: notice.noticeId, deliveryId: id, channel, shown, to, reason, attempts, at },
    urgency: notice.urgency,
    text: notice.text,
  };
  return { kind: 'put', item: { ...undeliveredKey(row), entity: ENTITY.listing, card } };
};
