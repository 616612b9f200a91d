import { fieldsOf } from '../json.ts';
import { digest, type Evidence, rowsOf } from './evidence.ts';

/** The clock looks every minute, and cities' clocks differ by seconds. */
const GRACE_MS = 3 * 60_000;

/** Clocks that ran out and at which nobody looked. */
const overdue = ({ city, rows }: Evidence, now: number): readonly string[] =>
  rows
    .filter(({ dueAt }) => typeof dueAt === 'string' && Date.parse(dueAt) < now - GRACE_MS)
    .map(({ pk, sk, dueAt }) => `${city}: ${pk}/${sk} was due at ${dueAt}`);

/** Ledger entries by which the clock said the same thing twice. */
const repeated = (evidence: Evidence): readonly string[] => {
  const seen = new Set<string>();
  return rowsOf(evidence, 'event').flatMap(({ pk, entry }) => {
    const { actor, type, data } = fieldsOf(entry);
    if (fieldsOf(actor).kind !== 'clock') return [];
    const name = `${pk} ${type} ${digest(data)}`;
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [`${evidence.city}: the clock said ${type} twice of ${pk}`];
  });
};

/** Every clock fires, and once. @param now milliseconds since 1970. */
export const wrongClocks = (evidence: Evidence, now: number): readonly string[] => [
  ...overdue(evidence, now),
  ...repeated(evidence),
];
