import { loadSet } from '../../shared/data/loaded.ts';
import type { Story } from '../../shared/data/story.ts';
import type { KnownKeys } from '../../shared/data/verify-story.ts';
import { allKeysOf } from '../../shared/domain/agreement/agreement-keys.ts';
import type { CityKey } from '../../shared/domain/agreement/agreement-state.ts';
import type { Conversations } from '../../shared/exchange/conversation.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import type { Cell } from '../../shared/lambda/cell.ts';

/** @returns the keys that the agreements behind a story's messages pin, or once pinned, for each city. */
export const knownKeys = async (
  cell: Pick<Cell, 'store'>,
  conversations: Conversations,
  { chapters }: Story,
): Promise<KnownKeys> => {
  const agreements = new Set(
    chapters.flatMap(({ kind, id, messages }) => [
      ...(kind === 'agreement' ? [id] : []),
      ...messages.flatMap(({ envelope }) => envelope.agreement ?? []),
    ]),
  );
  const loaded = await loadSet(
    cell.store,
    conversations,
    [...agreements].map((id) => ({ kind: 'agreement', id })),
  );
  const keys = new Map<string, Map<string, CityKey>>();
  for (const id of agreements) {
    const agreement = loaded.state(agreementConversation, id);
    for (const [city, key] of agreement ? allKeysOf(agreement) : [])
      keys.set(city, (keys.get(city) ?? new Map()).set(key.keyId, key));
  }
  return Object.fromEntries([...keys].map(([city, byId]) => [city, [...byId.values()]]));
};
