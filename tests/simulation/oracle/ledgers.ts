import { fieldsOf, objectsOf, textOf } from '../json.ts';
import { digest, type Evidence, grouped, messageDigest, type Row, rowsOf } from './evidence.ts';

const brokenChain = (entries: readonly Row[], state: Row | undefined): string | undefined => {
  let previous: unknown = 'genesis';
  for (const [index, row] of entries.entries()) {
    const { hash, ...rest } = fieldsOf(row.entry);
    if (rest.sequence !== index + 1) return `entry ${index + 1} is missing`;
    if (rest.previous !== previous) return `entry ${index + 1} does not follow the one before`;
    if (digest(rest) !== hash) return `entry ${index + 1} has been changed`;
    previous = hash;
  }
  if (state === undefined) return 'has no state';
  if (state.length !== entries.length || state.head !== previous) return 'does not end where its state says';
  return undefined;
};

/** Every message a ledger speaks of must be there, and be the very message. */
const missingMessages = (entries: readonly Row[], messages: ReadonlyMap<unknown, unknown>): readonly string[] =>
  entries
    .flatMap((row) => objectsOf(fieldsOf(row.entry).messages))
    .filter(({ id, digest: expected }) => messages.get(id) !== expected)
    .map(({ id, type }) => `speaks of ${type} ${id}, which is not there`);

/** A message is applied once: one entry at most says that it was told by it. */
const appliedTwice = (evidence: Evidence): readonly string[] => {
  const told = rowsOf(evidence, 'event').flatMap(({ entry }) =>
    objectsOf(fieldsOf(entry).messages).filter(({ direction }) => direction === 'received'),
  );
  return [...grouped(told, ({ id }) => textOf(id))]
    .filter(([, entries]) => entries.length > 1)
    .map(([id, [entry]]) => `${evidence.city}: ${entry?.type} ${id} was applied more than once`);
};

/** Every ledger is whole, chained, and speaks of messages that are there. */
export const brokenLedgers = (evidence: Evidence): readonly string[] => {
  const states = new Map(rowsOf(evidence, 'state').map((row) => [row.pk, row]));
  const messages = new Map(
    [...rowsOf(evidence, 'outgoing-message'), ...rowsOf(evidence, 'incoming-message')].map(({ envelope }) => [
      fieldsOf(envelope).id,
      messageDigest(envelope),
    ]),
  );
  const ledgers = grouped(rowsOf(evidence, 'event'), ({ pk }) => pk);
  const unledgered = [...states.keys()].filter((pk) => !ledgers.has(pk)).map((pk) => `${pk} has no ledger`);
  const faults = [...ledgers].flatMap(([pk, entries]) => {
    const broken = brokenChain(entries, states.get(pk));
    return [...(broken ? [broken] : []), ...missingMessages(entries, messages)].map((fault) => `${pk}: ${fault}`);
  });
  return [...[...unledgered, ...faults].map((fault) => `${evidence.city}: ${fault}`), ...appliedTwice(evidence)];
};
