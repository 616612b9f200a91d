import * as z from 'zod';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { type Text, TextSchema } from '../../domain/kernel/text.ts';
import {
  DEAD_LETTER_QUEUES,
  type DeadLetter,
  type DeadLetterQueueName,
  type DeadLettersSeen,
} from '../../exchange/dead-letters.ts';
import { AGGREGATE_KIND_NAMES } from '../../reference/aggregate-kinds.ts';
import { spoken } from '../../reference/spoken.ts';

export const DeadLetterQueueSchema = z.enum(DEAD_LETTER_QUEUES);

/** What lies in a dead-letter queue, without what the letters say. */
export const DeadLettersViewSchema = z
  .strictObject({
    queue: DeadLetterQueueSchema,
    /** What lies there. */
    meaning: TextSchema,
    count: z.int().min(0),
    /** Of the oldest one that was looked at; no more than ten are where there are many. */
    since: InstantSchema.optional(),
    /** What was looked at, like with like, most first. */
    letters: z.array(
      z.strictObject({
        what: TextSchema,
        count: z.int().positive(),
        /** In the words of whatever gave it up: a code or a short sentence in English. */
        reason: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'DeadLetters' });
type DeadLettersView = z.infer<typeof DeadLettersViewSchema>;

export const QUEUE_MEANINGS: Readonly<Record<DeadLetterQueueName, Text>> = {
  inbox: {
    zh: '伙伴城市发来而多次处理失败的消息',
    en: 'Messages of partner cities that failed again and again',
  },
  rows: {
    zh: '多次处理失败的内部通知（检索、名录共享、导入、统计等）',
    en: 'Notes of new rows that failed again and again (lookup, shared listings, imports, figures)',
  },
  undelivered: {
    zh: '总线一天内未能送达的消息',
    en: 'Messages that the bus could not deliver for a day',
  },
  failed: {
    zh: '后台功能多次失败的事件',
    en: 'Events on which a function failed again and again',
  },
};

/** Of a letter only what names it: an event of the bus, a note of a row, or the record of a function that failed. */
const LetterSchema = z.union([
  z.object({ requestPayload: z.unknown(), requestContext: z.object({ condition: z.string() }) }),
  z.object({ 'detail-type': z.string().max(100), detail: z.object({ envelope: z.object({ from: CityCodeSchema }) }) }),
  z.object({ pk: z.string() }),
]);

const SOMETHING: Text = { zh: '内部事件', en: 'an event of the service itself' };

const kindName = (pk: string): Text | undefined =>
  (AGGREGATE_KIND_NAMES as Readonly<Record<string, Text>>)[pk.split('#')[0] ?? ''];

const whatIs = (body: unknown): Text => {
  const letter = LetterSchema.safeParse(body).data;
  if (letter === undefined) return SOMETHING;
  if ('requestPayload' in letter) return whatIs(letter.requestPayload);
  if ('pk' in letter) {
    const name = kindName(letter.pk);
    return name ? { zh: `${name.zh}的新记录`, en: `a new row of ${name.en}` } : SOMETHING;
  }
  const { 'detail-type': type, detail } = letter;
  const { from } = detail.envelope;
  return spoken({ zh: `{city:${from}}的消息 ${type}`, en: `a ${type} of {city:${from}}` });
};

const reasonOf = ({ body, reason }: DeadLetter): string | undefined => {
  const letter = LetterSchema.safeParse(body).data;
  return reason ?? (letter && 'requestContext' in letter ? letter.requestContext.condition : undefined);
};

/** @returns what lies in a queue as people read it: what sort of thing, how often, why; nothing of what it says. */
export const deadLettersView = (queue: DeadLetterQueueName, { count, letters }: DeadLettersSeen): DeadLettersView => {
  const alike = new Map<string, DeadLettersView['letters'][number]>();
  for (const letter of letters) {
    const what = whatIs(letter.body);
    const reason = reasonOf(letter)?.slice(0, 200);
    const key = JSON.stringify([what.en, reason]);
    const known = alike.get(key);
    alike.set(key, { what, count: (known?.count ?? 0) + 1, ...(reason === undefined ? {} : { reason }) });
  }
  const [since] = letters.map(({ at }) => at).toSorted();
  return {
    queue,
    meaning: QUEUE_MEANINGS[queue],
    count,
    ...(since === undefined ? {} : { since }),
    letters: [...alike.values()].toSorted((a, b) => b.count - a.count),
  };
};
