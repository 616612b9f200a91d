import { describe, expect, it } from 'vitest';
import { incident as aggregate } from '../../../shared/domain/incident/incident.ts';
import type { IncidentCommand } from '../../../shared/domain/incident/incident-commands.ts';
import { occurrenceRange } from '../../../shared/domain/incident/incident-listings.ts';
import { type IncidentState, IncidentStateSchema, summaryOf } from '../../../shared/domain/incident/incident-state.ts';
import { HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { circumstances, NOW } from '../../builders/circumstances.ts';
import {
  aClosedIncident,
  anIncident,
  aReportedIncident,
  INCIDENT_ID,
  someIncidentDetails,
} from '../../builders/incident.ts';

const where = circumstances({ role: 'coordinator' });
const reason = '险情变化';
const ORDER = '0190b000-0000-7000-8000-000000000b01';
const report: IncidentCommand = { type: 'open', id: INCIDENT_ID, details: someIncidentDetails(), exercise: false };
const opinion: IncidentCommand = {
  type: 'receive-opinion',
  callOutId: INCIDENT_ID,
  expert: { expertId: INCIDENT_ID, name: '虚构专家甲' },
  digest: 'digest',
  at: NOW,
};
const of = {
  city: '620100',
  incidentId: '0190b000-0000-7000-8000-000000000b02',
  found: { title: '湟水洪水', exercise: false, isDismissed: false },
};
const COMMANDS = {
  report,
  open: { ...report, responseLevel: 'II' },
  verify: { type: 'verify', words: '现场已到' },
  'dismiss as false': { type: 'dismiss', verdict: 'false', reason },
  'dismiss as a duplicate': { type: 'dismiss', verdict: 'duplicate', of, reason },
  change: { type: 'change', details: someIncidentDetails({ title: '南川河特大洪水' }) },
  'set level I': { type: 'set-level', responseLevel: 'I', reason },
  'end the response': { type: 'end-response', reason },
  close: { type: 'close', reason },
  'take command': { type: 'take-command', commander: { name: '虚构甲', position: '副市长', organisation: '市政府' } },
  'attach an order': { type: 'attach-order', workOrderId: ORDER, number: 'HL-1' },
  advise: opinion,
  'look at the clock': { type: 'clock-ran-out' },
} as const satisfies Record<string, IncidentCommand>;
type CommandName = keyof typeof COMMANDS;

const applied = (state: IncidentState | undefined, ...commands: readonly CommandName[]): IncidentState => {
  const after = commands.reduce<IncidentState | undefined>((before, name) => {
    const decision = aggregate.decide(before, COMMANDS[name], where);
    if (!decision.accepted) throw new Error(`refused: ${decision.refusal.reason.code}`);
    return decision.events.reduce<IncidentState | undefined>(
      (sum, event) => aggregate.evolve(sum, aggregate.eventSchema.parse(event)),
      before,
    );
  }, state);
  return IncidentStateSchema.parse(after);
};

const IN = {
  nowhere: undefined,
  reported: aReportedIncident(),
  dismissed: applied(aReportedIncident(), 'dismiss as false'),
  verified: applied(aReportedIncident(), 'verify'),
  responding: anIncident(),
  ended: applied(anIncident(), 'end the response'),
  closed: aClosedIncident(),
} as const satisfies Record<string, IncidentState | undefined>;
type Standing = keyof typeof IN;

/** What comes of each command, in the order of IN: the status after it, or why not. */
const OUTCOMES: Readonly<Record<CommandName, readonly string[]>> = {
  report: ['reported', ...Array(6).fill('incident-exists')],
  open: ['responding', ...Array(6).fill('incident-exists')],
  verify: ['incident-unknown', 'verified', 'verified', ...Array(3).fill('incident-status'), 'incident-closed'],
  'dismiss as false': [
    ...['incident-unknown', 'dismissed', 'incident-status', 'dismissed'],
    ...['incident-status', 'incident-status', 'incident-closed'],
  ],
  'dismiss as a duplicate': [
    ...['incident-unknown', 'dismissed', 'incident-status', 'dismissed'],
    ...['incident-status', 'incident-status', 'incident-closed'],
  ],
  change: ['incident-unknown', 'reported', 'incident-status', 'verified', 'responding', 'ended', 'incident-closed'],
  'set level I': [
    ...['incident-unknown', 'incident-not-verified', 'incident-status'],
    ...['responding', 'responding', 'responding', 'incident-closed'],
  ],
  'end the response': [
    ...['incident-unknown', 'incident-status', 'incident-status', 'incident-status'],
    ...['ended', 'incident-status', 'incident-closed'],
  ],
  close: [
    ...['incident-unknown', 'incident-not-verified', 'incident-status'],
    ...['closed', 'closed', 'closed', 'incident-closed'],
  ],
  'take command': [
    ...['incident-unknown', 'reported', 'incident-status', 'verified'],
    ...['responding', 'incident-status', 'incident-closed'],
  ],
  'attach an order': [
    ...['incident-unknown', 'reported', 'incident-status', 'verified'],
    ...['responding', 'incident-status', 'incident-closed'],
  ],
  advise: ['incident-unknown', 'reported', 'dismissed', 'verified', 'responding', 'ended', 'closed'],
  'look at the clock': ['incident-unknown', 'reported', 'dismissed', 'verified', 'responding', 'ended', 'closed'],
};

describe('an incident', () => {
  const cases = (Object.keys(COMMANDS) as CommandName[]).flatMap((command) =>
    (Object.keys(IN) as Standing[]).map((standing, index) => [command, standing, OUTCOMES[command][index]] as const),
  );
  it.each(cases)('that somebody would %s, being %s, comes to %s', (command, standing, expected) => {
    const code = outcomeOf(aggregate.decide(IN[standing], COMMANDS[command], where));
    expect(code === 'accepted' ? applied(IN[standing], command).status : code).toBe(expected);
  });

  it('does not happen in the future', () => {
    const details = someIncidentDetails({ occurredAt: plus(NOW, 1) });
    const future = { refusal: { reason: { code: 'incident-in-the-future' }, pointer: '/occurredAt' } };
    expect(aggregate.decide(undefined, { ...report, details }, where)).toMatchObject(future);
    expect(aggregate.decide(anIncident(), { type: 'change', details }, where)).toMatchObject(future);
  });

  it('that a coordinator opens with a level is verified and responded to by the same hand', () => {
    const by = { id: 'coordinator@630100', name: 'coordinator@630100' };
    const made = { by, at: NOW };
    expect(applied(undefined, 'open')).toEqual({
      ...anIncident(),
      ...{ reportedAt: NOW, reportedBy: by, verification: made },
      levels: [{ responseLevel: 'II', step: 'set', reason: '接报核实后启动', announcedAt: NOW, ...made }],
    });
  });

  it('remembers each level, what it did to the one before, and when it was announced', () => {
    const steps = (['IV', 'II', 'III'] as const).reduce<IncidentState>((state, responseLevel) => {
      const announcedAt = plus(NOW, -HOUR_MS);
      const decision = aggregate.decide(state, { type: 'set-level', responseLevel, reason, announcedAt }, where);
      if (!decision.accepted) throw new Error('refused');
      return decision.events.reduce<IncidentState>((sum, event) => aggregate.evolve(sum, event), state);
    }, IN.verified);
    expect(steps.levels.map(({ responseLevel, step }) => `${step} ${responseLevel}`)).toEqual([
      'set IV',
      'raised II',
      'lowered III',
    ]);
    expect(steps.levels.every(({ announcedAt }) => announcedAt < NOW)).toBe(true);
    expect(applied(IN.ended, 'set level I').levels.at(-1)?.step).toBe('resumed');
    expect(applied(IN.ended, 'set level I')).not.toHaveProperty('ending');
    const future = { type: 'set-level', responseLevel: 'I', reason, announcedAt: plus(NOW, 1) } as const;
    expect(outcomeOf(aggregate.decide(IN.verified, future, where))).toBe('announcement-in-the-future');
    const same = { type: 'set-level', responseLevel: 'II', reason } as const;
    expect(outcomeOf(aggregate.decide(anIncident(), same, where))).toBe('response-level-unchanged');
  });

  it('closed while it is responded to ends its response first', () => {
    expect(applied(anIncident(), 'close')).toMatchObject({ ending: { reason }, closure: { reason, at: NOW } });
    expect(applied(IN.verified, 'close')).not.toHaveProperty('ending');
  });

  it('dismissed too early can be verified after all', () => {
    expect(applied(IN.dismissed, 'verify')).not.toHaveProperty('dismissal');
    expect(applied(aReportedIncident(), 'dismiss as a duplicate')).toMatchObject({
      dismissal: { verdict: 'duplicate', of: { city: '620100', title: '湟水洪水' } },
    });
  });

  it('keeps who commanded, the last one in command', () => {
    const commanded = applied(anIncident(), 'take command');
    expect(commanded.command).toMatchObject([{ name: '虚构甲', since: NOW, by: { id: 'coordinator@630100' } }]);
    expect(outcomeOf(aggregate.decide(commanded, COMMANDS['take command'], where))).toBe('commander-unchanged');
  });

  it('waits to be verified, and once over, to be put on file', () => {
    const waits = (state: IncidentState) =>
      aggregate.deadlines?.(state, where.rules).map(({ handOff, since }) => ({ handOff, since }));
    expect(waits(IN.reported)).toEqual([{ handOff: 'verification', since: IN.reported.reportedAt }]);
    expect(waits(IN.ended)).toEqual([{ handOff: 'archive', since: NOW }]);
    for (const standing of ['dismissed', 'verified', 'responding', 'closed'] as const)
      expect(waits(IN[standing])).toEqual([]);
  });

  it('attaches a work order once', () => {
    const attached = applied(IN.reported, 'attach an order');
    expect(attached.workOrders).toEqual([{ workOrderId: ORDER, number: 'HL-1' }]);
    expect(aggregate.decide(attached, COMMANDS['attach an order'], where)).toEqual({ accepted: true, events: [] });
  });

  it('lets a work order go, also when it was dismissed, and knows when it never had it', () => {
    const dismissed = applied(IN.reported, 'attach an order', 'dismiss as false');
    const detach = { type: 'detach-order', workOrderId: ORDER } as const;
    const [event] = [aggregate.decide(dismissed, detach, where)].flatMap((done) => (done.accepted ? done.events : []));
    if (!event) throw new Error('nothing happened');
    expect(aggregate.evolve(dismissed, event).workOrders).toEqual([]);
    expect(aggregate.decide(IN.reported, detach, where)).toEqual({ accepted: true, events: [] });
  });

  it('notes an opinion, and stays as it is', () => {
    for (const state of [anIncident(), aClosedIncident()]) expect(applied(state, 'advise')).toEqual(state);
  });

  it('tells partners no more than they need', () => {
    expect(summaryOf(anIncident())).not.toHaveProperty('description');
    expect(summaryOf(anIncident())).toMatchObject({ incidentId: INCIDENT_ID, responseLevel: 'II', hazard: 'flood' });
    expect(summaryOf(IN.verified)).not.toHaveProperty('responseLevel');
  });

  it('says whether it is a drill', () => {
    expect(aggregate.isExercise(anIncident({ exercise: true }))).toBe(true);
    expect(aggregate.isExercise(anIncident())).toBe(false);
  });

  it('is listed by status, in the order in which things happened, and by place while it goes on', () => {
    const lists = (state: IncidentState) => aggregate.listings(state).map(({ list }) => list);
    const near = 'incident/near/real/flood';
    expect(lists(anIncident())).toEqual(['incident', 'incident/status/responding', 'incident/status/open', near]);
    expect(lists(aClosedIncident())).toEqual(['incident', 'incident/status/closed']);
    expect(lists(aReportedIncident({ exercise: true }))).toContain('incident/near/exercise/flood');
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
