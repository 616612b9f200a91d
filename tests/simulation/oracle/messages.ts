import { fieldsOf, listOf } from '../json.ts';
import { type Evidence, isSignedBy, messageDigest, type Row, rowsOf } from './evidence.ts';

interface Recipient {
  readonly city: string;
  /** Digest of what it keeps as received, by message id. */
  readonly received: ReadonlyMap<unknown, string>;
}

const recipientOf = (evidence: Evidence): Recipient => ({
  city: evidence.city,
  received: new Map(
    rowsOf(evidence, 'incoming-message').map(({ envelope }) => [fieldsOf(envelope).id, messageDigest(envelope)]),
  ),
});

/** What is wrong with one recipient's answer to a message: it must be there, signed, about that very message, and true. */
const wrongAnswer = (message: Row, to: string, recipient: Recipient | undefined): string | undefined => {
  const answer = fieldsOf(message.answers)[to];
  const { type, body } = fieldsOf(answer);
  const { id } = fieldsOf(message.envelope);
  const sent = messageDigest(message.envelope);
  if (answer === undefined) return `has no answer of ${to}`;
  if (!isSignedBy(answer, to)) return `has an answer that ${to} did not sign`;
  if (fieldsOf(body).messageId !== id || fieldsOf(body).digest !== sent)
    return `has an answer of ${to} to something else`;
  if (type === 'Receipt' && recipient?.received.get(id) !== sent)
    return `was receipted by ${to}, which does not have it`;
  return undefined;
};

const faultsOf = (message: Row, recipients: ReadonlyMap<string, Recipient>): readonly string[] => {
  const { type, id, to, from } = fieldsOf(message.envelope);
  const pending = listOf(message.pending);
  const faults = [
    ...(pending.length > 0 ? [`still waits for ${pending.join()}`] : []),
    ...(isSignedBy(message.envelope, String(from)) ? [] : ['is not signed by its sender']),
    ...listOf(to).flatMap((city) => wrongAnswer(message, String(city), recipients.get(String(city))) ?? []),
  ];
  return faults.map((fault) => `${from}: ${type} ${id} ${fault}`);
};

/** A city keeps as received only what another sent, signed, word for word. */
const forged = (evidence: Evidence, sent: ReadonlyMap<unknown, string>): readonly string[] =>
  rowsOf(evidence, 'incoming-message')
    .filter(({ envelope }) => {
      const { id, from } = fieldsOf(envelope);
      return sent.get(id) !== messageDigest(envelope) || !isSignedBy(envelope, String(from));
    })
    .map(({ envelope }) => `${evidence.city}: has ${fieldsOf(envelope).id}, which nobody sent so`);

/** Messages that came too early and were never taken up. What came again meanwhile and was applied may lie there still. */
const leftOver = (evidence: Evidence): readonly string[] => {
  const settled = new Set(
    [...rowsOf(evidence, 'incoming-message'), ...rowsOf(evidence, 'receipt')].map(({ envelope }) => {
      const { id, body } = fieldsOf(envelope);
      return fieldsOf(body).messageId ?? id;
    }),
  );
  return rowsOf(evidence, 'parked-message')
    .filter(({ envelope }) => !settled.has(fieldsOf(envelope).id))
    .map(({ pk, sk }) => `${evidence.city}: ${pk}/${sk} is still parked`);
};

/** Every message has every recipient's true answer; nothing waits, nothing is parked, nothing was made up. */
export const unsettledMessages = (all: readonly Evidence[]): readonly string[] => {
  const recipients = new Map(all.map((evidence) => [evidence.city, recipientOf(evidence)]));
  const outgoing = all.flatMap((evidence) => rowsOf(evidence, 'outgoing-message'));
  const sent = new Map(outgoing.map(({ envelope }) => [fieldsOf(envelope).id, messageDigest(envelope)]));
  return [
    ...outgoing.flatMap((message) => faultsOf(message, recipients)),
    ...all.flatMap((evidence) => forged(evidence, sent)),
    ...all.flatMap(leftOver),
  ];
};
