import { describe, expect, it } from 'vitest';
import { incident as aggregate } from '../../../shared/domain/incident/incident.ts';
import type { IncidentCommand } from '../../../shared/domain/incident/incident-commands.ts';
import { occurrenceRange } from '../../../shared/domain/incident/incident-listings.ts';
import { type IncidentState, IncidentStateSchema, summaryOf } from '../../../shared/domain/incident/incident-state.ts';
import { plus } from '../../../shared/domain/kernel/instant.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { circumstances, NOW } from '../../builders/circumstances.ts';
import { anIncident, INCIDENT_ID, someIncidentDetails } from '../../builders/incident.ts';

const where = circumstances({ role: 'coordinator' });
const open: IncidentCommand = {
  type: 'open',
  id: INCIDENT_ID,
  details: someIncidentDetails(),
  responseLevel: 'II',
  exercise: false,
};
const change: IncidentCommand = { type: 'change', details: someIncidentDetails({ title: '南川河特大洪水' }) };
const changeLevel: IncidentCommand = { type: 'change-level', responseLevel: 'I', reason: '水位继续上涨' };
const close: IncidentCommand = { type: 'close', reason: '险情解除' };
const opinion: IncidentCommand = {
  type: 'receive-opinion',
  callOutId: INCIDENT_ID,
  expert: { expertId: INCIDENT_ID, name: '虚构专家甲' },
  digest: 'digest',
  at: NOW,
};
const clock: IncidentCommand = { type: 'clock-ran-out' };

const applied = (state: IncidentState | undefined, command: IncidentCommand): IncidentState => {
  const decision = aggregate.decide(state, command, where);
  if (!decision.accepted) throw new Error(`refused: ${decision.refusal.reason.code}`);
  const after = decision.events.reduce<IncidentState | undefined>(
    (sum, event) => aggregate.evolve(sum, aggregate.eventSchema.parse(event)),
    state,
  );
  return IncidentStateSchema.parse(after);
};
const closed = (): IncidentState => applied(anIncident(), close);

describe('an incident', () => {
  it.each([
    ['open', undefined, open, 'accepted'],
    ['open twice', anIncident(), open, 'incident-exists'],
    ['change before it is open', undefined, change, 'incident-unknown'],
    ['change', anIncident(), change, 'accepted'],
    ['change once closed', closed(), change, 'incident-closed'],
    ['change level', anIncident(), changeLevel, 'accepted'],
    ['change to the same level', anIncident({ responseLevel: 'I' }), changeLevel, 'response-level-unchanged'],
    ['change level once closed', closed(), changeLevel, 'incident-closed'],
    ['close', anIncident(), close, 'accepted'],
    ['close twice', closed(), close, 'incident-closed'],
    ['be advised on', anIncident(), opinion, 'accepted'],
    ['be advised on once closed', closed(), opinion, 'accepted'],
    ['be advised on before it is open', undefined, opinion, 'incident-unknown'],
    ['be looked at by the clock', closed(), clock, 'accepted'],
  ])('can, or cannot, %s', (_, state, command, code) => {
    expect(outcomeOf(aggregate.decide(state, command, where))).toBe(code);
  });

  it('does not happen in the future', () => {
    const details = someIncidentDetails({ occurredAt: plus(NOW, 1) });
    for (const command of [
      { ...open, details },
      { ...change, details },
    ] as const)
      expect(aggregate.decide(command.type === 'open' ? undefined : anIncident(), command, where)).toMatchObject({
        refusal: { reason: { code: 'incident-in-the-future' }, pointer: '/occurredAt' },
      });
  });

  it('is what was said of it, and closes with a reason', () => {
    expect(applied(undefined, open)).toEqual({ ...anIncident(), openedAt: NOW });
    expect(applied(anIncident(), change)).toMatchObject({ details: { title: '南川河特大洪水' } });
    expect(applied(anIncident(), changeLevel)).toMatchObject({ responseLevel: 'I' });
    expect(closed()).toMatchObject({ status: 'closed', reason: '险情解除', closedAt: NOW });
  });

  it.each([anIncident(), closed()])('notes an opinion, and stays as it is', (state) => {
    const { type: _, ...said } = opinion as Extract<IncidentCommand, { type: 'receive-opinion' }>;
    expect(aggregate.decide(state, opinion, where)).toEqual({
      accepted: true,
      events: [{ type: 'opinionReceived', ...said }],
    });
    expect(applied(state, opinion)).toEqual(state);
  });

  it('tells partners no more than they need', () => {
    expect(summaryOf(anIncident())).not.toHaveProperty('description');
    expect(summaryOf(anIncident())).toMatchObject({ incidentId: INCIDENT_ID, responseLevel: 'II', hazard: 'flood' });
  });

  it('says whether it is a drill', () => {
    expect(aggregate.isExercise(anIncident({ exercise: true }))).toBe(true);
    expect(aggregate.isExercise(anIncident())).toBe(false);
  });

  it('is listed by status, in the order in which things happened', () => {
    const lists = (state: IncidentState) => aggregate.listings(state).map(({ list }) => list);
    expect(lists(anIncident())).toEqual(['incident', 'incident/status/open']);
    expect(lists(closed())).toEqual(['incident', 'incident/status/closed']);
    const [listing] = aggregate.listings(anIncident());
    const { occurredAt } = someIncidentDetails();
    const isWithin = ([from, to]: readonly [string, string]) =>
      listing !== undefined && from <= listing.sort && listing.sort <= to;
    expect(isWithin(occurrenceRange(occurredAt, occurredAt))).toBe(true);
    expect(isWithin(occurrenceRange())).toBe(true);
    expect(isWithin(occurrenceRange(plus(occurredAt, 1)))).toBe(false);
    expect(isWithin(occurrenceRange(undefined, plus(occurredAt, -1)))).toBe(false);
  });
});
