import { describe, expect, it } from 'vitest';
import { task as aggregate } from '../../../shared/domain/task/task.ts';
import type { TaskStatus } from '../../../shared/domain/task/task-state.ts';
import { anAgency } from '../../builders/agency.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { asDesk, send, someCommands, stepOf, taskIn } from '../../builders/task.ts';

type Commands = keyof typeof someCommands;

/** Where a command leads from a status; whatever is not here is refused. */
const LEADS: { readonly [S in TaskStatus]: { readonly [T in Commands]?: TaskStatus } } = {
  sent: {
    offer: 'sent',
    transfer: 'sent',
    'hand-over': 'handed-over',
    accept: 'under-way',
    decline: 'sent',
    'counter-propose': 'sent',
    urge: 'sent',
    supervise: 'sent',
    cancel: 'cancelled',
    'issue-link': 'sent',
  },
  unanswered: {
    offer: 'sent',
    transfer: 'sent',
    'hand-over': 'handed-over',
    supervise: 'unanswered',
    cancel: 'cancelled',
  },
  'under-way': {
    transfer: 'sent',
    'hand-over': 'handed-over',
    'report-progress': 'under-way',
    finish: 'done',
    urge: 'under-way',
    supervise: 'under-way',
    cancel: 'cancelled',
    'issue-link': 'under-way',
  },
  done: {
    'hand-over': 'handed-over',
    'give-feedback': 'fed-back',
    reopen: 'under-way',
    urge: 'done',
    supervise: 'done',
    'issue-link': 'done',
  },
  'fed-back': {
    'hand-over': 'handed-over',
    'follow-up': 'followed-up',
    reopen: 'under-way',
    supervise: 'fed-back',
    'issue-link': 'fed-back',
  },
  'followed-up': { archive: 'archived', reopen: 'under-way', 'issue-link': 'followed-up' },
  archived: { reopen: 'under-way' },
  'handed-over': {},
  cancelled: {},
};

const table = (Object.keys(taskIn) as TaskStatus[]).flatMap((status) =>
  (Object.keys(someCommands) as Commands[]).map((type) => ({ status, type, leads: LEADS[status][type] })),
);

describe('a task', () => {
  it.each(table)('$status, by $type: $leads', ({ status, type, leads }) => {
    const command = someCommands[type];
    if (leads === undefined)
      expect(outcomeOf(aggregate.decide(taskIn[status](), command, asDesk()))).not.toBe('accepted');
    else expect(stepOf(taskIn[status](), command).state.status).toBe(leads);
  });

  it.each(Object.keys(taskIn) as TaskStatus[])('is built %s', (status) => {
    expect(taskIn[status]().status).toBe(status);
  });

  it.each(Object.values(someCommands))('is not there yet for $type', (command) => {
    expect(outcomeOf(aggregate.decide(undefined, command, asDesk()))).toBe('task-unknown');
  });

  it('is made once', () => {
    expect(outcomeOf(aggregate.decide(taskIn.sent(), send(anAgency()), asDesk()))).toBe('task-exists');
  });
});
