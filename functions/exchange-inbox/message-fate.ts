import type { IncomingMessageRow } from '../../shared/data/rows.ts';
import type { Item } from '../../shared/data/store.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import type { Refusal } from '../../shared/domain/kernel/refusal.ts';
import type { Incoming } from '../../shared/exchange/conversation.ts';
import { QUARANTINE } from '../../shared/exchange/quarantine-reasons.ts';
import { messageDigest } from '../../shared/exchange/signature.ts';
import type { Authority } from './check-authority.ts';
import type { AnswerToMessage } from './settle-answer.ts';

/** What this city already holds that bears on a message. */
export interface Rows {
  readonly agreement: Item | undefined;
  /** When the sender was last heard of. */
  readonly link: Item | undefined;
  /** The message of that id as it was applied before. */
  readonly seen: IncomingMessageRow | undefined;
  /** Number of the last message of this conversation from this sender; 0 when there was none. */
  readonly received: number;
  /** Since when it is put off because it may have overtaken what makes it acceptable. */
  readonly putOffSince: Instant | undefined;
}

/** What is to become of a message; `isNext`: it uses up the next number of its conversation even if refused. */
export type Fate =
  | { readonly kind: 'refuse'; readonly refusal: Refusal; readonly verified: boolean; readonly isNext: boolean }
  | { readonly kind: 'settle-answer'; readonly answer: AnswerToMessage }
  | { readonly kind: 'repeat-receipt'; readonly seen: IncomingMessageRow }
  | { readonly kind: 'park'; readonly place: number }
  | { readonly kind: 'apply' };

/**
 * Decides what becomes of a parsed message, in this order: who really sent it, whether it was here before, whether its turn has
 * come, whether its agreement lets it in. Pure.
 */
export const fateOf = (incoming: Incoming, authority: Authority, { seen, received }: Rows, city: CityCode): Fate => {
  const { envelope } = incoming;
  const place = envelope.sequence?.[city] ?? 0;
  const isNext = place === received + 1;
  const refuse = (refusal: Refusal, usesUpNumber = isNext): Fate => ({
    kind: 'refuse',
    refusal,
    verified: true,
    isNext: usesUpNumber,
  });
  if (!authority.verified) return { kind: 'refuse', refusal: authority.refusal, verified: false, isNext: false };
  if (incoming.type === 'Receipt' || incoming.type === 'Refusal') return { kind: 'settle-answer', answer: incoming };
  if (seen)
    return seen.digest === messageDigest(envelope)
      ? { kind: 'repeat-receipt', seen }
      : refuse({ reason: QUARANTINE.idReused, parameters: { messageId: envelope.id } }, false);
  if (place > received + 1) return { kind: 'park', place };
  if (!isNext) return refuse({ reason: QUARANTINE.sequenceReplayed, parameters: { sequence: place } });
  return authority.refusal ? refuse(authority.refusal) : { kind: 'apply' };
};
