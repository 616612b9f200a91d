import { describe, expect, it } from 'vitest';
import { reportIdOf } from '../../../shared/domain/situation-report/report-id.ts';
import { situationReport } from '../../../shared/domain/situation-report/situation-report.ts';
import type { ReceiveReport } from '../../../shared/domain/situation-report/situation-report-commands.ts';
import type { SituationReportEvent } from '../../../shared/domain/situation-report/situation-report-events.ts';
import type { SituationReportState } from '../../../shared/domain/situation-report/situation-report-state.ts';
import { situationReportConversation } from '../../../shared/exchange/conversations/situation-report.ts';
import { signedAgreement } from '../../builders/agreement.ts';
import { circumstances, LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { INCIDENT_ID } from '../../builders/incident.ts';
import { incidentSummary, REPORT_ID, reportingCity } from '../../builders/situation-report.ts';

const agreement = signedAgreement();
const send = { type: 'send', to: [{ agreementId: agreement.id, agreement }] } as const;

const sent = () => {
  const city = reportingCity();
  city.approve();
  city.act(send, 'coordinator');
  return city;
};

const latestOf = (city: ReturnType<typeof sent>) => {
  const report = city.report();
  if (!('latest' in report)) throw new Error('nothing is approved');
  const { number, content, signature } = report.latest;
  return { number, content, signature };
};

const receive = (city: ReturnType<typeof sent>, overrides: Partial<ReceiveReport> = {}): ReceiveReport => ({
  type: 'receive',
  id: REPORT_ID,
  from: XINING,
  incident: incidentSummary(),
  exercise: false,
  version: latestOf(city),
  agreementId: agreement.id,
  agreement,
  ...overrides,
});

const received = (state: SituationReportState | undefined, command: ReceiveReport) =>
  situationReport.decide(state, command, circumstances({ city: LANZHOU }));

const heldAfter = (state: SituationReportState | undefined, command: ReceiveReport): SituationReportState => {
  const decision = received(state, command);
  if (!decision.accepted) throw new Error(decision.refusal.reason.code);
  return decision.events.reduce<SituationReportState | undefined>(
    situationReport.evolve,
    state,
  ) as SituationReportState;
};

describe('reports between cities', () => {
  it('go to a partner once, and each new version by itself', () => {
    const city = sent();
    expect(city.report().recipients).toMatchObject([{ city: LANZHOU, number: 1 }]);
    expect(city.refusal(send, 'coordinator')).toBe('report-sent-already');
    city.approve({ kind: 'follow-up' });
    expect(city.report().recipients).toMatchObject([{ city: LANZHOU, number: 2 }]);
  });

  it('carry nothing of what was said on the way to the approval', () => {
    const city = sent();
    const [{ messageId = '' } = {}] = city.report().recipients;
    const event: SituationReportEvent = {
      type: 'reportSent',
      number: 1,
      to: [{ city: LANZHOU, agreementId: agreement.id, messageId }],
      at: NOW,
    };
    const messages = situationReportConversation.outgoing(event, city.report(), {} as never);
    expect(messages).toEqual([
      {
        id: messageId,
        type: 'SituationReported',
        to: [LANZHOU],
        agreement: agreement.id,
        body: { incident: incidentSummary(), version: latestOf(city) },
      },
    ]);
  });

  it('may be sent again when the message was not taken', () => {
    const city = sent();
    const [{ messageId = '' } = {}] = city.report().recipients;
    const reason = { zh: '不通', en: 'out of order' };
    city.act({ type: 'message-failed', messageId, city: LANZHOU, code: 'undeliverable', reason });
    expect(city.report().recipients).toMatchObject([{ failure: { code: 'undeliverable' } }]);
    city.act(send, 'coordinator');
    expect(city.report().recipients[0]).not.toHaveProperty('failure');
  });

  it('are kept by the partner, version after version', () => {
    const city = sent();
    const first = heldAfter(undefined, receive(city));
    city.approve({ corrects: 1, reason: '误' });
    const second = heldAfter(first, receive(city));
    expect(second).toMatchObject({
      status: 'received',
      latest: { number: 2 },
      versions: [{ number: 1, correctedBy: 2 }, { number: 2 }],
    });
    expect(received(second, receive(city))).toMatchObject({ refusal: { reason: { code: 'report-version-held' } } });
    expect(received(second, receive(city, { from: '630200' }))).toMatchObject({
      refusal: { reason: { code: 'report-not-the-sender' } },
    });
  });

  it('begin under an agreement that is usable, and go on whatever becomes of it', () => {
    const city = sent();
    const suspended = { ...agreement, status: 'suspended' } as unknown as typeof agreement;
    expect(received(undefined, receive(city, { agreement: suspended }))).toMatchObject({
      refusal: { reason: { code: 'agreement-not-in-force' } },
    });
    expect(received(undefined, receive(city, { agreement: undefined }))).toMatchObject({
      refusal: { reason: { code: 'agreement-not-found' } },
    });
    const first = heldAfter(undefined, receive(city));
    city.approve({ kind: 'follow-up' });
    expect(heldAfter(first, receive(city, { agreement: suspended }))).toMatchObject({ latest: { number: 2 } });
  });

  it.each([
    ['an unknown agreement', [{ agreementId: agreement.id, agreement: undefined }], 'agreement-not-found'],
    ['a partner twice', [send.to[0], send.to[0]], 'report-same-partner'],
  ] as const)('do not go to %s', (_, to, code) => {
    const city = reportingCity();
    city.approve();
    expect(city.refusal({ type: 'send', to }, 'coordinator')).toBe(code);
  });

  it('are not sent before one is approved', () => {
    expect(reportingCity().refusal(send, 'coordinator')).toBe('report-nothing-to-send');
  });

  it('stand version by version in a list, where each is found by whoever removes a drill', () => {
    const city = reportingCity({}, true);
    const events = [...city.approve(), ...city.approve({ kind: 'follow-up' })];
    const put = events.flatMap((event) => situationReport.listed?.(event, city.report()).put ?? []);
    const places = situationReport.listedPlaces?.(city.report());
    expect(put.map(({ list, sort }) => ({ list, sort }))).toEqual(places);
    expect(places).toHaveLength(2);
  });

  it('of a drill say so', () => {
    const city = reportingCity({}, true);
    expect(situationReport.isExercise(city.report())).toBe(true);
  });

  it('have an id for each city and incident that is nobody else’s', () => {
    const ids = [
      reportIdOf(INCIDENT_ID, 'its-city'),
      reportIdOf(INCIDENT_ID, LANZHOU),
      reportIdOf(INCIDENT_ID, '630200'),
    ];
    expect(new Set([...ids, INCIDENT_ID]).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  });
});
