import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callOut as aggregate } from '../../../shared/domain/call-out/call-out.ts';
import { type CallOutState, CallOutStateSchema } from '../../../shared/domain/call-out/call-out-state.ts';
import { expert as pool } from '../../../shared/domain/expert/expert.ts';
import type { ExpertCommand } from '../../../shared/domain/expert/expert-commands.ts';
import { type ExpertState, ExpertStateSchema } from '../../../shared/domain/expert/expert-state.ts';
import type { Consequence } from '../../../shared/domain/kernel/aggregate.ts';
import { MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { aCallOut, CALL_OUT_ID, COMMANDS, type CommandName } from '../../builders/call-out.ts';
import { circumstances, NOW } from '../../builders/circumstances.ts';
import { anExpert, EXPERT_ID } from '../../builders/expert.ts';

const invited = anExpert({ openCallOuts: [CALL_OUT_ID] });

/** A command, and how many minutes after the one before. */
const step = fc.record({
  name: fc.constantFrom(...(Object.keys(COMMANDS) as CommandName[])),
  minutes: fc.integer({ min: 0, max: 200 }),
});

interface World {
  readonly callOut: CallOutState;
  readonly expert: ExpertState;
  readonly now: string;
}

/** The pool's part of a transaction; `undefined` when the pool refuses, and so all of it. */
const followed = (expert: ExpertState, consequences: readonly Consequence[], now: string): ExpertState | undefined => {
  let state = expert;
  for (const { kind, id, command } of consequences) {
    if (kind !== 'expert' || id !== EXPERT_ID) continue;
    const decision = pool.decide(state, command as ExpertCommand, circumstances({ role: 'coordinator', now }));
    if (!decision.accepted) return undefined;
    state = decision.events.reduce<ExpertState>((sum, event) => pool.evolve(sum, event), state);
  }
  return state;
};

const after = (world: World, { name, minutes }: { name: CommandName; minutes: number }): World => {
  const now = plus(world.now, minutes * MINUTE_MS);
  const decision = aggregate.decide(world.callOut, COMMANDS[name], circumstances({ role: 'coordinator', now }));
  if (!decision.accepted) return { ...world, now };
  let { callOut } = world;
  const consequences: Consequence[] = [];
  for (const event of decision.events) {
    callOut = aggregate.evolve(callOut, event);
    consequences.push(...(aggregate.consequences?.(event, callOut) ?? []));
  }
  const expert = followed(world.expert, consequences, now);
  return expert ? { callOut, expert, now } : { ...world, now };
};

const BUSY: readonly string[] = ['invited', 'time-proposed', 'accepted', 'opinion-given'];

describe('whatever happens to a call-out', () => {
  it('can be read back, has its clock ahead once rung, and keeps the expert busy exactly while it does', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const world = steps.reduce(after, { callOut: aCallOut(), expert: invited, now: NOW });
        const { callOut, expert, now } = world;
        expect(CallOutStateSchema.parse(callOut)).toEqual(callOut);
        expect(ExpertStateSchema.parse(expert)).toEqual(expert);
        const isBusy = callOut.status === 'open' && callOut.invitations.some(({ status }) => BUSY.includes(status));
        expect(expert.openCallOuts).toEqual(isBusy ? [CALL_OUT_ID] : []);
        const appraised = callOut.invitations.filter((one) => one.status === 'opinion-given' && one.appraisal);
        expect(expert.appraisals).toHaveLength(appraised.length);
        const rung = after(world, { name: 'clock', minutes: 0 }).callOut;
        const due = aggregate.dueAt(rung);
        expect(due === undefined || due > now).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
