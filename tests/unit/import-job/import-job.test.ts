import { describe, expect, it } from 'vitest';
import { FIRST_ERRORS } from '../../../shared/domain/import-job/cell-error.ts';
import { importJob as aggregate } from '../../../shared/domain/import-job/import-job.ts';
import type { ImportJobCommand } from '../../../shared/domain/import-job/import-job-commands.ts';
import type { ImportJobState } from '../../../shared/domain/import-job/import-job-state.ts';
import type { Circumstances } from '../../../shared/domain/kernel/decision.ts';
import { DAY_MS, MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { NOW, XINING } from '../../builders/circumstances.ts';
import { aCellError, importCommands as commands, importAfter, importIn, inXining } from '../../builders/import-job.ts';

const { check, noteFile, refuseFile, noteChecked, apply, noteApplied, cancel } = commands;
const clock: ImportJobCommand = { type: 'clock-ran-out' };
const STATUSES = Object.keys(importIn) as ImportJobState['status'][];

const outcome = (state: ImportJobState | undefined, command: ImportJobCommand, where = inXining) =>
  outcomeOf(aggregate.decide(state, command, where));

/** For each command the statuses in which it is refused, and why; in all others it is accepted. */
const REFUSED: readonly (readonly [ImportJobCommand, string, readonly ImportJobState['status'][]])[] = [
  [check, 'import-already-checked', STATUSES.filter((status) => status !== 'awaiting-file')],
  [noteFile, '', []],
  [refuseFile, '', []],
  [noteChecked(0), '', []],
  [apply, 'import-not-ready', STATUSES.filter((status) => status !== 'ready')],
  [noteApplied(0), '', []],
  [cancel, 'import-over', ['applying', 'done', 'cancelled', 'rejected']],
  [clock, '', []],
];

describe('commands on imports', () => {
  it.each(
    REFUSED.flatMap(([command, code, refusedIn]) => STATUSES.map((status) => ({ command, code, refusedIn, status }))),
  )('$command.type of one that is $status', ({ command, code, refusedIn, status }) => {
    expect(outcome(importIn[status](), command)).toBe(refusedIn.includes(status) ? code : 'accepted');
  });

  it('are refused of an import that nobody opened, and opening one twice is', () => {
    for (const [command] of REFUSED) expect(outcome(undefined, command)).toBe('import-unknown');
    expect(outcome(importIn.ready(), commands.open)).toBe('import-exists');
  });

  it('open and apply are for people', () => {
    const byClock: Circumstances = { ...inXining, actor: { kind: 'clock', city: XINING } };
    expect(outcome(undefined, commands.open, byClock)).toBe('import-not-by-a-person');
    expect(outcome(importIn.ready(), apply, byClock)).toBe('import-not-by-a-person');
  });

  it.each([
    [{ type: 'check', size: undefined } as const, 'import-file-missing'],
    [{ type: 'check', size: 999 } as const, 'import-file-size-differs'],
  ])('a file that is not there whole is not checked', (command, code) => {
    expect(outcome(importIn['awaiting-file'](), command)).toBe(code);
  });

  it('what was not checked is not applied', () => {
    expect(outcome(importIn.ready(), { type: 'apply', digest: 'another' })).toBe('import-file-changed');
  });
});

describe('an import', () => {
  it('that comes with its file is checked at once', () => {
    expect(importAfter([{ ...commands.open, uploaded: true }])).toMatchObject({ status: 'reading' });
  });

  it('is ready when nothing is wrong, and says what it would come to', () => {
    expect(importIn.ready()).toMatchObject({ tally: { registered: 600, changed: 80, unchanged: 20 } });
  });

  it('is rejected when anything is wrong, in the file or in the registry, and keeps the first errors', () => {
    const many = Array.from({ length: FIRST_ERRORS }, (_, n) => aCellError(n + 2));
    const found = { ...noteFile, errors: 50, firstErrors: many } as ImportJobCommand;
    const state = importAfter([found, noteChecked(0), noteChecked(1)], importIn.reading());
    expect(state).toMatchObject({ status: 'rejected', errors: 50, firstErrors: many });
    expect(importIn.rejected()).toMatchObject({ errors: 1, firstErrors: [aCellError()] });
  });

  it('all of whose rows are wrong is rejected without being checked against the registry', () => {
    const none = { ...noteFile, file: { ...noteFile.file, parts: 0 }, errors: 1, firstErrors: [aCellError()] };
    expect(importAfter([none], importIn.reading())).toMatchObject({ status: 'rejected', errors: 1 });
  });

  it('that cannot be read is rejected with the reason', () => {
    expect(importAfter([refuseFile], importIn.reading())).toMatchObject({
      status: 'rejected',
      problem: refuseFile.problem,
    });
  });

  it('does no piece twice, whoever says so again', () => {
    const once = importAfter([noteApplied(0)], importIn.applying());
    expect(importAfter([noteApplied(0)], once)).toEqual(once);
    expect(importAfter([noteFile, noteChecked(0)], once)).toEqual(once);
  });

  it('that is done tells the duty room of rows that were not taken', () => {
    const last = { ...noteApplied(1), errors: 1, firstErrors: [aCellError()] } as ImportJobCommand;
    const state = importAfter([noteApplied(0), last], importIn.applying());
    expect(aggregate.notices?.({ type: 'importDone', at: NOW }, state)).toMatchObject([{ urgency: 'urgent' }]);
    expect(aggregate.notices?.({ type: 'importDone', at: NOW }, importIn.done())).toEqual([]);
  });
});

describe('the clock', () => {
  it.each([
    ['awaiting-file', DAY_MS, 'cancelled'],
    ['reading', 5 * MINUTE_MS, 'reading'],
    ['checking', 5 * MINUTE_MS, 'checking'],
    ['applying', 5 * MINUTE_MS, 'applying'],
    ['ready', 7 * DAY_MS, 'cancelled'],
  ] as const)('looks at one that is %s in time, and then it is %s', (status, after, then) => {
    const state = importIn[status]();
    const due = plus(state.since, after);
    expect(aggregate.dueAt(state)).toBe(due);
    expect(importAfter([clock], state)).toEqual(state);
    expect(importAfter([clock], state, { ...inXining, now: due })).toMatchObject({ status: then, since: due });
  });

  it.each(['rejected', 'done', 'cancelled'] as const)('never looks at one that is %s', (status) => {
    expect(aggregate.dueAt(importIn[status]())).toBeUndefined();
  });

  it('waits longer each time that taking it up again did not help, and tells the duty room once', () => {
    let state = importIn.applying();
    const told: number[] = [];
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const due = aggregate.dueAt(state) ?? '';
      waits.push((Date.parse(due) - Date.parse(state.since)) / MINUTE_MS);
      const decision = aggregate.decide(state, clock, { ...inXining, now: due });
      if (!decision.accepted) throw new Error('the clock was refused');
      for (const event of decision.events) {
        state = aggregate.evolve(state, event);
        if ((aggregate.notices?.(event, state) ?? []).length > 0) told.push(attempt);
      }
    }
    expect(waits).toEqual([5, 10, 20, 40, 80]);
    expect(told).toEqual([3]);
    expect(importAfter([noteApplied(0)], state)).toMatchObject({ attempts: 0 });
  });
});
