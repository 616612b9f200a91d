import { fieldsOf } from '../json.ts';
import { digest, type Evidence, rowsOf } from './evidence.ts';

/** The clock looks every minute. */
const GRACE_MS = 3 * 60_000;

/** Clocks that ran out and at which nobody looked. */
const overdue = ({ city, rows }: Evidence, now: number): readonly string[] =>
  rows
    .filter(({ dueAt }) => typeof dueAt === 'string' && Date.parse(dueAt) < now - GRACE_MS)
    .map(({ pk, sk, dueAt }) => `${city}: ${pk}/${sk} was due at ${dueAt}`);

/** Comparisons of requests follow these, which may become again what they were. */
const follows = (pk: string): boolean => pk.startsWith('over-ask#');

/** Ledger entries by which the clock said the same thing twice, though nothing had happened in between. */
const repeated = (evidence: Evidence): readonly string[] => {
  const said = new Map<string, Set<string>>();
  return rowsOf(evidence, 'event').flatMap(({ pk, entry }) => {
    if (follows(pk)) return [];
    const { actor, type, data } = fieldsOf(entry);
    const before = said.get(pk);
    if (fieldsOf(actor).kind !== 'clock' || before === undefined) said.set(pk, new Set());
    if (fieldsOf(actor).kind !== 'clock') return [];
    const word = `${type} ${digest(data)}`;
    if (before?.has(word)) return [`${evidence.city}: the clock said ${type} twice of ${pk}`];
    said.get(pk)?.add(word);
    return [];
  });
};

/** Every clock fires, and once. @param now what the city's clock shows at the end, milliseconds since 1970. */
export const wrongClocks = (evidence: Evidence, now: number): readonly string[] => [
  ...overdue(evidence, now),
  ...repeated(evidence),
];
