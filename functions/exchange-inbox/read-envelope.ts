import type * as z from 'zod';
import type { Refusal } from '../../shared/domain/kernel/refusal.ts';
import { canonicalJson } from '../../shared/exchange/canonical.ts';
import type { Incoming } from '../../shared/exchange/conversation.ts';
import { DispatchSchema } from '../../shared/exchange/dispatch.ts';
import { type Envelope, MAXIMUM_ENVELOPE_BYTES } from '../../shared/exchange/envelope.ts';
import { isMessageType } from '../../shared/exchange/message-contracts.ts';
import { type MessageType, messageSchemas } from '../../shared/exchange/message-schemas.ts';
import { QUARANTINE } from '../../shared/exchange/quarantine-reasons.ts';

/** What a look at the message alone tells: an envelope with a body that keeps its contract, or why not. */
export type ReadEnvelope =
  | { readonly envelope: Envelope; readonly type: MessageType; readonly body: Incoming['body'] }
  | { readonly refusal: Refusal };

/** What is wrong is said in so many characters at most: it quotes what came. */
const PROBLEM_CHARACTERS = 500;

/** @returns the first things wrong with a value, each with a JSON pointer to it. */
export const firstProblems = ({ issues }: z.core.$ZodError): string =>
  issues
    .slice(0, 3)
    .map(({ path, message }) => `/${path.map(String).join('/')} ${message}`)
    .join('; ');

const cut = (problem: string): string => [...problem].slice(0, PROBLEM_CHARACTERS).join('');

const notAMessage = (problem: string): Refusal => ({
  reason: QUARANTINE.notAMessage,
  parameters: { problem: cut(problem) },
});

/** @returns the refusal of a body that breaks the contract of its message's type. */
export const bodyNotValid = (type: MessageType, problem: string): Refusal => ({
  reason: QUARANTINE.bodyNotValid,
  parameters: { type, problem: cut(problem) },
});

/** @returns the form in which JSON is signed; `undefined` for what nobody can sign: half a character, a number beyond all. */
const canonicalForm = (value: unknown): string | undefined => {
  try {
    return canonicalJson(value);
  } catch {
    return undefined;
  }
};

/**
 * Parses the `detail` of an EventBridge event that claims to be a message to this city.
 * @param now messages past their time are refused.
 */
export const readEnvelope = (detail: unknown, city: string, now: string): ReadEnvelope => {
  const bytes = Buffer.byteLength(JSON.stringify(detail) ?? '');
  if (bytes > MAXIMUM_ENVELOPE_BYTES)
    return { refusal: { reason: QUARANTINE.tooLarge, parameters: { bytes, maximum: MAXIMUM_ENVELOPE_BYTES } } };
  const canonical = canonicalForm(detail);
  if (canonical === undefined) return { refusal: notAMessage('it has no canonical form (RFC 8785)') };
  const parsed = DispatchSchema.safeParse(detail);
  if (!parsed.success) return { refusal: notAMessage(firstProblems(parsed.error)) };
  if (canonicalForm(parsed.data) !== canonical)
    return { refusal: notAMessage('its moments are not in UTC with milliseconds') };
  const { envelope } = parsed.data;
  const { type, from, to, expiresAt } = envelope;
  if (!to.includes(city)) return { refusal: { reason: QUARANTINE.wrongRecipient, parameters: {} } };
  if (from === city) return { refusal: { reason: QUARANTINE.fromOurselves, parameters: {} } };
  if (expiresAt <= now) return { refusal: { reason: QUARANTINE.expired, parameters: { expiresAt } } };
  if (!isMessageType(type)) return { refusal: { reason: QUARANTINE.unknownType, parameters: { type } } };
  const body = messageSchemas[type].safeParse(envelope.body);
  if (!body.success) return { refusal: bodyNotValid(type, firstProblems(body.error)) };
  if ('MessageID' in body.data && body.data.MessageID !== envelope.id)
    return { refusal: bodyNotValid(type, '/MessageID is not the id of the envelope') };
  return { envelope, type, body: body.data };
};
