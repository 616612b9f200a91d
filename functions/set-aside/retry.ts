import type * as z from 'zod';
import { storedAnswer } from '../../shared/data/idempotency.ts';
import { type QuarantineRow, QuarantineRowSchema } from '../../shared/data/rows.ts';
import { keys } from '../../shared/data/table.ts';
import { reason } from '../../shared/domain/kernel/refusal.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import { DispatchSchema } from '../../shared/exchange/dispatch.ts';
import { EnvelopeSchema } from '../../shared/exchange/envelope.ts';
import { isMessageType, MESSAGE_CONTRACTS } from '../../shared/exchange/message-contracts.ts';
import type { Dispatch } from '../../shared/exchange/ports.ts';
import { problemOfRefusal, problems } from '../../shared/http/problems.ts';
import { QuarantinedMessageSchema } from '../../shared/http/routes/duty-room.ts';
import { quarantinedMessageView } from '../../shared/http/views/quarantined-message.ts';
import type { RouteInput, RouteOutput } from '../../shared/lambda/bound-route.ts';
import { acted } from './acted.ts';
import type { SetAsideCell } from './handler.ts';

const QUARANTINED: Text = { zh: '被隔离的消息', en: 'quarantined message' };

const REFUSALS = {
  toldItsSender: reason('refused-to-its-sender', 'conflict', {
    zh: '已用本市签名告知发送方{from}拒收，双方以此为准。请对方另发一条新的消息。',
    en: '{from} has been told, with our signature, that this message was refused, and goes by that. Ask it to send a new one.',
  }),
  notWhole: reason('not-kept-whole', 'conflict', {
    zh: '所存内容不完整，或不是本系统的消息，无法重新接收。发送方没有回执，会自行重发。',
    en: 'What was kept is not a whole message of this exchange. Its sender, if it is a partner, has no receipt and sends it again by itself.',
  }),
  expired: reason('message-expired', 'conflict', {
    zh: '消息已于{expiresAt}失效，重新接收无用。',
    en: 'The message was good until {expiresAt} only; trying it again is of no use.',
  }),
} as const;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** @returns what came, as it came, if all of it was kept: a dispatch, or the envelope in it. */
const messageIn = ({ excerpt }: QuarantineRow, city: string): Dispatch | undefined => {
  const detail = parsed(excerpt);
  const envelope = DispatchSchema.safeParse(detail).data?.envelope ?? EnvelopeSchema.safeParse(detail).data;
  return envelope && { to: [city], envelope };
};

/** @throws ProblemError 409 when it would be of no use, or break what the sender was told. */
const toBeRetried = (row: QuarantineRow, { city, clock }: SetAsideCell): Dispatch => {
  if (row.verified) throw problemOfRefusal({ reason: REFUSALS.toldItsSender, parameters: { from: row.from ?? '' } });
  const message = messageIn(row, city);
  if (!message || !isMessageType(message.envelope.type))
    throw problemOfRefusal({ reason: REFUSALS.notWhole, parameters: {} });
  const { expiresAt } = message.envelope;
  if (expiresAt <= clock.now()) throw problemOfRefusal({ reason: REFUSALS.expired, parameters: { expiresAt } });
  return message;
};

type Input = RouteInput<{ readonly quarantineId: string }, unknown, unknown>;

/**
 * Has a message come in again, by the bus and through every check, as if its sender had repeated it. What is refused once more is not quarantined
 * once more: the entry stays as it is.
 * @throws ProblemError 404, 409
 */
export const retry = async (
  cell: SetAsideCell,
  input: Input,
): Promise<RouteOutput<z.infer<typeof QuarantinedMessageSchema>>> => {
  const { params, person, idempotency } = input;
  const known = idempotency && (await storedAnswer(cell.store, idempotency));
  if (known) return { body: QuarantinedMessageSchema.parse(known.body), stored: known };
  const item = await cell.store.get(keys.quarantine(params.quarantineId));
  if (!item) throw problems.notFound(QUARANTINED, params.quarantineId);
  const row = QuarantineRowSchema.parse(item);
  const message = toBeRetried(row, cell);
  await cell.publisher.publish([message]);
  const { type, id, conversation } = message.envelope;
  const by = { id: person.id, name: person.name };
  const target = isMessageType(type) ? MESSAGE_CONTRACTS[type].target : 'exchange';
  const retried: QuarantineRow = {
    ...row,
    retried: { by, at: cell.clock.now(), message: keys.message(target, conversation, id) },
  };
  const body = quarantinedMessageView(retried, false);
  await acted(cell, input, {
    text: {
      zh: `${person.name}已让被隔离的消息重新接收：${row.reason.zh}`,
      en: `${person.name} had a quarantined message come in again: ${row.reason.en}`,
    },
    subject: { kind: 'quarantine', id: row.id },
    answer: { status: 202, body },
    writes: [{ kind: 'put', item: retried }],
  });
  return { body };
};
