import { describe, expect, it } from 'vitest';
import {
  discarded,
  nextOf,
  type Queue,
  type QueuedCommand,
  redone,
  refused,
  settled,
  statusOf,
} from '../../../console/src/phone/command-queue.ts';

const REFUSAL = { code: 'stale', status: 412, detail: 'it has changed' } as NonNullable<QueuedCommand['refusal']>;

const command = (id: string, overrides: Partial<QueuedCommand> = {}): QueuedCommand => ({
  id,
  owner: '630100/officer',
  subject: 'task-1',
  contract: { operationId: 'acceptTask', method: 'POST', path: '/v1/tasks/{taskId}/acceptance', success: {} },
  call: { params: { taskId: 'task-1' } },
  meant: { zh: '接受', en: 'Accept' },
  decidedAt: '2026-11-01T00:00:00.000Z',
  version: '"1"',
  readBy: 'readAgencyTask',
  ...overrides,
});

const QUEUE: Queue = [command('a'), command('b'), command('c', { subject: 'task-2', version: '"7"' })];
const ids = (queue: Queue): readonly string[] => queue.map(({ id }) => id);

describe('the queue of a phone', () => {
  it('sends what was decided first, first, and only what is one’s own', () => {
    expect(nextOf(QUEUE, '630100/officer')?.id).toBe('a');
    expect(nextOf(QUEUE, '630100/somebody-else')).toBeUndefined();
  });

  it('lets those decided on the same version follow what the first has made of it', () => {
    const after = settled(QUEUE, 'a', '"2"');
    expect(after.map(({ id, version }) => [id, version])).toEqual([
      ['b', '"2"'],
      ['c', '"7"'],
    ]);
    expect(settled(after, 'b', '"3"').map(({ id, version }) => [id, version])).toEqual([['c', '"7"']]);
  });

  it('leaves alone what was decided on a newer version, and all when nobody knows the new one', () => {
    const newer = [command('a'), command('b', { version: '"5"' })];
    expect(settled(newer, 'a', '"2"')[0]?.version).toBe('"5"');
    expect(settled(QUEUE, 'a', undefined)[0]?.version).toBe('"1"');
    expect(settled(QUEUE, 'unknown', '"9"')).toBe(QUEUE);
  });

  it('holds back what follows a refused one about the same, and goes on with the rest', () => {
    const after = refused(QUEUE, 'a', REFUSAL);
    expect(after.map((each) => statusOf(after, each))).toEqual(['refused', 'held', 'waiting']);
    expect(nextOf(after, '630100/officer')?.id).toBe('c');
  });

  it('goes on with what was held when the refused one is given up', () => {
    const after = discarded(refused(QUEUE, 'a', REFUSAL), 'a');
    expect(ids(after)).toEqual(['b', 'c']);
    expect(nextOf(after, '630100/officer')?.id).toBe('b');
  });

  it('sends a refused one once more as another command, in its place, on the version looked at, with its followers', () => {
    const after = redone(refused(QUEUE, 'a', REFUSAL), 'a', '"4"', 'a2');
    expect(after.map(({ id, version, refusal }) => [id, version, refusal])).toEqual([
      ['a2', '"4"', undefined],
      ['b', '"4"', undefined],
      ['c', '"7"', undefined],
    ]);
    expect(redone(QUEUE, 'unknown', '"4"', 'x')).toBe(QUEUE);
  });
});
