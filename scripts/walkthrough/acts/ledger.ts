import type { Story, StoryMessage } from '../../../shared/data/story.ts';
import type { AggregateKind } from '../../../shared/domain/kernel/aggregate.ts';
import { eventually } from '../eventually.ts';
import { LANZHOU, type Stage, XINING } from '../stage.ts';
import { keyIdOf } from '../steps/agreement.ts';
import { type Exportable, exportStory, messagesOf, readStory, verifyStory } from '../steps/story.ts';
import { inBothLanguages, keepStory, verifyOffline } from '../verify-offline.ts';

/** Receipts of the last messages may be under way, or, after a crash, wait for the clock. */
const RECEIPTS_MS = 150_000;

/** Something both cities keep a ledger of; only a request has another name at the other end. */
export interface Subject {
  readonly id: string;
  readonly kind: Exportable;
}

const kindAt = (city: string, kind: Exportable): Exportable =>
  kind === 'request' && city === LANZHOU ? 'received-request' : kind;

const confirmedStory = ({ desk }: Stage, city: string, kind: AggregateKind, id: string): Promise<Story> =>
  eventually(
    async () => {
      const story = await readStory(desk, city, kind, id);
      return messagesOf(story).every(({ unconfirmed }) => unconfirmed.length === 0) && story;
    },
    { timeoutMs: RECEIPTS_MS, what: `the receipts for ${kind} ${id} in ${city}` },
  );

const idsOf = (story: Story): string =>
  messagesOf(story)
    .map(({ envelope }) => envelope.id)
    .toSorted()
    .join();

/** Both ends must hold the very same messages, each receipted, each ledger whole. @returns the messages. */
const sameAtBothEnds = async (stage: Stage, { id, kind }: Subject): Promise<readonly StoryMessage[]> => {
  const here = await confirmedStory(stage, XINING, kind, id);
  const there = await confirmedStory(stage, LANZHOU, kindAt(LANZHOU, kind), id);
  if (idsOf(here) !== idsOf(there)) throw new Error(`the two cities do not hold the same messages of ${kind} ${id}`);
  for (const city of [XINING, LANZHOU]) {
    const { intact, firstFault } = await verifyStory(stage.desk, city, kindAt(city, kind), id);
    if (!intact) throw new Error(`the ledger of ${kind} ${id} in ${city} is broken: ${JSON.stringify(firstFault)}`);
  }
  return messagesOf(here);
};

/** Verifies both ends of every subject. @returns all messages that travelled. */
export const verifyLedgers = async (stage: Stage, subjects: readonly Subject[]): Promise<readonly StoryMessage[]> => {
  const messages: StoryMessage[] = [];
  for (const subject of subjects) messages.push(...(await sameAtBothEnds(stage, subject)));
  for (const city of [XINING, LANZHOU])
    stage.tell({
      city,
      role: 'auditor',
      text: {
        zh: `核验台账：链条与签名完好，${messages.length}条消息两市一致，各有对方签名回执。`,
        en: `Verifies the ledgers: chains and signatures hold; the ${messages.length} messages are the same at both ends, each with a signed receipt.`,
      },
    });
  return messages;
};

/**
 * Exports the request's story from both ends and has a program that knows nothing of the service verify the files.
 * @returns where the files are.
 */
export const verifyFiles = async ({ desk, tell }: Stage, requestId: string): Promise<readonly string[]> => {
  const paths: string[] = [];
  const keyIds = { [XINING]: await keyIdOf(desk, XINING), [LANZHOU]: await keyIdOf(desk, LANZHOU) };
  for (const city of [XINING, LANZHOU]) {
    const { path } = keepStory(await exportStory(desk, city, kindAt(city, 'request'), requestId));
    const said = inBothLanguages(await verifyOffline(path, keyIds));
    paths.push(path);
    tell({
      city,
      role: 'auditor',
      text: {
        zh: `导出台账文件并离线核验（只用两市公钥指纹）：${said.zh}。`,
        en: `Exports the story and verifies the file offline, by the two fingerprints alone: ${said.en}.`,
      },
    });
  }
  return paths;
};
