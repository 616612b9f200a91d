import { describe, expect, it } from 'vitest';
import { partnerIncident as aggregate } from '../../../shared/domain/partner-incident/partner-incident.ts';
import type { PartnerIncidentCommand } from '../../../shared/domain/partner-incident/partner-incident-commands.ts';
import {
  type PartnerIncidentState,
  PartnerIncidentStateSchema,
} from '../../../shared/domain/partner-incident/partner-incident-state.ts';
import { agreementIn, outcomeOf } from '../../builders/agreement.ts';
import { circumstances, LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { INCIDENT_ID } from '../../builders/incident.ts';
import { aPartnerIncident, aSharedIncident } from '../../builders/partner-incident.ts';

const where = circumstances({ city: LANZHOU });
const OURS = '0190b000-0000-7000-8000-000000000f01';
const agreement = agreementIn['in-force']();
const shared = {
  type: 'receive-shared',
  id: INCIDENT_ID,
  from: XINING,
  agreementId: agreement.id,
  agreement,
  exercise: false,
  incident: aSharedIncident(),
} as const;
const update = { type: 'receive-update', from: XINING, exercise: false, incident: aSharedIncident() } as const;
const link = { type: 'link', incidentId: OURS, title: '湟水河洪水', relation: 'same' } as const;

const outcome = (state: PartnerIncidentState | undefined, command: PartnerIncidentCommand): string =>
  outcomeOf(aggregate.decide(state, command, where));
const applied = (state: PartnerIncidentState | undefined, command: PartnerIncidentCommand) => {
  const decision = aggregate.decide(state, command, where);
  if (!decision.accepted) throw new Error(`refused: ${decision.refusal.reason.code}`);
  const after = decision.events.reduce<PartnerIncidentState | undefined>(
    (sum, event) => aggregate.evolve(sum, aggregate.eventSchema.parse(event)),
    state,
  );
  return { state: PartnerIncidentStateSchema.parse(after), events: decision.events };
};

describe('an incident of a partner city', () => {
  it.each<[string, PartnerIncidentState | undefined, PartnerIncidentCommand, string]>([
    ['is told of', undefined, shared, 'accepted'],
    ['is told of again', aPartnerIncident(), shared, 'accepted'],
    ['is told of by another city', aPartnerIncident({ city: '630200' }), shared, 'partner-incident-of-another'],
    ['is told of under another id', undefined, { ...shared, id: OURS }, 'partner-incident-other-id'],
    ['is told of without an agreement', undefined, { ...shared, agreement: undefined }, 'agreement-not-found'],
    [
      'is told of under an agreement that is not in force',
      undefined,
      { ...shared, agreement: agreementIn.suspended() },
      'agreement-not-in-force',
    ],
    [
      'is real under an agreement for exercises',
      undefined,
      { ...shared, agreement: { ...agreement, exercise: true } },
      'agreement-for-exercises-only',
    ],
    ['changes', aPartnerIncident(), update, 'accepted'],
    ['changes before it was told of', undefined, update, 'partner-incident-unknown'],
    ['is changed by another city', aPartnerIncident(), { ...update, from: '630200' }, 'partner-incident-of-another'],
    ['turns into a drill', aPartnerIncident(), { ...update, exercise: true }, 'partner-incident-drill-and-real'],
    ['is linked', aPartnerIncident(), link, 'accepted'],
    ['is linked before it was told of', undefined, link, 'partner-incident-unknown'],
    ['is looked at by the clock', aPartnerIncident(), { type: 'clock-ran-out' }, 'accepted'],
  ])('%s', (_, state, command, expected) => {
    expect(outcome(state, command)).toBe(expected);
  });

  it('is as the partner said last', () => {
    const { state } = applied(undefined, shared);
    expect(state).toMatchObject({ city: XINING, receivedAt: NOW, incident: { title: '南川河洪水' } });
    const ended = applied(state, { ...update, incident: aSharedIncident({ status: 'ended' }) });
    expect(ended.state.incident.status).toBe('ended');
    expect(aggregate.listings(ended.state)).toMatchObject([{ card: { status: 'ended', city: XINING } }, {}]);
  });

  it('tells this city’s incidents what it is to them, and when it no longer is', () => {
    const relations = [{ relation: 'parent' as const, incidentId: OURS }];
    const { state, events } = applied(undefined, { ...shared, incident: aSharedIncident({ relations }) });
    const told = (after: ReturnType<typeof applied>) =>
      after.events.flatMap((event) => aggregate.consequences?.(event, after.state) ?? []);
    expect(told({ state, events })).toEqual([
      {
        kind: 'incident',
        id: OURS,
        command: {
          ...{ type: 'receive-relation', city: XINING, incidentId: INCIDENT_ID, title: '南川河洪水' },
          relation: 'child',
        },
      },
    ]);
    expect(told(applied(state, update))).toEqual([
      {
        kind: 'incident',
        id: OURS,
        command: { type: 'receive-relation', city: XINING, incidentId: INCIDENT_ID, title: '南川河洪水' },
      },
    ]);
  });

  it('knows to which of this city’s incidents it is linked', () => {
    const { state } = applied(aPartnerIncident(), link);
    expect(state.linked).toEqual([{ incidentId: OURS, title: '湟水河洪水', relation: 'same' }]);
    expect(applied(state, link).events).toEqual([]);
    const { relation: _, ...nothing } = link;
    expect(applied(state, nothing).state.linked).toEqual([]);
  });
});
