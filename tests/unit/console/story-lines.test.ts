import { expect, test } from 'vitest';
import { storyLines, writtenIn } from '../../../console/src/ledger/story-lines.ts';
import type { Chapter, Story } from '../../../shared/data/story.ts';

const entry = (kind: Chapter['kind'], sequence: number, at: string): Chapter['entries'][number] => ({
  kind,
  id: `00000000-0000-4000-8000-00000000000${sequence}`,
  sequence,
  type: 'requestPlaced',
  at,
  city: '630100',
  actor: { kind: 'clock', city: '630100' },
  data: {},
  messages: [],
  previous: 'genesis',
  hash: `hash-${sequence}`,
});

const chapter = (kind: Chapter['kind'], entries: Chapter['entries']): Chapter => ({
  kind,
  id: '00000000-0000-4000-8000-000000000000',
  version: entries.length,
  head: 'head',
  state: {},
  entries,
  messages: [],
});

test('the chapters of a story are read as one, in the order of time', () => {
  const story: Story = {
    city: '630100',
    chapters: [
      chapter('request', [
        entry('request', 1, '2026-07-18T03:00:00.000Z'),
        entry('request', 2, '2026-07-18T05:00:00.000Z'),
      ]),
      chapter('deployment', [
        entry('deployment', 1, '2026-07-18T04:00:00.000Z'),
        entry('deployment', 2, '2026-07-18T05:00:00.000Z'),
      ]),
    ],
  };
  expect(storyLines(story).map((line) => [line.kind, line.entry.sequence, line.isAside])).toEqual([
    ['request', 1, false],
    ['deployment', 1, true],
    ['request', 2, false],
    ['deployment', 2, true],
  ]);
});

test('what people wrote is taken out of an entry, and nothing else', () => {
  expect(writtenIn({ reason: '道路中断', note: '', number: 7, requestId: 'r', title: '互助协议' })).toEqual([
    '互助协议',
    '道路中断',
  ]);
});
