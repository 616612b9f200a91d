import { describe, expect, it } from 'vitest';
import { callOut as aggregate } from '../../../shared/domain/call-out/call-out.ts';
import type { CallOutCommand } from '../../../shared/domain/call-out/call-out-commands.ts';
import { MAXIMUM_EXPERTS } from '../../../shared/domain/call-out/call-out-details.ts';
import type { CallOutState } from '../../../shared/domain/call-out/call-out-state.ts';
import type { IncidentState } from '../../../shared/domain/incident/incident-state.ts';
import { cityRulesOf } from '../../../shared/reference/city-rules.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import {
  aCallOut,
  anOpening,
  appliedTo,
  CALL_OUT_ID,
  COMMANDS,
  hours,
  SECOND_EXPERT_ID,
  secondExpert,
  someCallOutDetails,
} from '../../builders/call-out.ts';
import { aFreshId, circumstances, NOW, XINING } from '../../builders/circumstances.ts';
import { anExpert, EXPERT_ID, someExpertDetails } from '../../builders/expert.ts';
import { aClosedIncident, anIncident, INCIDENT_ID, someIncidentDetails } from '../../builders/incident.ts';
import { drafted } from '../../builders/request.ts';

const at = (now: string) => circumstances({ role: 'coordinator', now });
const outcome = (state: CallOutState | undefined, command: CallOutCommand, now = NOW): string =>
  outcomeOf(aggregate.decide(state, command, at(now)));
const both = (): CallOutState => appliedTo(undefined, anOpening()).state;
const consequencesOf = ({ state, events }: ReturnType<typeof appliedTo>) =>
  events.flatMap((event) => aggregate.consequences?.(event, state) ?? []);
const noticesOf = ({ state, events }: ReturnType<typeof appliedTo>) =>
  events.flatMap((event) => aggregate.notices?.(event, state) ?? []);

describe('opening a call-out', () => {
  const closed: IncidentState = aClosedIncident('结束');
  const past = { mode: 'phone', from: hours(-2), until: NOW } as const;
  it.each<[string, Partial<ReturnType<typeof anOpening>>, string]>([
    ['as it should be', {}, 'accepted'],
    ['without an incident', { incident: undefined }, 'incident-unknown'],
    ['for one that is over', { incident: closed }, 'incident-closed'],
    [
      'for a request nobody knows',
      { details: someCallOutDetails({ requestId: aFreshId() }) },
      'call-out-request-unknown',
    ],
    ['for a time that is over', { details: someCallOutDetails({ meeting: past }) }, 'meeting-past'],
    ['to be answered by now', { details: someCallOutDetails({ replyBy: NOW }) }, 'call-out-deadline-past'],
    [
      'with somebody nobody knows',
      { candidates: [{ expertId: EXPERT_ID, expert: undefined }] },
      'invited-expert-unknown',
    ],
    [
      'with two who sign in as the same person',
      {
        candidates: [
          { expertId: EXPERT_ID, expert: anExpert() },
          { expertId: SECOND_EXPERT_ID, expert: anExpert({ id: SECOND_EXPERT_ID }) },
        ],
      },
      'expert-same-person',
    ],
  ])('%s', (_, changes, code) => {
    expect(outcome(undefined, anOpening(changes))).toBe(code);
  });

  it('takes a request of the same incident only', () => {
    const requestId = aFreshId();
    const request = drafted();
    const details = someCallOutDetails({ requestId, incidentId: request.incident.incidentId });
    const incident = anIncident({ id: request.incident.incidentId });
    expect(outcome(undefined, anOpening({ details, incident, request }))).toBe('accepted');
    const other = someCallOutDetails({ requestId, incidentId: aFreshId() });
    expect(outcome(undefined, anOpening({ details: other, request }))).toBe('call-out-request-unknown');
  });

  it('has the pool check each expert against the parties of incident and call-out', () => {
    const parties = ['虚构甲化工有限公司'];
    const incident = anIncident({ details: someIncidentDetails({ parties }) });
    const details = someCallOutDetails({ parties: [...parties, '虚构物业公司'] });
    const opened = appliedTo(undefined, anOpening({ incident, details }));
    const invited = {
      type: 'invite',
      callOutId: CALL_OUT_ID,
      from: hours(4),
      until: hours(6),
      parties: ['虚构甲化工有限公司', '虚构物业公司'],
    };
    expect(opened.state).toMatchObject({ details: { parties: details.parties }, parties: invited.parties });
    expect(consequencesOf(opened)).toEqual([
      { kind: 'expert', id: EXPERT_ID, command: invited },
      { kind: 'expert', id: SECOND_EXPERT_ID, command: invited },
    ]);
  });

  it('invites no more than one transaction can write', () => {
    const candidates = Array.from({ length: MAXIMUM_EXPERTS + 1 }, (_, index) => {
      const id = aFreshId();
      return { expertId: id, expert: anExpert({ id, details: someExpertDetails({ personId: `person-${index}` }) }) };
    });
    expect(outcome(undefined, anOpening({ candidates }))).toBe('too-many-experts');
    expect(outcome(undefined, anOpening({ candidates: candidates.slice(1) }))).toBe('accepted');
  });
});

describe('another time', () => {
  it('becomes the expert’s own when it is accepted, if the pool agrees', () => {
    const accepted = appliedTo(aCallOut('propose'), COMMANDS.acceptTime);
    const time = { from: hours(20), until: hours(22) };
    expect(accepted.state.invitations).toMatchObject([{ status: 'accepted', time }]);
    const command = { type: 'invite', callOutId: CALL_OUT_ID, ...time, parties: [] };
    expect(consequencesOf(accepted)).toEqual([{ kind: 'expert', id: EXPERT_ID, command }]);
    expect(aggregate.deadlines?.(accepted.state, cityRulesOf(XINING))).toMatchObject([
      { handOff: 'opinion', due: hours(22) },
    ]);
  });

  it('leaves the invitation as it was when it is refused', () => {
    const refused = appliedTo(aCallOut('propose'), COMMANDS.refuseTime).state;
    expect(refused.invitations).toMatchObject([{ status: 'invited', refusedProposal: { refusal: '太晚' } }]);
    expect(outcome(refused, COMMANDS.accept, hours(1))).toBe('accepted');
    expect(outcome(refused, COMMANDS.accept, hours(2))).toBe('invitation-too-late');
  });

  it('lies ahead, and is answered before it comes', () => {
    const answer = { answer: 'propose-time', time: { from: NOW, until: hours(1) }, reason: '现在' } as const;
    expect(outcome(aCallOut(), { type: 'answer', who: { expertId: EXPERT_ID }, answer })).toBe('meeting-past');
    expect(outcome(aCallOut('propose'), COMMANDS.acceptTime, hours(20))).toBe('meeting-past');
  });
});

describe('answers', () => {
  it('are taken until the deadline; no is taken for as long as another time is on the table', () => {
    expect(outcome(aCallOut(), COMMANDS.accept, hours(1.99))).toBe('accepted');
    expect(outcome(aCallOut(), COMMANDS.decline, hours(2))).toBe('invitation-too-late');
    expect(outcome(aCallOut('propose'), COMMANDS.accept, hours(2))).toBe('invitation-too-late');
    expect(outcome(aCallOut('propose'), COMMANDS.decline, hours(2))).toBe('accepted');
    expect(outcome(aCallOut('accept'), COMMANDS.recuse, hours(5))).toBe('accepted');
  });

  it('are those of whoever is invited', () => {
    const answer = { answer: 'accept' } as const;
    expect(outcome(aCallOut(), { type: 'answer', who: { personId: 'second-expert' }, answer })).toBe(
      'expert-not-invited',
    );
    expect(outcome(both(), { type: 'answer', who: { personId: 'second-expert' }, answer })).toBe('accepted');
  });

  it.each(['decline', 'recuse', 'withdraw'] as const)('end the call-out for the expert: %s', (name) => {
    const ended = appliedTo(aCallOut('accept'), COMMANDS[name]);
    const command = { type: 'call-out-ended', callOutId: CALL_OUT_ID };
    expect(consequencesOf(ended)).toEqual([{ kind: 'expert', id: EXPERT_ID, command }]);
  });

  it.each([
    ['accept', 'routine', '接受'],
    ['decline', 'urgent', '出差'],
    ['recuse', 'urgent', '回避'],
    ['propose', 'urgent', '当天有课'],
  ] as const)('are told to the duty room: %s', (name, urgency, words) => {
    const [notice] = noticesOf(appliedTo(aCallOut(), COMMANDS[name]));
    expect(notice).toMatchObject({ urgency });
    expect(notice?.text.zh).toContain(words);
    expect(notice?.text.zh).toContain('虚构专家甲');
    expect(notice?.text.en).toMatch(/^Call-out for "南川河洪水": 虚构专家甲 /);
  });

  it('that were no may be asked for again', () => {
    const again = appliedTo(aCallOut('decline'), COMMANDS.invite).state;
    expect(again.invitations).toMatchObject([{ status: 'invited', replyBy: hours(3) }]);
    expect(outcome(aCallOut('recuse'), COMMANDS.invite)).toBe('expert-invited-already');
    const late = { ...COMMANDS.invite, replyBy: NOW };
    expect(outcome(aCallOut('decline'), late)).toBe('call-out-deadline-past');
  });
});

describe('an opinion', () => {
  const given = () => appliedTo(aCallOut('accept'), COMMANDS.giveOpinion, circumstances({ role: 'expert' }));

  it('is signed by who gives it, and noted with the incident', () => {
    const digest = `digest-of-${EXPERT_ID}`;
    expect(given().state.invitations).toMatchObject([
      { status: 'opinion-given', opinion: { signature: { by: { id: 'expert@630100' }, at: NOW, digest } } },
    ]);
    const expert = { expertId: EXPERT_ID, name: '虚构专家甲' };
    expect(consequencesOf(given())).toEqual([
      {
        kind: 'incident',
        id: INCIDENT_ID,
        command: { type: 'receive-opinion', callOutId: CALL_OUT_ID, expert, digest, at: NOW },
      },
    ]);
    expect(noticesOf(given())).toMatchObject([{ urgency: 'urgent' }]);
  });

  it('is paid for by the day, with expenses, up to what was claimed', () => {
    const claimed = appliedTo(given().state, COMMANDS.claimFee);
    expect(claimed.state.invitations).toMatchObject([{ fee: { claim: { amount: 200_000 } } }]);
    expect(noticesOf(claimed)[0]?.text.en).toContain('CNY 2000.00');
    const confirm = (amount: number, reason?: string) =>
      outcome(claimed.state, { ...COMMANDS.confirmFee, confirmation: { amount, ...(reason ? { reason } : {}) } });
    expect(confirm(200_000)).toBe('accepted');
    expect(confirm(200_001)).toBe('fee-more-than-claimed');
    expect(confirm(150_000)).toBe('fee-less-needs-reason');
    expect(confirm(150_000, '交通费已由单位承担')).toBe('accepted');
  });

  it('is appraised, and the pool keeps the appraisal', () => {
    const appraised = appliedTo(given().state, COMMANDS.appraise);
    const by = { id: 'coordinator@630100', name: 'coordinator@630100' };
    const appraisal = { grade: 5, words: '判断准确', by, at: NOW };
    expect(consequencesOf(appraised)).toEqual([
      {
        kind: 'expert',
        id: EXPERT_ID,
        command: { type: 'record-appraisal', appraisal: { ...appraisal, callOutId: CALL_OUT_ID } },
      },
    ]);
  });
});

describe('the end of a call-out', () => {
  const ended = (id: string) => ({ kind: 'expert', id, command: { type: 'call-out-ended', callOutId: CALL_OUT_ID } });

  it('withdraws what is pending when it is cancelled, and lets every expert go', () => {
    const cancelled = appliedTo(both(), COMMANDS.cancel);
    expect(cancelled.state).toMatchObject({
      status: 'cancelled',
      reason: '险情解除',
      invitations: [{ status: 'withdrawn' }, { status: 'withdrawn' }],
    });
    expect(consequencesOf(cancelled)).toEqual([ended(EXPERT_ID), ended(SECOND_EXPERT_ID)]);
    expect(aggregate.dueAt(cancelled.state)).toBeUndefined();
  });

  it('keeps an opinion that was given', () => {
    const cancelled = appliedTo(aCallOut('accept', 'giveOpinion'), COMMANDS.cancel).state;
    expect(cancelled.invitations).toMatchObject([{ status: 'opinion-given' }]);
  });

  it('archives it', () => {
    const closed = appliedTo(aCallOut('decline'), COMMANDS.close);
    expect(closed.state).toMatchObject({ status: 'closed', closedAt: NOW });
    expect(consequencesOf(closed)).toEqual([ended(EXPERT_ID)]);
  });
});

describe('the clock of a call-out', () => {
  const ring = (state: CallOutState, now: string) => appliedTo(state, COMMANDS.clock, at(now));

  it('lets lapse at the deadline whoever has not answered', () => {
    const one = appliedTo(both(), COMMANDS.accept).state;
    expect(aggregate.dueAt(one)).toBe(hours(2));
    expect(ring(one, hours(1)).events).toEqual([]);
    const lapsed = ring(one, hours(2));
    expect(lapsed.state.invitations).toMatchObject([{ status: 'accepted' }, { status: 'lapsed', at: hours(2) }]);
    expect(noticesOf(lapsed)).toMatchObject([{ urgency: 'urgent' }]);
    const command = { type: 'call-out-ended', callOutId: CALL_OUT_ID };
    expect(consequencesOf(lapsed)).toEqual([{ kind: 'expert', id: SECOND_EXPERT_ID, command }]);
  });

  it('goes on as before when people urge, of which nobody is told', () => {
    const urged = appliedTo(aCallOut(), COMMANDS.urge);
    expect(urged.state.invitations).toMatchObject([{ urgedAt: NOW }]);
    expect(noticesOf(urged)).toEqual([]);
    expect(aggregate.dueAt(urged.state)).toBe(hours(2));
  });

  it('lets a time lapse that nobody has answered', () => {
    const proposed = aCallOut('propose');
    expect(aggregate.dueAt(proposed)).toBe(hours(20));
    expect(ring(proposed, hours(20)).state.invitations).toMatchObject([{ status: 'lapsed' }]);
  });

  it('lets a late opinion be given', () => {
    const accepted = aCallOut('accept');
    expect(aggregate.dueAt(accepted)).toBeUndefined();
    expect(outcome(accepted, COMMANDS.giveOpinion, hours(13))).toBe('accepted');
  });
});

describe('lists of call-outs', () => {
  it('show the city all of it, and each expert the own invitation only', () => {
    const state = appliedTo(both(), COMMANDS.accept).state;
    const listings = aggregate.listings(state);
    expect(listings.map(({ list }) => list)).toEqual([
      'call-out',
      'call-out/status/open',
      `call-out/incident/${INCIDENT_ID}`,
      'call-out/person/expert@630100',
      'call-out/person/second-expert',
    ]);
    expect(listings[0]?.card).toMatchObject({ invited: 2, pending: 2, opinions: 0 });
    const own = listings.at(-1)?.card;
    expect(own).toMatchObject({ invitation: 'invited' });
    expect(own).not.toHaveProperty('invited');
    expect(JSON.stringify(own)).not.toContain(secondExpert().details.name);
  });

  it('have one for the request, where there is one', () => {
    const requestId = aFreshId();
    const state = { ...aCallOut(), details: someCallOutDetails({ requestId }) };
    expect(aggregate.listings(state).map(({ list }) => list)).toContain(`call-out/request/${requestId}`);
  });
});

describe('a drill', () => {
  it('says so', () => {
    const drill = appliedTo(undefined, anOpening({ incident: anIncident({ exercise: true }) })).state;
    expect(aggregate.isExercise(drill)).toBe(true);
    // Marked once, when it is written.
    expect(noticesOf(appliedTo(drill, COMMANDS.accept))[0]?.text.zh).not.toMatch(/【演练】/);
  });
});
