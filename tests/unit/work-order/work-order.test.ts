import { describe, expect, it } from 'vitest';
import { plus } from '../../../shared/domain/kernel/instant.ts';
import { workOrder as aggregate } from '../../../shared/domain/work-order/work-order.ts';
import type { WorkOrderCommand } from '../../../shared/domain/work-order/work-order-commands.ts';
import { withoutNumbers } from '../../../shared/domain/work-order/work-order-details.ts';
import { stepOf, type WorkOrderState } from '../../../shared/domain/work-order/work-order-state.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { circumstances, NOW } from '../../builders/circumstances.ts';
import { aClosedIncident, anIncident, aReportedIncident, INCIDENT_ID } from '../../builders/incident.ts';
import { taskIn } from '../../builders/task.ts';
import { afterCommands, anEntry, aWorkOrder, WORK_ORDER_ID } from '../../builders/work-order.ts';

const where = circumstances({ role: 'coordinator' });
const OTHER_ID = '0190b000-0000-7000-8000-000000000c02';
const other = aWorkOrder({ number: 'HL-2' }, OTHER_ID);
const reason = '需要催办';
const COMMANDS = {
  enter: { type: 'enter', id: WORK_ORDER_ID, entry: anEntry(), likes: [] },
  accept: { type: 'accept' },
  'send back': { type: 'send-back', reason },
  handle: { type: 'handle', choice: { by: 'own', words: '派值班员前往' } },
  supervise: { type: 'supervise', reason },
  answer: { type: 'give-feedback', words: '积水已排除' },
  'follow up': { type: 'follow-up', satisfaction: 5, words: '满意' },
  archive: { type: 'archive' },
  reopen: { type: 'reopen', reason },
  merge: { type: 'merge', into: other },
  'take over': { type: 'take-over', orders: [{ workOrderId: OTHER_ID, number: 'HL-2' }] },
  'look at the clock': { type: 'clock-ran-out' },
} as const satisfies Record<string, WorkOrderCommand>;
type CommandName = keyof typeof COMMANDS;

const ordered = (...names: readonly CommandName[]): WorkOrderState =>
  afterCommands(aWorkOrder(), ...names.map((name) => COMMANDS[name]));
const IN = {
  entered: aWorkOrder(),
  'taken-in': ordered('accept'),
  'in-hand': ordered('accept', 'handle'),
  'fed-back': ordered('accept', 'answer'),
  'followed-up': ordered('accept', 'answer', 'follow up'),
  archived: ordered('accept', 'answer', 'follow up', 'archive'),
  'sent-back': ordered('send back'),
  merged: ordered('merge'),
} as const satisfies Record<WorkOrderState['status'], WorkOrderState>;
type Status = keyof typeof IN;

/** To which status a command leads, where it is allowed at all. */
const LEADS_TO: Readonly<Record<CommandName, Partial<Record<Status, Status>>>> = {
  enter: Object.fromEntries(Object.keys(IN).map((status) => [status, status])),
  accept: { entered: 'taken-in' },
  'send back': { entered: 'sent-back', 'taken-in': 'sent-back' },
  handle: { entered: 'in-hand', 'taken-in': 'in-hand', 'in-hand': 'in-hand' },
  supervise: { 'taken-in': 'taken-in', 'in-hand': 'in-hand' },
  answer: { entered: 'fed-back', 'taken-in': 'fed-back', 'in-hand': 'fed-back' },
  'follow up': { 'fed-back': 'followed-up' },
  archive: { 'followed-up': 'archived' },
  reopen: { 'fed-back': 'taken-in', 'followed-up': 'taken-in' },
  merge: { entered: 'merged', 'taken-in': 'merged', 'in-hand': 'merged' },
  'take over': { entered: 'entered', 'taken-in': 'taken-in', 'in-hand': 'in-hand' },
  'look at the clock': Object.fromEntries(Object.keys(IN).map((status) => [status, status])),
};

describe('a work order', () => {
  const cases = (Object.keys(COMMANDS) as CommandName[]).flatMap((command) =>
    (Object.keys(IN) as Status[]).map(
      (status) => [command, status, LEADS_TO[command][status] ?? 'work-order-status'] as const,
    ),
  );
  it.each(cases)('that somebody would %s, being %s, comes to %s', (command, status, expected) => {
    const code = outcomeOf(aggregate.decide(IN[status], COMMANDS[command], where));
    expect(code === 'accepted' ? afterCommands(IN[status], COMMANDS[command]).status : code).toBe(expected);
  });

  it('goes through the seven steps', () => {
    expect(Object.values(IN).map(stepOf)).toEqual([
      ...['accept', 'handle', 'handle', 'feedback', 'follow-up', 'archive', 'archive', 'archive'],
    ]);
    expect(stepOf(ordered('accept', 'supervise'))).toBe('supervise');
    expect(stepOf(ordered('accept', 'handle', 'supervise', 'answer', 'reopen'))).toBe('handle');
  });

  it('sent again is the same order, and said otherwise is refused', () => {
    expect(aggregate.decide(IN['fed-back'], COMMANDS.enter, where)).toEqual({ accepted: true, events: [] });
    const differs = { ...COMMANDS.enter, entry: anEntry({ description: '又来电' }) };
    expect(outcomeOf(aggregate.decide(IN.entered, differs, where))).toBe('work-order-number-taken');
    const future = { ...COMMANDS.enter, entry: anEntry({ occurredAt: plus(NOW, 1) }) };
    expect(outcomeOf(aggregate.decide(undefined, future, where))).toBe('work-order-in-the-future');
    expect(outcomeOf(aggregate.decide(undefined, COMMANDS.accept, where))).toBe('work-order-unknown');
  });

  it('becomes an incident that is to be verified, without the numbers that were told', () => {
    const decision = aggregate.decide(IN.entered, { type: 'handle', choice: { by: 'new-incident' } }, where);
    if (!decision.accepted) throw new Error('refused');
    const order = decision.events.reduce<WorkOrderState>((sum, event) => aggregate.evolve(sum, event), IN.entered);
    const [consequence] = decision.events.flatMap((event) => aggregate.consequences?.(event, order) ?? []);
    expect(consequence).toMatchObject({
      kind: 'incident',
      id: order.incidentId,
      command: { type: 'report-from-order', number: 'HL-20260715-0001', details: { title: '南川东路虚构小区洪涝' } },
    });
    expect(JSON.stringify(consequence)).not.toContain('13800000001');
    const again = { type: 'handle', choice: { by: 'new-incident' } } as const;
    expect(outcomeOf(aggregate.decide(order, again, where))).toBe('work-order-of-another-incident');
  });

  it('is attached to an incident that goes on, once', () => {
    const choose = (incident: ReturnType<typeof anIncident> | ReturnType<typeof aReportedIncident> | undefined) =>
      ({ type: 'handle', choice: { by: 'incident', incidentId: INCIDENT_ID }, incident }) as const;
    const attached = afterCommands(IN.entered, choose(aReportedIncident()));
    expect(attached).toMatchObject({ status: 'in-hand', incidentId: INCIDENT_ID });
    const [handled] = [aggregate.decide(attached, choose(anIncident()), where)];
    expect(handled).toMatchObject({ accepted: true, events: [{ attached: false }] });
    expect(outcomeOf(aggregate.decide(IN.entered, choose(undefined), where))).toBe('incident-unknown');
    expect(outcomeOf(aggregate.decide(IN.entered, choose(anIncident({ exercise: true })), where))).toBe(
      'work-order-drill-and-real',
    );
    const over = { ...choose(undefined), incident: aClosedIncident() };
    expect(outcomeOf(aggregate.decide(IN.entered, over, where))).toBe('incident-closed');
  });

  it('is transferred to the task that sees to it', () => {
    const task = taskIn['under-way']();
    const command = { type: 'handle', choice: { by: 'task', taskId: task.id }, task } as const;
    const order = afterCommands(IN.entered, command);
    expect(stepOf(order)).toBe('transfer');
    expect(order.incidentId).toBe(task.incident.incidentId);
    const over = { ...command, task: taskIn.archived() };
    expect(outcomeOf(aggregate.decide(IN.entered, over, where))).toBe('work-order-means-over');
    expect(outcomeOf(aggregate.decide(IN.entered, { ...command, task: undefined }, where))).toBe(
      'work-order-task-unknown',
    );
  });

  it('merged into another leaves it its number, and those it stood for', () => {
    const order = ordered('take over');
    const merge = { type: 'merge', into: aWorkOrder({ number: 'HL-3' }, INCIDENT_ID) } as const;
    const decision = aggregate.decide(order, merge, where);
    if (!decision.accepted) throw new Error('refused');
    const merged = decision.events.reduce<WorkOrderState>((sum, event) => aggregate.evolve(sum, event), order);
    expect(decision.events.flatMap((event) => aggregate.consequences?.(event, merged) ?? [])).toEqual([
      {
        kind: 'work-order',
        id: INCIDENT_ID,
        command: {
          type: 'take-over',
          orders: [
            { workOrderId: WORK_ORDER_ID, number: 'HL-20260715-0001' },
            { workOrderId: OTHER_ID, number: 'HL-2' },
          ],
        },
      },
    ]);
    const refusals = [
      [{ type: 'merge', into: undefined }, 'work-order-into-unknown'],
      [{ type: 'merge', into: IN.entered }, 'work-order-itself'],
      [{ type: 'merge', into: { ...other, status: 'archived' } as WorkOrderState }, 'work-order-status'],
      [{ type: 'merge', into: { ...other, exercise: true } }, 'work-order-drill-and-real'],
    ] as const;
    for (const [command, code] of refusals) expect(outcomeOf(aggregate.decide(IN.entered, command, where))).toBe(code);
  });

  it('waits for one step after the other; the hotline’s own time for the answer comes first', () => {
    const waits = (order: WorkOrderState) =>
      aggregate.deadlines?.(order, where.rules).map(({ handOff, key }) => `${handOff} ${key}`);
    expect(Object.values(IN).map(waits)).toEqual([
      ['work-order accept'],
      ['work-order handle'],
      ['feedback -'],
      ['follow-up -'],
      ['archive -'],
      ...[[], [], []],
    ]);
    const answerBy = plus(NOW, 1);
    const urgent = afterCommands(aWorkOrder({ answerBy }), COMMANDS.accept, COMMANDS.handle);
    expect(aggregate.deadlines?.(urgent, where.rules)).toMatchObject([{ handOff: 'feedback', due: answerBy }]);
  });

  it('shows in no list, notice or deadline who called', () => {
    for (const order of Object.values(IN)) {
      const shown = [aggregate.listings(order), aggregate.deadlines?.(order, where.rules)];
      expect(JSON.stringify(shown)).not.toMatch(/13800000001|虚构来电人/);
    }
    expect(withoutNumbers('打 0971-6123456 或 138 0000 0001 转2号楼301')).toBe('打 **** 或 **** 转2号楼301');
  });

  it('is found by place until it is on file', () => {
    const near = (order: WorkOrderState) =>
      aggregate.listings(order).some(({ list }) => list === 'work-order/near/real/flood');
    expect(Object.entries(IN).map(([status, order]) => [status, near(order)])).toEqual([
      ...(['entered', 'taken-in', 'in-hand', 'fed-back', 'followed-up'] as const).map((status) => [status, true]),
      ...(['archived', 'sent-back', 'merged'] as const).map((status) => [status, false]),
    ]);
  });
});
