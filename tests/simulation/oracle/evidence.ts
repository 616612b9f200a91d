import { createHash, createHmac } from 'node:crypto';
import { fieldsOf } from '../json.ts';

/** A row as it lies in a city's table, unparsed. */
export type Row = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

/** All rows of one city. */
export interface Evidence {
  readonly city: string;
  readonly rows: readonly Row[];
}

export const rowsOf = ({ rows }: Evidence, entity: string): readonly Row[] =>
  rows.filter((row) => row.entity === entity);

/** @returns rows that hold the state of one kind of thing. */
export const statesOf = (evidence: Evidence, kind: string): readonly Row[] =>
  rowsOf(evidence, 'state').filter((row) => row.kind === kind);

/** @returns the elements by what `nameOf` says of them, in their order. */
export const grouped = <T>(
  elements: readonly T[],
  nameOf: (element: T) => string,
): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const element of elements) {
    const group = groups.get(nameOf(element));
    if (group) group.push(element);
    else groups.set(nameOf(element), [element]);
  }
  return groups;
};

/** JSON with sorted keys: for the values that JSON can say, this is RFC 8785. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join()}}`;
};

export const digest = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('base64url');

const payloads = new WeakMap<object, string>();

/** @returns what of a message is signed: the canonical form of all but the signature, base64url. */
const payloadOf = (envelope: unknown): string => {
  const message = fieldsOf(envelope);
  const { signature: _signature, ...rest } = message;
  const payload = payloads.get(message) ?? Buffer.from(canonical(rest)).toString('base64url');
  payloads.set(message, payload);
  return payload;
};

/** @returns how ledgers and receipts name a message: SHA-256 of its compact JWS, base64url. */
export const messageDigest = (envelope: unknown): string => {
  const { signature } = fieldsOf(envelope);
  const payload = payloadOf(envelope);
  const compact = String(fieldsOf(signature).jws).replace('..', `.${payload}.`);
  return createHash('sha256').update(compact).digest('base64url');
};

/** @returns whether the city signed the message with the key that cities have in the simulation: an HMAC under the key's id. */
export const isSignedBy = (envelope: unknown, city: string): boolean => {
  const { signature, from } = fieldsOf(envelope);
  const { keyId, jws } = fieldsOf(signature);
  const [header, mac] = String(jws).split('..');
  const payload = payloadOf(envelope);
  const expected = createHmac('sha256', `key-of-${city}`).update(`${header}.${payload}`).digest('base64url');
  return keyId === `key-of-${city}` && mac === expected && from === city;
};
