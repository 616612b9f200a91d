import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { task as aggregate } from '../../../shared/domain/task/task.ts';
import type { TaskCommand } from '../../../shared/domain/task/task-commands.ts';
import { offerTo, type TaskState } from '../../../shared/domain/task/task-state.ts';
import { taskStepOf } from '../../../shared/domain/task/task-step.ts';
import { AGENCY_ID, agencyDetails, anAgency, OTHER_AGENCY_ID } from '../../builders/agency.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { NOW } from '../../builders/circumstances.ts';
import { aClosedIncident, anIncident } from '../../builders/incident.ts';
import { drafted, requestIn } from '../../builders/request.ts';
import {
  AS,
  AS_OTHER,
  addressed,
  asDesk,
  counterProposal,
  following,
  LINK_ID,
  NEEDED_BY,
  otherAgency,
  REPLY_BY,
  send,
  someCommands,
  someReport,
  stepOf,
  TASK_ID,
  taskDetails,
  taskIn,
} from '../../builders/task.ts';

const outcome = (state: TaskState | undefined, command: TaskCommand, now = NOW) =>
  outcomeOf(aggregate.decide(state, command, asDesk(now)));
const partOf = (state: TaskState, agencyId = AGENCY_ID) => offerTo(state, agencyId)?.outcome.kind;
const ring = (state: TaskState, now: string) => stepOf(state, { type: 'clock-ran-out' }, now);
const noticesOf = (state: TaskState, command: TaskCommand, now = NOW) => {
  let current = state;
  return stepOf(state, command, now).events.flatMap((event) => {
    current = aggregate.evolve(current, event);
    return aggregate.notices?.(event, current) ?? [];
  });
};
const reason = '人手不足';

describe('sending a task', () => {
  it('gives every agency the time that its strategic agreement says, or the time that is said', () => {
    expect(taskIn.sent().offers.map(({ replyBy }) => replyBy)).toEqual([REPLY_BY, REPLY_BY]);
    const replyBy = plus(NOW, 5 * MINUTE_MS);
    const state = following(undefined, { ...send(anAgency()), replyBy } as TaskCommand);
    expect(state.offers).toMatchObject([{ replyBy }]);
    expect(outcome(undefined, { ...send(anAgency()), replyBy: NOW } as TaskCommand)).toBe('task-reply-in-the-past');
  });

  it.each([
    [undefined, 'agency-unknown'],
    [
      anAgency({ details: agencyDetails({ certification: { ...agencyDetails().certification, expiresAt: NOW } }) }),
      'agency-certification-expired',
    ],
    [{ ...anAgency(), status: 'suspended', reason, suspendedAt: NOW } as const, 'agency-suspended'],
  ])('goes to agencies that can be given one: %#', (agency, code) => {
    const command = { ...send(), addressees: addressed(anAgency(), agency) } as TaskCommand;
    const decision = aggregate.decide(undefined, command, asDesk());
    expect(decision).toMatchObject({ accepted: false, refusal: { reason: { code }, pointer: '/agencies/1' } });
  });

  it('takes what the request’s item says, and the request’s incident', () => {
    const request = drafted();
    const [item] = request.items;
    const itemId = item?.itemId ?? '';
    const origin = { kind: 'request-item', request, itemId } as const;
    const state = following(undefined, { ...send(anAgency()), origin } as TaskCommand);
    expect(state).toMatchObject({
      incident: request.incident,
      source: { kind: 'request-item', requestId: request.id, itemId },
      details: { mission: item?.mission, quantity: item?.quantity, neededBy: item?.neededBy },
    });
    const other = { ...send(anAgency()), origin: { ...origin, itemId: TASK_ID } } as TaskCommand;
    expect(outcome(undefined, other)).toBe('request-item-unknown');
    const over = { ...send(anAgency()), origin: { ...origin, request: requestIn.cancelled() } } as TaskCommand;
    expect(outcome(undefined, over)).toBe('task-request-over');
  });

  it('is for an incident that is open, and for a time to come', () => {
    const of = (origin: object) => ({ ...send(anAgency()), origin }) as TaskCommand;
    const details = taskDetails();
    const closed = aClosedIncident();
    expect(outcome(undefined, of({ kind: 'incident', incident: closed, details }))).toBe('incident-closed');
    expect(outcome(undefined, of({ kind: 'incident', incident: undefined, details }))).toBe('incident-unknown');
    const late = taskDetails({ neededBy: NOW });
    expect(outcome(undefined, of({ kind: 'incident', incident: anIncident(), details: late }))).toBe(
      'task-needed-in-the-past',
    );
  });

  it('does not ask an agency twice at the same time, nor more agencies than fit', () => {
    const again = { type: 'offer', addressees: addressed(anAgency()) } as const;
    expect(outcome(taskIn.sent(), again)).toBe('agency-already-asked');
    expect(outcome(taskIn.unanswered(), again)).toBe('accepted');
    const many = Array.from({ length: 11 }, () => anAgency());
    expect(outcome(taskIn.sent(), { type: 'offer', addressees: addressed(...many) })).toBe('task-too-many-agencies');
  });
});

describe('the first acceptance', () => {
  it('gets the task; the others are told that it is taken', () => {
    const state = taskIn['under-way']();
    expect(state).toMatchObject({ holder: { agencyId: AGENCY_ID } });
    expect([partOf(state), partOf(state, OTHER_AGENCY_ID)]).toEqual(['accepted', 'taken']);
    expect(outcome(state, { type: 'accept', as: AS_OTHER })).toBe('task-taken');
    expect(outcome(state, { type: 'report-progress', as: AS_OTHER, report: someReport() })).toBe('task-not-held');
  });

  it('comes before the deadline', () => {
    for (const type of ['accept', 'decline', 'counter-propose'] as const)
      expect(outcome(taskIn.sent(), someCommands[type], REPLY_BY)).toBe('task-offer-overdue');
    expect(outcome(taskIn.sent(), someCommands.accept, plus(REPLY_BY, -1))).toBe('accepted');
  });

  it('is for those who were asked', () => {
    expect(outcome(taskIn.sent(), { type: 'accept', as: { agencyId: TASK_ID } })).toBe('task-unknown');
    const declined = following(taskIn.sent(), { type: 'decline', as: AS, reason });
    expect(outcome(declined, { type: 'accept', as: AS })).toBe('task-offer-answered');
  });
});

describe('a counter-proposal', () => {
  const proposed = () => following(taskIn.sent(), { type: 'counter-propose', as: AS, proposal: counterProposal });

  it('changes the task when the coordinator takes it up', () => {
    const state = following(proposed(), { type: 'accept-counter-proposal', agencyId: AGENCY_ID });
    const { quantity, neededBy } = counterProposal;
    expect(state).toMatchObject({
      status: 'under-way',
      details: { quantity, neededBy },
      holder: { agencyId: AGENCY_ID },
    });
    expect(partOf(state, OTHER_AGENCY_ID)).toBe('taken');
  });

  it('leaves the task open when it is refused', () => {
    const state = following(proposed(), { type: 'refuse-counter-proposal', agencyId: AGENCY_ID, reason });
    expect(offerTo(state, AGENCY_ID)).toMatchObject({ outcome: { kind: 'open' }, counterRefused: reason });
    expect(following(state, { type: 'accept', as: AS }).details).toEqual(taskDetails());
  });

  it('says something else, for a time to come', () => {
    const propose = (proposal: object) =>
      outcome(taskIn.sent(), { type: 'counter-propose', as: AS, proposal: { ...counterProposal, ...proposal } });
    expect(propose({ quantity: 20, neededBy: NEEDED_BY })).toBe('task-counter-proposal-same');
    expect(propose({ neededBy: NOW })).toBe('task-needed-in-the-past');
  });

  it('does not lapse: the coordinator may answer it still', () => {
    const alone = following(undefined, send(anAgency()), {
      type: 'counter-propose',
      as: AS,
      proposal: counterProposal,
    });
    expect(aggregate.dueAt(alone)).toBeUndefined();
    expect(ring(alone, REPLY_BY).events).toEqual([]);
    const accept = { type: 'accept-counter-proposal', agencyId: AGENCY_ID } as const;
    expect(stepOf(alone, accept, plus(REPLY_BY, HOUR_MS)).state.status).toBe('under-way');
  });
});

describe('the clock, before anybody has the task', () => {
  it('puts under supervision at the deadline what nobody has taken', () => {
    expect(aggregate.dueAt(taskIn.sent())).toBe(REPLY_BY);
    expect(ring(taskIn.sent(), plus(REPLY_BY, -1)).events).toEqual([]);
    const lapsed = ring(taskIn.sent(), REPLY_BY);
    expect(lapsed.events.map(({ type }) => type)).toEqual([
      'taskOfferLapsed',
      'taskOfferLapsed',
      'taskPutUnderSupervision',
    ]);
    expect(lapsed.state).toMatchObject({ status: 'unanswered', supervision: { since: REPLY_BY } });
    expect(aggregate.dueAt(lapsed.state)).toBeUndefined();
    expect(outcome(lapsed.state, { type: 'accept', as: AS })).toBe('task-offer-overdue');
  });

  it('tells urgently of each that lapsed, and that nobody is left', () => {
    const told = noticesOf(taskIn.sent(), { type: 'clock-ran-out' }, REPLY_BY);
    expect(told.map(({ urgency }) => urgency)).toEqual(['urgent', 'urgent', 'urgent']);
    expect(told.map(({ text }) => text.en).join()).toMatch(/No agency is left/);
  });

  it('rings once when it rings late', () => {
    expect(ring(ring(taskIn.sent(), plus(REPLY_BY, HOUR_MS)).state, plus(REPLY_BY, HOUR_MS)).events).toEqual([]);
  });
});

describe('the clock, while the task is under way', () => {
  it('puts under supervision at the deadline, and leaves the telling to the table of deadlines', () => {
    const state = taskIn['under-way']();
    expect(aggregate.dueAt(state)).toBe(NEEDED_BY);
    const late = ring(state, NEEDED_BY);
    expect(late.state).toMatchObject({ status: 'under-way', supervision: { since: NEEDED_BY } });
    expect(aggregate.dueAt(late.state)).toBeUndefined();
    expect(noticesOf(state, { type: 'clock-ran-out' }, NEEDED_BY)).toEqual([]);
  });

  it('leaves a supervision as it is that somebody began', () => {
    const state = following(taskIn['under-way'](), { type: 'supervise', reason });
    expect(ring(state, NEEDED_BY).state.supervision).toMatchObject({ since: NOW, reason });
  });

  it('stops when the task is done, and starts anew when it is reopened', () => {
    expect(aggregate.dueAt(taskIn.done())).toBeUndefined();
    const reopened = following(ring(taskIn['under-way'](), NEEDED_BY).state, someCommands.finish, someCommands.reopen);
    expect(reopened).toMatchObject({ status: 'under-way', reopening: { reason: '仍有积水' } });
    expect(reopened.supervision).toBeUndefined();
    expect(aggregate.dueAt(reopened)).toBe(plus(NOW, 7 * HOUR_MS));
  });
});

describe('a transfer', () => {
  it('takes the task from one agency to another and keeps its story', () => {
    const working = following(taskIn['under-way'](), { type: 'report-progress', as: AS, report: someReport() });
    const addressee = { agency: anAgency({ id: TASK_ID }), pointer: '/agencyId' };
    const state = following(working, { type: 'transfer', addressee, reason });
    expect([partOf(state), partOf(state, TASK_ID)]).toEqual(['transferred', 'open']);
    expect(state).toMatchObject({ status: 'sent', progress: [{ words: '已架设两台排水泵' }] });
    expect(outcome(state, { type: 'finish', as: AS, words: '完成' })).toBe('task-not-held');
    const back = { agency: anAgency(), pointer: '/agencyId' };
    expect(partOf(following(state, { type: 'transfer', addressee: back, reason }))).toBe('open');
    expect(outcome(working, { type: 'transfer', addressee: back, reason })).toBe('agency-already-asked');
  });

  it('to other cities goes on with a request for the same incident, in one story', () => {
    const state = taskIn['handed-over']();
    expect(aggregate.related?.(state)).toEqual([{ kind: 'request', id: drafted().id }]);
    expect(aggregate.related?.(taskIn.sent())).toEqual([]);
    const request = drafted();
    const elsewhere = { ...request, incident: { ...request.incident, incidentId: TASK_ID } };
    expect(outcome(taskIn.sent(), { type: 'hand-over', request: elsewhere, reason })).toBe('task-of-another-incident');
    expect(outcome(taskIn.sent(), { type: 'hand-over', request: undefined, reason })).toBe('request-not-found');
    expect(outcome(taskIn.sent(), { type: 'hand-over', request: requestIn.closed(), reason })).toBe(
      'task-request-over',
    );
  });
});

describe('supervision and urging', () => {
  it('are by somebody, with words; supervision is put on once', () => {
    const state = following(taskIn['under-way'](), someCommands.urge, someCommands.supervise);
    expect(state).toMatchObject({
      urgings: [{ words: '请尽快', by: { id: 'coordinator@630100' } }],
      supervision: { reason: '群众反映强烈', by: { id: 'coordinator@630100' } },
    });
    expect(outcome(state, someCommands.supervise)).toBe('task-already-supervised');
    expect(noticesOf(taskIn['under-way'](), someCommands.urge)).toEqual([]);
  });

  it('the task holds the latest urgings and reports only; the ledger holds all', () => {
    const many = (command: TaskCommand) => Array.from({ length: 25 }, () => command);
    const state = following(
      taskIn['under-way'](),
      ...many(someCommands.urge),
      ...many(someCommands['report-progress']),
    );
    expect([state.urgings.length, state.progress.length]).toEqual([10, 20]);
  });
});

describe('the step of the work order', () => {
  it.each([
    ['sent', 'transfer'],
    ['unanswered', 'supervise'],
    ['under-way', 'supervise'],
    ['done', 'feedback'],
    ['fed-back', 'feedback'],
    ['followed-up', 'follow-up'],
    ['archived', 'archive'],
    ['handed-over', 'archive'],
    ['cancelled', 'archive'],
  ] as const)('of a task that is %s is %s', (status, step) => {
    expect(taskStepOf(taskIn[status]())).toBe(step);
  });

  it('is supervision as soon as somebody says so', () => {
    expect(taskStepOf(following(taskIn.sent(), someCommands.supervise))).toBe('supervise');
  });
});

describe('a link', () => {
  const issued = () => following(taskIn.sent(), someCommands['issue-link']);
  const bound = () => following(issued(), someCommands['bind-link']);
  const byPhone = { ...AS, linkId: LINK_ID };

  it('lets the phone that used it first act, for its own agency', () => {
    expect(outcome(issued(), { type: 'accept', as: byPhone })).toBe('task-link-not-live');
    expect(outcome(bound(), { type: 'accept', as: byPhone })).toBe('accepted');
    expect(outcome(bound(), { type: 'accept', as: { ...AS_OTHER, linkId: LINK_ID } })).toBe('task-link-not-live');
    expect(outcome(bound(), { type: 'bind-link', linkId: LINK_ID, phoneDigest: 'another' })).toBe('task-link-used');
    expect(stepOf(bound(), someCommands['bind-link']).events).toEqual([]);
  });

  it('expires and can be revoked, once', () => {
    const later = plus(NOW, 24 * HOUR_MS);
    const report = { type: 'report-progress', as: byPhone, report: someReport() } as const;
    const working = following(bound(), { type: 'accept', as: byPhone });
    expect(outcome(working, report, plus(later, -1))).toBe('accepted');
    expect(outcome(working, report, later)).toBe('task-link-not-live');
    expect(outcome(issued(), someCommands['bind-link'], later)).toBe('task-link-not-live');
    const revoked = following(working, someCommands['revoke-link']);
    expect(outcome(revoked, report)).toBe('task-link-not-live');
    expect(stepOf(revoked, someCommands['revoke-link']).events).toEqual([]);
  });

  it('is revoked by the duty room or by its own agency', () => {
    const revoke = { type: 'revoke-link', linkId: LINK_ID } as const;
    expect(outcome(issued(), { ...revoke, ...AS })).toBe('accepted');
    expect(outcome(issued(), { ...revoke, ...AS_OTHER })).toBe('task-link-unknown');
  });

  it('is issued for at most a week, to agencies that the task concerns, twenty at a time', () => {
    const issue = (change: object) => ({ ...someCommands['issue-link'], ...change }) as TaskCommand;
    expect(outcome(taskIn.sent(), issue({ expiresAt: NOW }))).toBe('task-link-time');
    expect(outcome(taskIn.sent(), issue({ expiresAt: plus(NOW, 169 * HOUR_MS) }))).toBe('task-link-time');
    expect(outcome(taskIn.sent(), issue({ agencyId: TASK_ID }))).toBe('task-unknown');
    expect(outcome(taskIn['under-way'](), issue({ agencyId: OTHER_AGENCY_ID }))).toBe('task-not-held');
    const linkIds = Array.from({ length: 20 }, (_, n) => `0190b000-0000-7000-8000-0000000009${n + 10}`);
    const full = following(taskIn.sent(), ...linkIds.map((linkId) => issue({ linkId })));
    expect(outcome(full, issue({}))).toBe('task-too-many-links');
    const later = plus(NOW, 25 * HOUR_MS);
    const next = stepOf(full, issue({ expiresAt: plus(later, 1) }), later).state;
    expect(next.links.map(({ linkId }) => linkId)).toEqual([LINK_ID]);
  });
});

describe('lists of tasks', () => {
  const lists = (state: TaskState) => aggregate.listings(state).map(({ list }) => list);

  it('name status, incident and agencies, and supervision until the end', () => {
    expect(lists(taskIn['under-way']())).toEqual([
      'task',
      'task/status/under-way',
      `task/incident/${anIncident().id}`,
      `task/agency/${AGENCY_ID}`,
      `task/agency/${OTHER_AGENCY_ID}`,
      `task/of-agency/${AGENCY_ID}`,
      `task/of-agency/${OTHER_AGENCY_ID}`,
    ]);
    const supervised = following(taskIn['under-way'](), someCommands.supervise);
    expect(lists(supervised)).toContain('task/supervised');
    expect(lists(following(supervised, someCommands.cancel))).not.toContain('task/supervised');
  });

  it('show an agency its own part only', () => {
    const cardOf = (list: string) => aggregate.listings(taskIn['under-way']()).find((row) => row.list === list)?.card;
    expect(cardOf(`task/of-agency/${AGENCY_ID}`)).toMatchObject({ yours: 'accepted' });
    expect(cardOf(`task/of-agency/${OTHER_AGENCY_ID}`)).toMatchObject({ yours: 'taken' });
    expect(JSON.stringify(cardOf(`task/of-agency/${OTHER_AGENCY_ID}`))).not.toContain(AGENCY_ID);
    expect(otherAgency().id).toBe(OTHER_AGENCY_ID);
  });
});

describe('what the duty room is told', () => {
  it.each([
    ['accept', taskIn.sent, 'routine'],
    ['decline', taskIn.sent, 'routine'],
    ['counter-propose', taskIn.sent, 'urgent'],
    ['finish', taskIn['under-way'], 'routine'],
    ['give-feedback', taskIn.done, 'routine'],
  ] as const)('when an agency does %s', (type, state, urgency) => {
    const [first] = noticesOf(state(), someCommands[type]);
    expect(first).toMatchObject({ urgency });
    expect(first?.text.zh).toContain('南川河洪水');
  });

  it('says that a drill is one', () => {
    const incident = anIncident({ exercise: true });
    const drill = following(undefined, {
      ...send(anAgency()),
      origin: { kind: 'incident', incident, details: taskDetails() },
    } as TaskCommand);
    expect(aggregate.isExercise(drill)).toBe(true);
    // Marked once, when it is written.
    expect(noticesOf(drill, someCommands.accept)[0]?.text.zh).not.toMatch(/【演练】/);
  });
});
