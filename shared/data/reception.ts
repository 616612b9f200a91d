import { DAY_MS, plus } from '../domain/kernel/instant.ts';
import { ENVELOPE_VERSION, type Envelope, type UnsignedEnvelope } from '../exchange/envelope.ts';
import type { OwnMessageType } from '../exchange/message-schemas.ts';
import type { Signer } from '../exchange/ports.ts';
import { RESEND_FOR_MS } from '../exchange/resend.ts';
import { messageDigest, sealEnvelope } from '../exchange/signature.ts';
import type { Setting } from './change.ts';
import type { IncomingMessageRow, PositionRow, ReceiptRow, StateRow } from './rows.ts';
import type { Condition, Write } from './store.ts';
import { ENTITY, keys } from './table.ts';

/**
 * An answer of the exchange itself to a message: receipts and refusals are addressed to its sender alone, carry no sequence
 * and are not themselves receipted. They stay good for as long as the sender would repeat its message.
 */
export const exchangeAnswer = (
  type: Extract<OwnMessageType, 'Receipt' | 'Refusal'>,
  to: Envelope,
  body: Readonly<Record<string, unknown>>,
  { circumstances }: Setting,
): UnsignedEnvelope => ({
  id: circumstances.newId(),
  type,
  version: ENVELOPE_VERSION,
  from: circumstances.city,
  to: [to.from],
  // A proposal names no agreement: it is one.
  agreement: to.agreement ?? to.conversation,
  conversation: to.conversation,
  exercise: to.exercise,
  issuedAt: circumstances.now,
  expiresAt: plus(circumstances.now, RESEND_FOR_MS + DAY_MS),
  body,
});

/**
 * @returns the write by which the conversation moves on to this message, if it has a place in it; it cancels the transaction
 * unless the one before it was the last.
 */
export const positionWrites = ({ conversation, from, sequence }: Envelope, city: string): readonly Write[] => {
  const place = sequence?.[city];
  if (place === undefined) return [];
  const item: PositionRow = { ...keys.position(conversation, from), entity: ENTITY.position, received: place };
  const condition: Condition =
    place === 1 ? { kind: 'absent' } : { kind: 'equals', attribute: 'received', value: place - 1 };
  return [{ kind: 'put', item, condition }];
};

/** @returns the writes that keep a received message (which also marks it as applied) and our signed receipt of it. */
export const receptionWrites = async (
  received: Envelope,
  { kind, id, length, head }: StateRow,
  setting: Setting,
  { signer }: { readonly signer: Signer },
): Promise<readonly Write[]> => {
  const digest = messageDigest(received);
  const incoming: IncomingMessageRow = {
    ...keys.message(kind, id, received.id),
    entity: ENTITY.incomingMessage,
    digest,
    envelope: received,
    receivedAt: setting.circumstances.now,
  };
  const body = {
    messageId: received.id,
    messageType: received.type,
    digest,
    ledger: { kind, id, sequence: length, head },
    ...(received.type === 'AgreementProposed' ? { key: await signer.publicKey() } : {}),
  };
  const receipt: ReceiptRow = {
    ...keys.receipt(kind, id, received.id),
    entity: ENTITY.receipt,
    envelope: await sealEnvelope(exchangeAnswer('Receipt', received, body, setting), signer),
  };
  return [
    ...positionWrites(received, setting.circumstances.city),
    { kind: 'put', item: incoming, condition: { kind: 'absent' } },
    { kind: 'put', item: receipt, condition: { kind: 'absent' } },
  ];
};
