import type * as z from 'zod';
import type { ItemInShortSchema } from '../../../shared/domain/request/request-item.ts';
import { RESOURCE_KINDS } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { SUPPLY_CODES } from '../../../shared/reference/supply-codes.ts';
import { useSpeech } from '../i18n/language.ts';
import { PARTS } from './part-words.ts';

type ItemInShort = z.infer<typeof ItemInShortSchema>;

/** @returns how to say in one line what an item asks for: so many teams of a kind and level, or so much of some goods. */
export const useItemInShort = (): ((item: ItemInShort) => string) => {
  const { say, read } = useSpeech(PARTS);
  return ({ kind, level, quantity, supply }) => {
    if (supply === undefined) return say('item.teams', { kind: read(RESOURCE_KINDS[kind]), level, quantity });
    const known = SUPPLY_CODES.find(({ code }) => code === supply.code);
    return say('item.supplies', { name: known ? read(known.name) : supply.code, quantity, unit: supply.unit });
  };
};
