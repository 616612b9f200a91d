import { describe, expect, it } from 'vitest';
import { unchanged, withEvents } from '../../../shared/data/change.ts';
import { feedWrites } from '../../../shared/data/feed.ts';
import { type FeedRow, FeedRowSchema } from '../../../shared/data/rows.ts';
import type { AggregateKind, DomainEvent } from '../../../shared/domain/kernel/aggregate.ts';
import type { TaskCommand } from '../../../shared/domain/task/task-commands.ts';
import { isEnded, type TaskState } from '../../../shared/domain/task/task-state.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import { agencyTaskView } from '../../../shared/http/views/agency-task.ts';
import { circumstances, NOW, XINING } from '../../builders/circumstances.ts';
import { someCommands, taskIn } from '../../builders/task.ts';
import { testKey } from '../../builders/test-cell.ts';

const setting = {
  circumstances: circumstances(),
  outgoing: {
    city: XINING,
    dutyRoom: { name: '西宁值班室', telephone: '+86 971 000 0001' },
    sentAt: NOW,
    publicKey: testKey(XINING),
  },
};

const ID = '0190b000-0000-7000-8000-000000000001';

/** @returns what each audience is told of events that happen to an aggregate, and what it is after them. */
const told = (kind: AggregateKind, before: unknown, events: readonly DomainEvent[]) => {
  const reference = { kind, id: ID };
  const row = { version: 1 } as never;
  const start = unchanged(reference, CONVERSATIONS[kind], before === undefined ? undefined : { row, state: before });
  const change = withEvents(start, events, setting.outgoing);
  const rows = feedWrites([{ change, version: 2 }], [], setting).flatMap((write): FeedRow[] =>
    write.kind === 'put' ? [FeedRowSchema.parse(write.item)] : [],
  );
  return { rows, state: change.state };
};

const decided = (task: TaskState, command: TaskCommand): readonly DomainEvent[] => {
  const decision = CONVERSATIONS.task.aggregate.decide(task, command, setting.circumstances);
  return decision.accepted ? decision.events : [];
};

const agenciesOf = ({ offers }: TaskState): readonly string[] => [...new Set(offers.map(({ agencyId }) => agencyId))];

const shown = (task: TaskState, agencyId: string): unknown => {
  try {
    return agencyTaskView(task, agencyId);
  } catch {
    return undefined;
  }
};

describe('what agencies are told of tasks', () => {
  const courses = Object.entries(taskIn).flatMap(([status, state]) =>
    Object.entries(someCommands).map(([name, command]) => ({ status, name, task: state(), command })),
  );

  it.each(courses)(
    'a change is told to those whose own view of it changes, and to no other: $status, $name',
    ({ task, command }) => {
      const events = decided(task, command);
      const { rows, state } = told('task', task, events);
      const after = state as TaskState;
      const changed = agenciesOf(after).filter(
        (agencyId) => JSON.stringify(shown(task, agencyId)) !== JSON.stringify(shown(after, agencyId)),
      );
      const toldOf = rows.flatMap(({ pk }) => (pk.startsWith('feed#agency/') ? [pk.slice('feed#agency/'.length)] : []));
      // Whoever has the task is told of its end too, which shows in no view.
      const holder = 'holder' in task && isEnded(after) && !isEnded(task) ? [task.holder.agencyId] : [];
      expect(toldOf.toSorted()).toEqual([...new Set([...changed, ...holder])].toSorted());
      for (const { pk, entries } of rows)
        if (pk.startsWith('feed#agency/')) expect(entries[0]?.text).toEqual({ zh: '任务有变动', en: 'task changed' });
      expect(rows.filter(({ pk }) => pk === 'feed#duty-room')).toHaveLength(events.length > 0 ? 1 : 0);
    },
  );
});
