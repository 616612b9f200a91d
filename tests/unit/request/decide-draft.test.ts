import { describe, expect, it } from 'vitest';
import { circumstances, XINING } from '../../builders/circumstances.ts';
import { aClosedIncident, anIncident, aReportedIncident, INCIDENT_ID } from '../../builders/incident.ts';
import { anItem, idOf } from '../../builders/received-request.ts';
import { asApprover, asCoordinator, draft, drafted, following, happened, outcomeOf } from '../../builders/request.ts';

const asDutyOfficer = () => circumstances({ role: 'duty-officer' });
const { itemId: _, ...newItem } = anItem({ quantity: 7 });

describe('drafting', () => {
  it('copies what is known of the incident and numbers the items', () => {
    const { state } = happened(undefined, draft());
    expect(state).toMatchObject({
      status: 'drafted',
      requester: XINING,
      incident: { incidentId: INCIDENT_ID, hazard: 'flood', responseLevel: 'II', title: '南川河洪水' },
      exercise: false,
      authors: [{ id: 'coordinator@630100' }],
    });
    expect(new Set(state.items.map(({ itemId }) => itemId)).size).toBe(2);
  });

  it('is an exercise when the incident is one', () => {
    const command = { ...draft(), incident: anIncident({ exercise: true }) };
    expect(happened(undefined, command).state.exercise).toBe(true);
  });

  it('needs an incident that is not over', () => {
    expect(outcomeOf(undefined, { ...draft(), incident: undefined } as ReturnType<typeof draft>)).toBe(
      'incident-not-found',
    );
    const over = aClosedIncident();
    expect(outcomeOf(undefined, { ...draft(), incident: over } as ReturnType<typeof draft>)).toBe('incident-over');
    const unverified = { ...draft(), incident: aReportedIncident() } as ReturnType<typeof draft>;
    expect(outcomeOf(undefined, unverified)).toBe('incident-not-verified');
  });
});

describe('revising', () => {
  it('keeps the ids of items that are named and gives new ones theirs', () => {
    const before = drafted();
    const [first] = before.items;
    const kept = { ...anItem({ quantity: 9 }), itemId: first?.itemId ?? '' };
    const state = following(before, [{ type: 'revise', items: [kept, newItem] }]);
    expect(state.items.map(({ quantity }) => quantity)).toEqual([9, 7]);
    expect(state.items[0]?.itemId).toBe(first?.itemId);
    expect(before.items.map(({ itemId }) => itemId)).not.toContain(state.items[1]?.itemId);
  });

  it('refuses items it does not know and items named twice', () => {
    const before = drafted();
    const itemId = before.items[0]?.itemId ?? '';
    expect(outcomeOf(before, { type: 'revise', items: [{ ...newItem, itemId: idOf(0x999) }] })).toBe('unknown-item');
    const twice = [newItem, newItem].map((item) => ({ ...item, itemId }));
    expect(outcomeOf(before, { type: 'revise', items: twice })).toBe('same-item-twice');
  });

  it('makes whoever does it an author, once', () => {
    const revise = { type: 'revise', items: [newItem] } as const;
    const state = following(drafted(), [revise, asDutyOfficer()], [revise, asDutyOfficer()], [revise, asCoordinator()]);
    expect(state.authors.map(({ id }) => id)).toEqual(['coordinator@630100', 'duty-officer@630100']);
  });
});

describe('approving', () => {
  it('is done by somebody who wrote nothing in it', () => {
    const state = following(drafted(), [{ type: 'approve' }, asApprover()]);
    expect(state).toMatchObject({ status: 'approved', approval: { by: { id: 'approver@630100' } } });
  });

  it.each([
    ['the drafter', asCoordinator()],
    ['a later author', asDutyOfficer()],
  ])('is not for %s', (_name, who) => {
    const state = following(drafted(), [{ type: 'revise', items: [newItem] }, asDutyOfficer()]);
    expect(outcomeOf(state, { type: 'approve' }, who)).toBe('four-eyes');
  });

  it('may be taken back until a partner has the request; what was wrong is shown until it is revised', () => {
    const back = { type: 'send-back', reason: '数量不清' } as const;
    const sentBack = following(drafted(), [{ type: 'approve' }, asApprover()], [back, asApprover()]);
    expect(sentBack).toMatchObject({ status: 'drafted', sentBack: { reason: '数量不清' } });
    expect('approval' in sentBack).toBe(false);
    const revised = following(sentBack, [{ type: 'revise', items: [newItem] }]);
    expect('sentBack' in revised).toBe(false);
  });
});
