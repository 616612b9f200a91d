import { describe, expect, it } from 'vitest';
import { depot as aggregate } from '../../../shared/domain/depot/depot.ts';
import type { DepotCommand } from '../../../shared/domain/depot/depot-commands.ts';
import { type DepotState, DepotStateSchema } from '../../../shared/domain/depot/depot-state.ts';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { circumstances, NOW } from '../../builders/circumstances.ts';
import { aDepot, DEPOT_ID, depotDetails } from '../../builders/depot.ts';
import { NO_ROSTER } from '../../builders/roster.ts';
import { someContact } from '../../builders/team.ts';

const applied = (state: DepotState | undefined, command: DepotCommand, now = NOW): DepotState => {
  const decision = aggregate.decide(state, command, circumstances({ now }));
  if (!decision.accepted) throw new Error(`refused: ${decision.refusal.reason.code}`);
  const after = decision.events.reduce<DepotState | undefined>(
    (sum, event) => aggregate.evolve(sum, aggregate.eventSchema.parse(event)),
    state,
  );
  return DepotStateSchema.parse(after);
};
const outcome = (state: DepotState | undefined, command: DepotCommand) =>
  outcomeOf(aggregate.decide(state, command, circumstances()));

const reason = '库区拆迁';
const retired = () => applied(aDepot(), { type: 'retire', reason });
const moved = depotDetails({ name: '城北虚构储备库' });
const SETTLED = plus(NOW, 30_000);

describe('what can be done with a depot', () => {
  const commands: readonly DepotCommand[] = [
    { type: 'change', details: depotDetails() },
    { type: 'confirm' },
    { type: 'retire', reason },
    { type: 'show-contact', reason, duty: NO_ROSTER },
  ];
  it.each(commands)('$type: not before it is registered, not after it is retired', (command) => {
    expect(outcome(undefined, command)).toBe('depot-unknown');
    expect(outcome(retired(), command)).toBe('depot-retired');
    expect(outcome(aDepot(), command)).toBe('accepted');
  });

  it('registers once', () => {
    const register = { type: 'register', id: DEPOT_ID, details: depotDetails(), dutyContact: someContact() } as const;
    expect(applied(undefined, register)).toEqual(aDepot());
    expect(outcome(aDepot(), register)).toBe('depot-exists');
  });

  it('keeps its contact when a change names none', () => {
    const dutyContact = { name: '李示例', telephone: '138-0000-0002' };
    expect(applied(aDepot(), { type: 'change', details: depotDetails(), dutyContact })).toEqual(
      aDepot({ dutyContact }),
    );
    expect(applied(aDepot(), { type: 'change', details: moved }).dutyContact).toEqual(someContact());
  });

  it('was seen to when it was last changed or confirmed', () => {
    const later = plus(NOW, DAY_MS);
    expect(applied(aDepot(), { type: 'confirm' }, later)).toEqual(aDepot({ confirmedAt: later }));
    expect(applied(aDepot(), { type: 'change', details: depotDetails() }, later).confirmedAt).toBe(later);
    expect(applied(aDepot(), { type: 'show-contact', reason, duty: NO_ROSTER }, later)).toEqual(aDepot());
  });
});

describe('what its stock is to be told', () => {
  it('is nothing where nothing changed', () => {
    expect(aggregate.dueAt(aDepot())).toBeUndefined();
    expect(applied(aDepot(), { type: 'change', details: depotDetails() }).stockToTell).toBeUndefined();
  });

  it.each([
    ['a change', { type: 'change', details: moved }],
    ['its retirement', { type: 'retire', reason }],
  ] as const)('is %s, once commands that had read it before are over', (_, command) => {
    const changed = applied(aDepot(), command);
    expect(aggregate.dueAt(changed)).toBe(SETTLED);
    expect(aggregate.dueAt(applied(changed, { type: 'clock-ran-out' }))).toBe(SETTLED);
    const told = applied(changed, { type: 'stock-told', since: SETTLED });
    expect(aggregate.dueAt(told)).toBeUndefined();
    expect(told).toEqual({ ...changed, stockToTell: undefined });
  });

  it('is to be told again when it changed while it was being told', () => {
    const changed = applied(aDepot(), { type: 'change', details: moved });
    const again = applied(changed, { type: 'change', details: depotDetails() }, plus(NOW, 1));
    expect(applied(again, { type: 'stock-told', since: SETTLED })).toEqual(again);
  });
});

describe('lists of depots', () => {
  it('hold no personal data', () => {
    const listings = aggregate.listings(aDepot());
    expect(listings.map(({ list }) => list)).toEqual(['depot', 'depot/key', 'registry/confirmed']);
    expect(JSON.stringify(listings)).not.toMatch(/张示例|0000-0001/);
  });

  it('show a retired one, which gives up its name', () => {
    expect(aggregate.listings(retired()).map(({ list }) => list)).toEqual(['depot']);
  });
});
