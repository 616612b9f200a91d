import { describe, expect, it } from 'vitest';
import { CapAlertSchema } from '../../../shared/domain/cap/cap-alert.ts';
import { capMoment, instantOf } from '../../../shared/domain/cap/cap-text.ts';
import { parseWarningIdentifier, warningIdentifier } from '../../../shared/domain/cap/warning-identifier.ts';
import { sentenceOf } from '../../../shared/domain/kernel/refusal.ts';
import { warning as aggregate } from '../../../shared/domain/warning/warning.ts';
import type { WarningCommand } from '../../../shared/domain/warning/warning-commands.ts';
import { MOST_CONCERNED } from '../../../shared/domain/warning/warning-consequences.ts';
import { alertOfDraft, cancellationOf } from '../../../shared/domain/warning/warning-draft.ts';
import { MOST_ANSWERS, type Warning, type WarningState } from '../../../shared/domain/warning/warning-state.ts';
import { warningIdOf } from '../../../shared/exchange/cap/warning-id.ts';
import { naming, rainstorm } from '../../builders/cap.ts';
import { aFreshId, circumstances, NOW, XINING } from '../../builders/circumstances.ts';
import { aWarning, receiving, warningDraft } from '../../builders/warning.ts';

const LATER = '2026-07-15T06:00:00.000Z';
const BY = aFreshId();

const decide = (state: WarningState | undefined, command: WarningCommand, now = NOW) =>
  aggregate.decide(state, command, circumstances({ now }));

/** What a command comes to: the status after it, or the code it is refused with; and the events. */
const outcome = (state: WarningState | undefined, command: WarningCommand, now = NOW) => {
  const decision = decide(state, command, now);
  if (!decision.accepted) {
    expect(sentenceOf(decision.refusal).zh).not.toMatch(/\{\w+\}/);
    return decision.refusal.reason.code;
  }
  const after = decision.events.reduce<WarningState | undefined>(aggregate.evolve, state);
  for (const event of decision.events) expect(aggregate.eventSchema.parse(event)).toEqual(event);
  if (after) expect(aggregate.stateSchema.parse(after)).toEqual(after);
  return `${after?.status} after ${decision.events.map(({ type }) => type).join() || 'nothing'}`;
};

const states: Readonly<Record<string, WarningState | undefined>> = {
  nothing: undefined,
  unseen: { status: 'unseen', id: BY, end: { status: 'cancelled', realm: 'Actual', endedAt: NOW, endedBy: BY } },
  inForce: aWarning(),
  issued: { ...aWarning(), origin: 'issued' },
  expired: { ...aWarning(), status: 'expired', endedAt: NOW } as Warning,
  superseded: { ...aWarning(), status: 'superseded', endedAt: NOW, endedBy: BY } as Warning,
  recorded: aggregate.evolve(undefined, {
    ...{ ...receiving(rainstorm({ msgType: 'Ack', references: naming(rainstorm()) })), references: [] },
    ...{ type: 'warningReceived', at: NOW, expiresAt: LATER },
  }),
};

const ending = (type: 'supersede' | 'cancel', realm: 'Actual' | 'Exercise' = 'Actual'): WarningCommand => ({
  ...{ type, id: BY, by: BY, realm },
});
const ack: WarningCommand = { type: 'acknowledge-as-sender', sender: 'lanzhou', warningId: BY };
const ring: WarningCommand = { type: 'clock-ran-out' };

describe('a warning', () => {
  it.each<[string, WarningCommand, string]>([
    ['nothing', receiving(rainstorm()), 'in-force after warningReceived'],
    ['nothing', receiving(rainstorm({ status: 'Draft' })), 'recorded after warningReceived'],
    ['unseen', receiving(rainstorm()), 'cancelled after warningReceived'],
    ['unseen', receiving(rainstorm({ status: 'Exercise' })), 'in-force after warningReceived'],
    ['inForce', receiving(rainstorm()), 'in-force after nothing'],
    ['expired', receiving(rainstorm()), 'expired after nothing'],
    ['inForce', receiving(rainstorm({ note: 'another' })), 'warning-differs'],
    ['nothing', receiving({ ...rainstorm(), info: undefined }), 'warning-says-nothing'],
    ['nothing', receiving(rainstorm({ sender: `${XINING}@shouwang` })), 'warning-claims-this-city'],
    ['nothing', ending('supersede'), 'unseen after unseenWarningEnded'],
    ['unseen', ending('supersede'), 'unseen after nothing'],
    ['inForce', ending('supersede'), 'superseded after warningSuperseded'],
    ['inForce', ending('cancel'), 'cancelled after warningCancelled'],
    ['inForce', ending('cancel', 'Exercise'), 'in-force after nothing'],
    ['expired', ending('cancel'), 'expired after nothing'],
    ['superseded', ending('cancel'), 'superseded after nothing'],
    ['recorded', ending('cancel'), 'recorded after nothing'],
    ['inForce', ring, 'in-force after nothing'],
    ['superseded', ring, 'superseded after nothing'],
    ['recorded', ring, 'recorded after nothing'],
    ['nothing', ack, 'warning-unknown'],
    ['unseen', ack, 'warning-unknown'],
    ['recorded', ack, 'warning-unknown'],
    ['inForce', ack, 'in-force after warningAcknowledged'],
    ['expired', ack, 'expired after warningAcknowledged'],
    ['inForce', { ...ack, type: 'reject' }, 'in-force after warningRejected'],
    ['inForce', { type: 'acknowledge' }, 'in-force after warningAcknowledged'],
  ])('that is %s: %j', (state, command, expected) => {
    expect(outcome(states[state], command)).toBe(expected);
  });

  it('expires once its time has come, and at once when it comes late', () => {
    const inForce = aWarning();
    expect(aggregate.dueAt(inForce)).toBe(LATER);
    expect(outcome(inForce, ring, LATER)).toBe('expired after warningExpired');
    expect(outcome(undefined, receiving(rainstorm()), LATER)).toBe('expired after warningReceived');
    const unsaid = rainstorm({ info: [{ ...rainstorm().info?.[0], expires: undefined } as never] });
    const decision = decide(undefined, receiving(unsaid));
    expect(decision.accepted && decision.events[0]).toMatchObject({ expiresAt: '2026-07-16T00:00:00.000Z' });
  });

  it('keeps so many acknowledgements and no more', () => {
    const known = { by: 'sender', sender: 'lanzhou', warningId: BY, at: NOW } as const;
    const full = {
      ...aWarning(),
      acknowledgements: Array.from({ length: MOST_ANSWERS }, (_, n) => ({ ...known, sender: `s${n}` })),
    };
    expect(outcome(full, ack)).toBe('warning-answered-by-too-many');
    expect(outcome({ ...aWarning(), acknowledgements: [known] }, ack)).toBe('in-force after nothing');
  });

  it('has an effect on the latest of those that it names, and on those of its own sender', () => {
    const moments = Array.from({ length: 12 }, (_, hour) =>
      capMoment(`2026-07-14T${String(hour).padStart(2, '0')}:00:00.000Z`),
    );
    const names = moments.map((sent, n) => ({ sender: rainstorm().sender, identifier: `n${n}`, sent }));
    const references = [
      ...names.map((name) => naming({ ...rainstorm(), ...name })),
      'other,x,2026-07-15T07:00:00+08:00',
    ].join(' ');
    const consequencesOf = (msgType: 'Update' | 'Ack') => {
      const decision = decide(undefined, receiving(rainstorm({ msgType, references })));
      const [event] = decision.accepted ? decision.events : [];
      return event ? (aggregate.consequences?.(event, aggregate.evolve(undefined, event)) ?? []) : [];
    };
    const ended = consequencesOf('Update');
    expect(ended.map(({ id }) => id)).toEqual(names.slice(-MOST_CONCERNED).toReversed().map(warningIdOf));
    expect(ended.every(({ command }) => command.type === 'supersede')).toBe(true);
    expect(consequencesOf('Ack')[0]?.id).toBe(
      warningIdOf({ sender: 'other', identifier: 'x', sent: '2026-07-15T07:00:00+08:00' }),
    );
  });

  it('is listed by hazard while it is in force, the gravest first', () => {
    const lists = (state: WarningState) =>
      aggregate.listings(state).map(({ list, sort }) => [list, sort.split('#')[0]]);
    expect(lists(aWarning())).toEqual([
      ['warning/actual', NOW],
      ['warning/actual/in-force', '1'],
      ['warning/actual/in-force/hazard/flood', '1'],
    ]);
    expect(lists(aWarning(rainstorm({ status: 'Test' })))[1]).toEqual(['warning/test/in-force', '1']);
    for (const state of [states.expired, states.recorded])
      expect(state && lists(state)).toEqual([['warning/actual', NOW]]);
  });
});

describe('a warning of the city', () => {
  const sending = { city: XINING, senderName: '西宁市值班室（演示）', now: NOW };

  it('is an alert that CAP allows, and so are its updates and cancellations', () => {
    const first = alertOfDraft(warningDraft({ restriction: '仅限值班室' }), { status: 'Exercise' }, sending);
    const next = alertOfDraft(warningDraft(), { status: 'Exercise', former: first }, { ...sending, now: LATER });
    const last = cancellationOf(next, '演练结束', { ...sending, now: '2026-07-15T07:00:00.000Z' });
    for (const alert of [first, next, last]) expect(CapAlertSchema.parse(alert)).toEqual(alert);
    expect(first).toMatchObject({ msgType: 'Alert', scope: 'Restricted', sent: '2026-07-15T08:00:00+08:00' });
    expect([next.references, last.references]).toEqual([naming(first), naming(next)]);
  });

  it.each<[string, Warning, string]>([
    ['its own', { ...aWarning(), origin: 'issued' }, 'recorded after warningIssued'],
    ["another's", aWarning(), 'warning-not-own'],
    ['one that is over', { ...aWarning(), origin: 'issued', status: 'expired', endedAt: NOW }, 'warning-not-in-force'],
  ])('follows %s', (_, former, expected) => {
    const { type: _type, signed: _signed, ...taken } = receiving(cancellationOf(former.alert, '解除', sending));
    expect(outcome(undefined, { type: 'issue', ...taken, former })).toBe(expected);
    expect(outcome(states.inForce, { type: 'issue', ...taken, former })).toBe('warning-differs');
  });
});

describe('identifiers of GB/T 35965.1', () => {
  it('say who warns, and when', () => {
    expect(parseWarningIdentifier('63010041600000_20260715080000_12')).toEqual({
      ...{ division: '630100', department: '416', unit: '000', suffix: '00', at: NOW, serial: 12 },
    });
  });

  it.each(['', '6301004160000_20260715080000_1', '63010041600000_20261315080000_1', '63010041600000_20260715080000'])(
    'are not %j',
    (identifier) => expect(parseWarningIdentifier(identifier)).toBeUndefined(),
  );

  it('of the city differ from millisecond to millisecond', () => {
    const identifier = warningIdentifier(XINING, '2026-07-15T00:00:00.042Z');
    expect(identifier).toBe('63010000000000_20260715080000_42');
    expect(parseWarningIdentifier(identifier)).toMatchObject({ division: XINING, serial: 42 });
  });

  it.each([-720, -210, 0, 330, 480, 840])('moments come back from %i minutes off', (offset) => {
    expect(instantOf(capMoment(NOW, offset))).toBe(NOW);
    expect(capMoment(NOW, offset)).not.toMatch(/Z|\+00:00/);
  });
});
