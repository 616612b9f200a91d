import * as z from 'zod';
import { AGGREGATE_KINDS } from '../domain/kernel/aggregate.ts';
import type { Conversations } from '../exchange/conversation.ts';
import { EnvelopeSchema } from '../exchange/envelope.ts';
import { LedgerEntrySchema } from './ledger.ts';
import { type Reference, readBack } from './loaded.ts';
import {
  EventRowSchema,
  IncomingMessageRowSchema,
  OutgoingMessageRowSchema,
  ReceiptRowSchema,
  StateRowSchema,
} from './rows.ts';
import type { Item, Store } from './store.ts';
import { ENTITY, keys } from './table.ts';

/** A message of the story with what the other side signed for it. */
export const StoryMessageSchema = z.strictObject({
  direction: z.enum(['sent', 'received']),
  envelope: EnvelopeSchema,
  /** Of a sent message: each recipient's signed receipt or refusal. Of a received one: ours. */
  answers: z.array(EnvelopeSchema),
  /** Recipients that have not confirmed it. */
  unconfirmed: z.array(z.string()),
});
export type StoryMessage = z.infer<typeof StoryMessageSchema>;

/** One aggregate's part of a story: its ledger, and the messages the ledger speaks of. */
export const ChapterSchema = z.strictObject({
  kind: z.enum(AGGREGATE_KINDS),
  id: z.uuid(),
  version: z.int(),
  head: z.string(),
  /** The state the city acts on; it must be what the entries add up to. */
  state: z.record(z.string(), z.unknown()),
  entries: z.array(LedgerEntrySchema),
  messages: z.array(StoryMessageSchema),
});
export type Chapter = z.infer<typeof ChapterSchema>;

/** The whole story of a thing as one city knows it: its own ledger first, then those of what came of it. */
export const StorySchema = z.strictObject({ city: z.string(), chapters: z.array(ChapterSchema).min(1) });
export type Story = z.infer<typeof StorySchema>;

const everything = async (store: Pick<Store, 'query'>, { kind, id }: Reference): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const page = await store.query({ pk: keys.aggregate(kind, id), ...(after === undefined ? {} : { after }) });
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return items;
};

const messagesOf = (items: readonly Item[]): StoryMessage[] => {
  const receipts = new Map(
    items
      .filter(({ entity }) => entity === ENTITY.receipt)
      .map((item) => [item.sk.split('#')[1], ReceiptRowSchema.parse(item).envelope]),
  );
  const sent = items
    .filter(({ entity }) => entity === ENTITY.outgoingMessage)
    .map((item) => OutgoingMessageRowSchema.parse(item))
    .map(
      ({ envelope, answers, pending }): StoryMessage => ({
        direction: 'sent',
        envelope,
        answers: Object.values(answers),
        unconfirmed: pending,
      }),
    );
  const received = items
    .filter(({ entity }) => entity === ENTITY.incomingMessage)
    .map((item) => IncomingMessageRowSchema.parse(item))
    .map(({ envelope }): StoryMessage => {
      const receipt = receipts.get(envelope.id);
      return { direction: 'received', envelope, answers: receipt ? [receipt] : [], unconfirmed: [] };
    });
  return [...sent, ...received].sort((a, b) => (a.envelope.issuedAt < b.envelope.issuedAt ? -1 : 1));
};

/** Reads one aggregate's chapter: one Query. @returns `undefined` when there is no such aggregate. */
const readChapter = async (
  store: Pick<Store, 'query'>,
  conversations: Conversations,
  reference: Reference,
): Promise<{ readonly chapter: Chapter; readonly related: readonly Reference[] } | undefined> => {
  const items = await everything(store, reference);
  const stateItem = items.find(({ entity }) => entity === ENTITY.state);
  if (!stateItem) return undefined;
  const { version, head, state } = StateRowSchema.parse(stateItem);
  const { aggregate } = conversations[reference.kind];
  return {
    chapter: {
      ...reference,
      version,
      head,
      state,
      entries: items.filter(({ entity }) => entity === ENTITY.event).map((item) => EventRowSchema.parse(item).entry),
      messages: messagesOf(items),
    },
    related: aggregate.related?.(readBack(stateItem, conversations[reference.kind]).state) ?? [],
  };
};

/**
 * Reads the whole story of an aggregate: one Query for it and one for each aggregate that came of it.
 * @returns `undefined` when there is no such aggregate.
 */
export const readStory = async (
  store: Pick<Store, 'query'>,
  conversations: Conversations,
  city: string,
  reference: Reference,
): Promise<Story | undefined> => {
  const first = await readChapter(store, conversations, reference);
  if (!first) return undefined;
  const others = await Promise.all(first.related.map((other) => readChapter(store, conversations, other)));
  return { city, chapters: [first.chapter, ...others.flatMap((other) => other?.chapter ?? [])] };
};
