import { describe, expect, it } from 'vitest';
import { callOut } from '../../../shared/domain/call-out/call-out.ts';
import { HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { aCallOut, anOpening, appliedTo, COMMANDS, type CommandName, hours } from '../../builders/call-out.ts';
import { NOW } from '../../builders/circumstances.ts';
import { rulesWithin, waitsIn } from '../../builders/deadlines.ts';
import { someExpertDetails } from '../../builders/expert.ts';

const rules = rulesWithin();

/** What is waited for after these commands about the one expert. */
const WAITS: readonly (readonly [after: readonly CommandName[], waits: readonly string[]])[] = [
  [[], ['call-out expert']],
  [['urge'], ['call-out expert']],
  [['propose'], ['call-out duty-room']],
  [['propose', 'refuseTime'], ['call-out expert']],
  [['propose', 'acceptTime'], ['opinion expert']],
  [['accept'], ['opinion expert']],
  [['accept', 'giveOpinion'], ['archive duty-room']],
  [['accept', 'giveOpinion', 'appraise', 'close'], []],
  [['decline'], ['call-out duty-room']],
  [['recuse'], ['call-out duty-room']],
  [['withdraw'], ['call-out duty-room']],
  [['decline', 'invite'], ['call-out expert']],
  [['decline', 'close'], []],
  [['cancel'], []],
];

describe('what a call-out waits for', () => {
  it.each(WAITS)('after %j: %j', (after, waits) => {
    expect(waitsIn(callOut.deadlines?.(aCallOut(...after), rules))).toEqual(waits);
  });

  it('is each expert by himself, until all have spoken', () => {
    const both = appliedTo(appliedTo(undefined, anOpening()).state, COMMANDS.accept).state;
    expect(waitsIn(callOut.deadlines?.(both, rules))).toEqual(['opinion expert', 'call-out expert']);
  });

  it('is due when the call-out says so', () => {
    const due = (...after: readonly CommandName[]) =>
      callOut.deadlines?.(aCallOut(...after), rules).map((deadline) => deadline.due);
    expect(due()).toEqual([hours(2)]);
    expect(due('accept')).toEqual([hours(12)]);
    expect(due('propose')).toEqual([hours(20)]);
    expect(due('decline')).toEqual([plus(NOW, 1.5 * HOUR_MS)]);
  });

  it('is said without the name of anybody', () => {
    const said = JSON.stringify(callOut.deadlines?.(aCallOut(), rules));
    expect(said).not.toContain(someExpertDetails().name);
  });
});
