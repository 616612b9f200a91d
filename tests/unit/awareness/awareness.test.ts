import { describe, expect, it } from 'vitest';
import { awareness } from '../../../shared/domain/awareness/awareness.ts';
import type { AwarenessCommand } from '../../../shared/domain/awareness/awareness-commands.ts';
import type { AwarenessState } from '../../../shared/domain/awareness/awareness-state.ts';
import { outcomeOf, signedAgreement, someTerms } from '../../builders/agreement.ts';
import { aFreshId, circumstances, LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { anAwareness } from '../../builders/warning.ts';

const told = anAwareness();
const { messageId: _id, toldAt: _at, ...details } = told.notice;
const teller: AwarenessState = { ...told, side: 'teller' };
const over: AwarenessState = { ...teller, status: 'over', endedAt: NOW };
const standDown = { type: 'stand-down', reason: '解除' } as const;
const heard = (from: string): AwarenessCommand => ({
  type: 'receive-stand-down',
  ...{ from, messageId: aFreshId(), reason: '解除', at: NOW },
});
const usable = signedAgreement();
const notArmed = signedAgreement(someTerms({ arming: 'on-declaration' }));

describe('an awareness notice', () => {
  it.each<[string, AwarenessState | undefined, AwarenessCommand, string]>([
    [
      'told under a usable agreement',
      undefined,
      { type: 'tell', id: told.id, details, agreement: usable },
      'partnerTold',
    ],
    [
      'told under no agreement',
      undefined,
      { type: 'tell', id: told.id, details, agreement: undefined },
      'agreement-not-found',
    ],
    [
      'told under one that is not armed',
      undefined,
      { type: 'tell', id: told.id, details, agreement: notArmed },
      'agreement-not-armed',
    ],
    [
      'heard before the declaration that allows it',
      undefined,
      { type: 'receive', id: told.id, from: XINING, notice: told.notice, agreement: notArmed },
      'partnerTold',
    ],
    [
      'heard under no agreement',
      undefined,
      { type: 'receive', id: told.id, from: XINING, notice: told.notice, agreement: undefined },
      'agreement-not-found',
    ],
    ['told twice', teller, { type: 'tell', id: told.id, details, agreement: usable }, 'awareness-exists'],
    ['stood down', teller, standDown, 'awarenessStoodDown'],
    ['stood down when it is over', over, standDown, 'nothing'],
    ['stood down by who was told', told, standDown, 'wrong-side-of-awareness'],
    ['stood down that there is none of', undefined, standDown, 'awareness-unknown'],
    ['heard to be over', told, heard(XINING), 'awarenessStoodDown'],
    ['heard to be over from somebody else', told, heard(LANZHOU), 'not-party-to-awareness'],
    ['looked at by the clock before its time', told, { type: 'clock-ran-out' }, 'nothing'],
    [
      'looked at by the clock in its time',
      { ...told, notice: { ...told.notice, until: NOW } },
      { type: 'clock-ran-out' },
      'awarenessRanOut',
    ],
    [
      'looked at by the clock of the teller',
      { ...teller, notice: { ...told.notice, until: NOW } },
      { type: 'clock-ran-out' },
      'nothing',
    ],
  ])('that is %s', (_, state, command, expected) => {
    const decision = awareness.decide(state, command, circumstances());
    const outcome = decision.accepted ? (decision.events[0]?.type ?? 'nothing') : outcomeOf(decision);
    expect(outcome).toBe(expected);
    if (decision.accepted)
      for (const event of decision.events)
        expect(awareness.stateSchema.parse(awareness.evolve(state, event))).toBeDefined();
  });

  it('is not delivered when the message that carried it failed', () => {
    const { messageId } = teller.notice;
    const failure = { messageId, city: LANZHOU, code: 'agreement-not-in-force', reason: { zh: '无', en: 'none' } };
    const decision = awareness.decide(teller, { type: 'message-failed', ...failure }, circumstances());
    if (!decision.accepted) throw new Error(decision.refusal.reason.code);
    const [event] = decision.events;
    expect(event && awareness.evolve(teller, event)).toMatchObject({ status: 'undelivered' });
    expect(event && awareness.notices?.(event, teller)).toMatchObject([{ urgency: 'urgent' }]);
  });

  it('is due at the city that was told, until it is over', () => {
    expect([awareness.dueAt(told), awareness.dueAt(teller), awareness.dueAt(over)]).toEqual([
      told.notice.until,
      undefined,
      undefined,
    ]);
  });
});
