import * as z from 'zod';
import type { Actor } from '../domain/kernel/actor.ts';
import { DAY_MS, InstantSchema, plus } from '../domain/kernel/instant.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Key, Write } from './store.ts';
import { ENTITY, keys } from './table.ts';

/** For how long entries are found by what happened, milliseconds: a year and a month. The ledgers themselves are kept for ever. */
export const INDEXED_FOR_MS = 400 * DAY_MS;

/** Who did it: of a person id and name, of a city its code, or the city's own clock. */
const IndexedActorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), id: z.string(), name: z.string(), roles: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('city'), id: z.string() }),
  z.strictObject({ kind: z.literal('clock'), id: z.literal('clock') }),
]);

/** What a search shows of an entry: where it stands, and what it was; nothing of what it says. */
export const FoundEntrySchema = z
  .strictObject({
    kind: z.string(),
    id: z.uuid(),
    sequence: z.int().positive(),
    at: InstantSchema,
    type: z.string(),
    actor: IndexedActorSchema,
    /** What the thing is called in lists. */
    title: z.string().optional(),
    exercise: z.literal(true).optional(),
  })
  .meta({ id: 'FoundEntry' });
export type FoundEntry = z.infer<typeof FoundEntrySchema>;

/** By what entries are found: one thing at a time. `actor`: the id of a person, the code of a city, or `clock`. */
export interface LedgerFilter {
  readonly kind?: string | undefined;
  readonly type?: string | undefined;
  readonly actor?: string | undefined;
}

/** @returns the name of the list that holds exactly the entries asked for, in order of time. */
export const ledgerList = ({ kind, type, actor }: LedgerFilter = {}): string => {
  if (kind !== undefined) return `kind/${kind}`;
  if (type !== undefined) return `type/${type}`;
  return actor === undefined ? 'all' : `actor/${actor}`;
};

/** @returns the actor as searches know it. */
export const indexedActor = (actor: Actor): FoundEntry['actor'] => {
  switch (actor.kind) {
    case 'person':
      return { kind: 'person', id: actor.id, name: actor.name, roles: actor.roles };
    case 'city':
      return { kind: 'city', id: actor.city };
    case 'clock':
      return { kind: 'clock', id: 'clock' };
  }
};

/** What is known of the thing besides its ledger. */
export type Subject = Pick<FoundEntry, 'title' | 'exercise'>;

const LISTS = 4;
/** Entries whose rows go into one transaction. */
export const ENTRIES_TOGETHER = Math.floor(100 / LISTS);

/** @returns the rows by which an entry is found; the same ones whenever it is told of again. */
export const ledgerIndexWrites = (
  { kind, id, sequence, at, type, actor }: LedgerEntry,
  subject: Subject,
): readonly Write[] => {
  const card: FoundEntry = { kind, id, sequence, at, type, actor: indexedActor(actor), ...subject };
  const expiresAtEpochSeconds = Math.floor(Date.parse(plus(at, INDEXED_FOR_MS)) / 1000);
  const place = ({ pk, sk }: Key): Write => ({
    kind: 'put',
    item: { pk, sk, entity: ENTITY.ledgerIndex, card, expiresAtEpochSeconds },
  });
  return [{}, { kind }, { type }, { actor: card.actor.id }].map((filter) =>
    place(keys.ledgerIndex(ledgerList(filter), { at, kind, id, sequence })),
  );
};
