import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { verifyStory } from '../../scripts/walkthrough/steps/story.ts';
import { createDynamoDbStore } from '../../shared/data/dynamodb-store.ts';
import { sealEntry } from '../../shared/data/ledger.ts';
import { EventRowSchema, OutgoingMessageRowSchema } from '../../shared/data/rows.ts';
import type { Item, Key, Store } from '../../shared/data/store.ts';
import { keys, RANGE } from '../../shared/data/table.ts';
import type { Verification } from '../../shared/data/verify-story.ts';
import { type Embedded, startEmbedded } from '../e2e/embedded-runtime.ts';
import { committed } from '../e2e/suite/missions.ts';
import { sceneOf, XINING } from '../e2e/suite/scene.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';

/** Somebody with access to the database, and to nothing else, changes a row of Xining's. */
let engine: Dynoxide;
let embedded: Embedded;
let scene: ReturnType<typeof sceneOf>;
let table: Store;
let requestId: string;

beforeAll(async () => {
  engine = await startDynoxide();
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', engine.endpoint);
  embedded = await startEmbedded();
  vi.unstubAllEnvs();
  scene = sceneOf(embedded.deployment);
  table = createDynamoDbStore({ client: engine.client, tableName: `shouwang-${XINING}` });
  ({ requestId } = await committed(scene));
});

afterAll(async () => {
  await embedded?.stop();
  await engine?.stop();
});

const verification = (): Promise<Verification> => verifyStory(scene.desk, XINING, 'request', requestId);

let restore: (() => Promise<void>) | undefined;

const put = (item: Item) => table.transact([{ kind: 'put', item }], v7());

/** Changes a row in the table as no function would; it is put right after the test. */
const tamper = async (key: Key, change: (row: Item) => object | undefined): Promise<void> => {
  const row = await table.get(key);
  if (!row) throw new Error(`there is no row ${key.pk} ${key.sk}`);
  restore = () => put(row);
  const changed = change(structuredClone(row));
  if (changed) await put(changed as Item);
  else await table.transact([{ kind: 'delete', key }], v7());
};

afterEach(async () => {
  await restore?.();
  restore = undefined;
  expect(await verification()).toMatchObject({ intact: true });
});

/** The third entry of a request's ledger says with whom it was placed. */
const PLACED = 3;
const entryKey = (sequence: number): Key => keys.event('request', requestId, sequence);

/** @returns the rows of messages that Xining sent about the request, in order. */
const sentMessages = async () => {
  const { items } = await table.query({ pk: keys.aggregate('request', requestId), between: RANGE.messages });
  return items.flatMap((item) => OutgoingMessageRowSchema.safeParse(item).data ?? []);
};

const fault = async () => (await verification()).firstFault;

describe('the verification of a story names the first broken link', () => {
  it('after a word of an entry was changed', async () => {
    await tamper(entryKey(PLACED), (row) => {
      const { entry } = EventRowSchema.parse(row);
      return { ...row, entry: { ...entry, actor: { ...entry.actor, name: '别人' } } };
    });
    expect(await verification()).toMatchObject({
      intact: false,
      firstFault: { kind: 'request', id: requestId, sequence: PLACED, fault: 'changed-entry' },
    });
  });

  it('after an entry was changed and its hash made to fit', async () => {
    await tamper(entryKey(PLACED), (row) => {
      const { hash: _, ...entry } = EventRowSchema.parse(row).entry;
      return { ...row, entry: sealEntry({ ...entry, at: '2026-01-01T00:00:00.000Z' }) };
    });
    expect(await fault()).toMatchObject({ sequence: PLACED + 1, fault: 'wrong-predecessor' });
  });

  it('after an entry was taken out', async () => {
    await tamper(entryKey(PLACED), () => undefined);
    expect(await fault()).toMatchObject({ sequence: PLACED, fault: 'missing-entry' });
  });

  it('after the last entry was cut off', async () => {
    const { entries } = await verification();
    const story = await table.query({ pk: keys.aggregate('request', requestId), between: RANGE.events });
    expect(entries).toBeGreaterThan(story.items.length);
    await tamper(entryKey(story.items.length), () => undefined);
    expect(await fault()).toMatchObject({ sequence: story.items.length, fault: 'wrong-head' });
  });

  it('after the state was changed behind the ledger', async () => {
    await tamper(keys.state('request', requestId), (row) => ({
      ...row,
      state: { ...(row.state as object), exercise: true },
    }));
    expect(await fault()).toMatchObject({ fault: 'changed-state' });
  });

  it('after a message was changed', async () => {
    const [placed] = await sentMessages();
    await tamper(placed as Key, (row) => {
      const { envelope } = OutgoingMessageRowSchema.parse(row);
      return { ...row, envelope: { ...envelope, body: { ...envelope.body, MessageDescription: '改动' } } };
    });
    expect(await fault()).toMatchObject({ sequence: PLACED, fault: 'changed-message', messageId: placed?.envelope.id });
  });

  it('after a message was removed', async () => {
    const [placed] = await sentMessages();
    await tamper(placed as Key, () => undefined);
    expect(await fault()).toMatchObject({ sequence: PLACED, fault: 'missing-message', messageId: placed?.envelope.id });
  });

  it("after the partner's receipt was put into other words", async () => {
    const [placed] = await sentMessages();
    await tamper(placed as Key, (row) => {
      const { answers } = OutgoingMessageRowSchema.parse(row);
      const forged = Object.entries(answers).map(([city, answer]) => [
        city,
        { ...answer, issuedAt: '2026-01-01T00:00:00.000Z' },
      ]);
      return { ...row, answers: Object.fromEntries(forged) };
    });
    expect(await fault()).toMatchObject({ sequence: PLACED, fault: 'forged-answer' });
  });
});
