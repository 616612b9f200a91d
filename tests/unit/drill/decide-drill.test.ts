import { describe, expect, it } from 'vitest';
import { readDrillScripts } from '../../../scripts/seed/drills.ts';
import { drill as aggregate } from '../../../shared/domain/drill/drill.ts';
import type { DrillCommand } from '../../../shared/domain/drill/drill-commands.ts';
import { NO_FACTS } from '../../../shared/domain/drill/drill-facts.ts';
import { DrillScriptSchema } from '../../../shared/domain/drill/drill-script.ts';
import { type DrillState, DrillStateSchema } from '../../../shared/domain/drill/drill-state.ts';
import { MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { drillConversation } from '../../../shared/exchange/conversations/drill.ts';
import { messageSchemas } from '../../../shared/exchange/message-schemas.ts';
import { agreementIn } from '../../builders/agreement.ts';
import { circumstances, LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { aDrillScript } from '../../builders/drill.ts';

const ID = '0190b000-0000-7000-8000-00000000dd01';

const decide = (state: DrillState | undefined, command: DrillCommand, minutes = 0) =>
  aggregate.decide(state, command, circumstances({ now: plus(NOW, minutes * MINUTE_MS) }));

/** @returns the drill after commands, each accepted, at these minutes. */
const play = (commands: readonly (readonly [DrillCommand, number?])[], start?: DrillState): DrillState => {
  let state = start;
  for (const [command, minutes = 0] of commands) {
    const decision = decide(state, command, minutes);
    if (!decision.accepted) throw new Error(decision.refusal.reason.code);
    for (const event of decision.events)
      state = DrillStateSchema.parse(aggregate.evolve(state, aggregate.eventSchema.parse(event)));
  }
  if (!state) throw new Error('nothing happened');
  return state;
};

const agreement = agreementIn['in-force']();
const plan: DrillCommand = {
  type: 'plan',
  ...{ id: ID, script: aDrillScript(), incidents: [] },
  agreements: [{ agreementId: agreement.id, agreement }],
};
const start: DrillCommand = { type: 'start' };
const pause: DrillCommand = { type: 'pause', reason: '让路' };
const resume: DrillCommand = { type: 'resume' };
const end: DrillCommand = { type: 'end', facts: NO_FACTS };
const abort: DrillCommand = { ...end, type: 'end', aborted: '真实险情' };
const order: DrillCommand = { type: 'order-removal' };

const states = {
  planned: () => play([[plan]]),
  running: () => play([[plan], [start]]),
  paused: () => play([[plan], [start], [pause]]),
  ended: () => play([[plan], [start], [end]]),
  'called-off': () => play([[plan], [abort]]),
};

describe('a drill', () => {
  const allowed: Readonly<Record<keyof typeof states, readonly string[]>> = {
    planned: ['start', 'abort'],
    running: ['pause', 'end', 'abort'],
    paused: ['resume', 'end', 'abort'],
    ended: ['order'],
    'called-off': ['order'],
  };
  const commands = { start, pause, resume, end, abort, order };

  for (const [status, of] of Object.entries(states))
    for (const [name, command] of Object.entries(commands)) {
      const may = allowed[status as keyof typeof states].includes(name);
      it(`that is ${status} ${may ? 'takes' : 'refuses'} ${name}`, () => {
        expect(of().status).toBe(status);
        expect(decide(of(), command).accepted).toBe(may);
      });
    }

  it('tells every participant by a message of its own under its agreement, and what was planned draws the incidents', () => {
    const state = states.planned();
    const decision = decide(undefined, plan);
    const [planned] = decision.accepted ? decision.events : [];
    if (!planned) throw new Error('planned');
    const context = { city: XINING, dutyRoom: { name: '西宁', telephone: '1' }, sentAt: NOW, publicKey: {} as never };
    const [message] = drillConversation.outgoing(planned, aggregate.evolve(undefined, planned), context);
    expect(message).toMatchObject({ type: 'DrillAnnounced', to: [LANZHOU], agreement: agreement.id });
    expect(() => messageSchemas.DrillAnnounced.parse(message?.body)).not.toThrow();
    expect(state).toMatchObject({ incidents: { flood: expect.any(String) } });
    expect(aggregate.isExercise(state)).toBe(true);
  });

  it('is not planned under agreements that are not there, twice with one partner, or with incidents that are real', () => {
    const { agreements } = plan as Extract<DrillCommand, { type: 'plan' }>;
    const none = { agreementId: ID, agreement: undefined };
    expect(decide(undefined, { ...plan, agreements: [none] } as DrillCommand)).toMatchObject({
      refusal: { reason: { code: 'agreement-not-found' }, pointer: '/participants/0' },
    });
    const twice = { ...plan, agreements: [...agreements, ...agreements] } as DrillCommand;
    expect(decide(undefined, twice)).toMatchObject({ refusal: { reason: { code: 'drill-participant-twice' } } });
    const adopting = { ...plan, incidents: [{ incidentId: ID, incident: undefined }] } as DrillCommand;
    expect(decide(undefined, adopting)).toMatchObject({ refusal: { reason: { code: 'drill-incident-not-exercise' } } });
  });

  it('gives each inject once, in its turn, not before its minute and not while it is paused', () => {
    const first: DrillCommand = { type: 'note-inject', key: 'flood' };
    const second: DrillCommand = { type: 'note-inject', key: 'ask' };
    expect(decide(states.running(), second, 10)).toMatchObject({ accepted: false });
    const begun = play([[first]], states.running());
    expect(decide(begun, first)).toMatchObject({ accepted: false });
    expect(decide(begun, second, 9)).toMatchObject({ accepted: false });
    expect(aggregate.dueAt(begun)).toBe(plus(NOW, 10 * MINUTE_MS));
    expect(aggregate.dueAt(states.paused())).toBeUndefined();
    const later = play(
      [
        [pause, 5],
        [resume, 25],
      ],
      begun,
    );
    expect(aggregate.dueAt(later)).toBe(plus(NOW, 30 * MINUTE_MS));
    expect(decide(later, second, 29)).toMatchObject({ accepted: false });
    expect(decide(later, second, 30)).toMatchObject({ accepted: true });
  });

  it('waits for the duty room to handle what it must, and remembers who did', () => {
    const given = play(
      [
        [{ type: 'note-inject', key: 'flood' }, 30],
        [{ type: 'note-inject', key: 'ask' }, 30],
        [{ type: 'note-inject', key: 'nobody', failure: { code: 'x', text: { zh: '无', en: 'no' } } }, 30],
        [{ type: 'note-inject', key: 'outage' }, 30],
      ],
      states.running(),
    );
    const { rules } = circumstances();
    expect(aggregate.deadlines?.(given, rules)).toMatchObject([
      { handOff: 'drill-inject', key: 'outage', due: plus(NOW, 50 * MINUTE_MS), waitsFor: { who: 'duty-room' } },
    ]);
    const handle: DrillCommand = { type: 'handle-inject', key: 'outage', note: '改用卫星电话' };
    const handled = play([[handle, 35]], given);
    expect(aggregate.deadlines?.(handled, rules)).toEqual([]);
    expect(decide(handled, handle)).toMatchObject({ refusal: { reason: { code: 'drill-inject-handled' } } });
    expect(decide(given, { type: 'handle-inject', key: 'nobody', note: '无' })).toMatchObject({
      refusal: { reason: { code: 'drill-inject-unknown' } },
    });
    const report = play([[end, 60]], handled);
    expect(report).toMatchObject({ report: { figures: { injects: { given: 3, failed: 1, toHandle: 1, inTime: 1 } } } });
  });

  it('says before it removes anything what it was, and in the end how much', () => {
    const thing = { kind: 'incident', id: ID, length: 3, head: 'h' } as const;
    const batch: DrillCommand = { type: 'plan-removal', batch: [thing], digest: 'd1' };
    const ordered = play([[order]], states.ended());
    expect(aggregate.dueAt(ordered)).toBe(NOW);
    expect(decide(ordered, { type: 'note-removal' })).toMatchObject({ accepted: false });
    const planned = play([[batch]], ordered);
    expect(decide(planned, batch)).toMatchObject({ accepted: false });
    expect(decide(planned, { type: 'finish-removal' })).toMatchObject({ accepted: false });
    const done = play([[{ type: 'note-removal' }], [{ type: 'finish-removal' }, 5]], planned);
    expect(done).toMatchObject({
      removal: { counts: { incident: 1 }, digest: 'd1', doneAt: plus(NOW, 5 * MINUTE_MS) },
    });
    expect(aggregate.dueAt(done)).toBeUndefined();
    expect(decide(done, order)).toEqual({ accepted: true, events: [] });
  });
});

describe('a drill of a partner', () => {
  const announced: DrillCommand = {
    type: 'receive-announcement',
    ...{ id: ID, from: XINING, agreement },
    announcement: { title: '演练', scenario: '情景', lastsMinutes: 60, incidentIds: [] },
  };
  const news = (said: 'started' | 'paused' | 'ended' | 'aborted', from = XINING): DrillCommand => ({
    type: 'receive-news',
    ...{ from, news: said },
  });

  it('follows what its host says until it is over, and nobody else', () => {
    const invited = play([[announced]]);
    expect(invited).toMatchObject({ status: 'invited', isRunning: false });
    expect(play([[news('started')]], invited)).toMatchObject({ isRunning: true });
    expect(decide(invited, news('started', LANZHOU))).toMatchObject({
      refusal: { reason: { code: 'drill-not-party' } },
    });
    const over = play([[news('ended')]], invited);
    expect(over).toMatchObject({ status: 'attended' });
    expect(decide(over, news('started'))).toEqual({ accepted: true, events: [] });
    expect(decide(invited, start)).toMatchObject({ accepted: false });
  });
});

describe('a script', () => {
  it('is refused when injects share a key, come before their incident, or after the end', () => {
    const script = aDrillScript();
    const [flood, ask, ...others] = script.injects;
    if (!flood || !ask) throw new Error('the script has injects');
    const isRight = (overrides: object) => DrillScriptSchema.safeParse({ ...script, ...overrides }).success;
    expect(isRight({})).toBe(true);
    expect(isRight({ injects: [flood, { ...flood }] })).toBe(false);
    expect(isRight({ injects: [{ ...flood, atMinutes: 15 }, ask] })).toBe(false);
    expect(isRight({ injects: [ask, ...others] })).toBe(false);
    expect(isRight({ lastsMinutes: 29 })).toBe(false);
  });

  it('of the demo is right, each of the two that are ready', () => {
    expect(Object.keys(readDrillScripts(XINING)).toSorted()).toEqual(['chemical-fire', 'red-rainstorm']);
  });
});
