import { createHash } from 'node:crypto';
import type { Setting } from '../../shared/data/change.ts';
import { dispatchOf } from '../../shared/data/dispatch.ts';
import { noticeRowWrites } from '../../shared/data/notices.ts';
import { QUARANTINED_FROM_LIST } from '../../shared/data/partner-links.ts';
import { exchangeAnswer, positionWrites } from '../../shared/data/reception.ts';
import type { QuarantineRow, ReceiptRow } from '../../shared/data/rows.ts';
import type { Write } from '../../shared/data/store.ts';
import { ENTITY, keys } from '../../shared/data/table.ts';
import { DAY_MS } from '../../shared/domain/kernel/instant.ts';
import { type Refusal, sentenceOf } from '../../shared/domain/kernel/refusal.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import type { Envelope } from '../../shared/exchange/envelope.ts';
import { messageDigest, sealEnvelope } from '../../shared/exchange/signature.ts';
import { SIGNALS } from '../../shared/lambda/signals.ts';
import { spoken } from '../../shared/reference/spoken.ts';
import type { InboxCell } from './inbox-cell.ts';

/** How long quarantined messages are kept for people to look at, ms. */
const KEPT_MS = 180 * DAY_MS;
const EXCERPT_CHARACTERS = 20_000;

/** What came as text, whatever it is: half a character has no other form than an escape. */
const textOf = (detail: unknown): string => JSON.stringify(detail) ?? '';

const digestOfText = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** What came, and what is known of it. */
export interface Suspect {
  readonly detail: unknown;
  readonly envelope?: Envelope;
  readonly verified: boolean;
  readonly refusal: Refusal;
  /** Whether it was the next of its conversation, and so uses up its number. */
  readonly isNext: boolean;
}

/**
 * Puts a message in quarantine with its reason, tells the duty room, and, where the sender is proven, keeps a signed refusal
 * for it, which the outbox sends. A message that comes again is not quarantined again; its refusal is sent again.
 * @throws TransactionCancelled when the same message is quarantined twice at the same moment; delivered again, it is settled.
 */
export const quarantine = async (cell: InboxCell, suspect: Suspect, setting: Setting): Promise<void> => {
  const digest = suspect.envelope ? messageDigest(suspect.envelope) : digestOfText(textOf(suspect.detail));
  const refusalKey = { ...keys.quarantined(digest), sk: 'REFUSAL' };
  const known = await cell.store.getMany([keys.quarantined(digest), refusalKey]);
  if (known.length > 0) {
    await cell.publisher.publish(known.flatMap((row) => dispatchOf(row) ?? []));
    return;
  }
  cell.log.warn(SIGNALS.quarantined, {
    code: suspect.refusal.reason.code,
    messageId: suspect.envelope?.id,
    from: suspect.envelope?.from,
  });
  const refusal =
    suspect.verified &&
    suspect.envelope &&
    (await signedRefusal(cell, suspect.envelope, suspect.refusal, digest, setting));
  const writes: Write[] = [
    ...quarantineWrites(suspect, digest, setting),
    ...(refusal
      ? [
          {
            kind: 'put',
            item: { ...refusalKey, entity: ENTITY.receipt, envelope: refusal } satisfies ReceiptRow,
          } as const,
        ]
      : []),
    ...(suspect.verified && suspect.isNext && suspect.envelope ? positionWrites(suspect.envelope, cell.city) : []),
  ];
  await cell.store.transact(writes, setting.circumstances.newId());
};

const signedRefusal = (
  cell: InboxCell,
  envelope: Envelope,
  refusal: Refusal,
  digest: string,
  setting: Setting,
): Promise<Envelope> =>
  sealEnvelope(
    exchangeAnswer(
      'Refusal',
      envelope,
      {
        messageId: envelope.id,
        messageType: envelope.type,
        digest,
        code: refusal.reason.code,
        reason: spoken(sentenceOf(refusal)),
        ...(envelope.type === 'AgreementProposed' ? { key: setting.outgoing.publicKey } : {}),
      },
      setting,
    ),
    cell.signer,
  );

const quarantinedText = ({ zh, en }: Text): Text => ({
  zh: `消息已隔离：${zh}`,
  en: `A message was quarantined: ${en}`,
});

/** Whom it claims to come from, in a list of its own: an entry may be large. */
const quarantinedFrom = ({ id, at, verified, expiresAtEpochSeconds }: QuarantineRow, from: string): Write => ({
  kind: 'put',
  item: {
    ...keys.listing(QUARANTINED_FROM_LIST, `${at}#${id}`),
    entity: ENTITY.listing,
    card: { from, verified },
    expiresAtEpochSeconds,
  },
});

const quarantineWrites = (
  { detail, envelope, verified, refusal }: Suspect,
  digest: string,
  { circumstances: { now, newId } }: Setting,
): readonly Write[] => {
  const id = newId();
  const expiresAtEpochSeconds = Math.floor((Date.parse(now) + KEPT_MS) / 1000);
  const reason = spoken(sentenceOf(refusal));
  const entry: QuarantineRow = {
    ...keys.quarantine(id),
    entity: ENTITY.quarantine,
    id,
    at: now,
    code: refusal.reason.code,
    reason,
    ...(envelope ? { from: envelope.from, type: envelope.type, messageId: envelope.id } : {}),
    verified,
    excerpt: [...textOf(detail)].slice(0, EXCERPT_CHARACTERS).join(''),
    expiresAtEpochSeconds,
  };
  const draft = { urgency: verified ? 'urgent' : 'routine', text: quarantinedText(reason) } as const;
  return [
    {
      kind: 'put',
      item: { ...keys.quarantined(digest), entity: ENTITY.quarantine, entry: id, expiresAtEpochSeconds },
      condition: { kind: 'absent' },
    },
    { kind: 'put', item: entry },
    ...(envelope ? [quarantinedFrom(entry, envelope.from)] : []),
    ...noticeRowWrites({ id: newId(), at: now, draft, subject: { kind: 'quarantine', id } }),
  ];
};
