import { describe, expect, it } from 'vitest';
import { MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { task } from '../../../shared/domain/task/task.ts';
import type { TaskStatus } from '../../../shared/domain/task/task-state.ts';
import { AGENCY_ID } from '../../builders/agency.ts';
import { NOW } from '../../builders/circumstances.ts';
import { rulesWithin, WITHIN_MINUTES, waitsIn } from '../../builders/deadlines.ts';
import {
  AS,
  counterProposal,
  following,
  NEEDED_BY,
  REPLY_BY,
  someCommands,
  stepOf,
  taskIn,
} from '../../builders/task.ts';

const rules = rulesWithin();

const WAITS: { readonly [S in TaskStatus]: readonly string[] } = {
  sent: ['task agency', 'task agency'],
  unanswered: ['task duty-room'],
  'under-way': ['task-progress agency'],
  done: ['feedback agency'],
  'fed-back': ['follow-up duty-room'],
  'followed-up': ['archive duty-room'],
  archived: [],
  'handed-over': [],
  cancelled: [],
};

describe('what a task waits for', () => {
  it.each(Object.entries(WAITS))('%s: %j', (status, waits) => {
    expect(waitsIn(task.deadlines?.(taskIn[status as TaskStatus](), rules))).toEqual(waits);
  });

  it('is the duty room while a counter-proposal has no answer', () => {
    const proposed = following(taskIn.sent(), { type: 'counter-propose', as: AS, proposal: counterProposal });
    expect(waitsIn(task.deadlines?.(proposed, rules))).toEqual(['task duty-room', 'task agency']);
    const refused = following(proposed, someCommands['refuse-counter-proposal']);
    expect(waitsIn(task.deadlines?.(refused, rules))).toEqual(['task agency', 'task agency']);
  });

  it('is due when the task says so, and else by the city’s table', () => {
    const due = (status: TaskStatus) => task.deadlines?.(taskIn[status](), rules)[0]?.due;
    expect(due('sent')).toBe(REPLY_BY);
    expect(due('under-way')).toBe(NEEDED_BY);
    expect(due('done')).toBe(plus(NOW, WITHIN_MINUTES * MINUTE_MS));
  });

  it('is still the work when its time is over', () => {
    const late = stepOf(taskIn['under-way'](), { type: 'clock-ran-out' }, NEEDED_BY).state;
    expect(task.deadlines?.(late, rules)).toMatchObject([
      { handOff: 'task-progress', waitsFor: { agencyId: AGENCY_ID } },
    ]);
  });

  it('is nobody’s answer any more when the time to answer is over', () => {
    const lapsed = stepOf(taskIn.sent(), { type: 'clock-ran-out' }, REPLY_BY).state;
    expect(task.deadlines?.(lapsed, rules)).toMatchObject([{ handOff: 'task', key: '-', since: REPLY_BY }]);
  });
});
