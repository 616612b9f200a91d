import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/situation-reports/handler.ts';
import type { RollUp } from '../../../shared/domain/roll-up/roll-up-result.ts';
import { reportIdOf } from '../../../shared/domain/situation-report/report-id.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { situationReportRoutes as routes } from '../../../shared/http/routes/situation-reports.ts';
import type { IncidentView } from '../../../shared/http/views/incident.ts';
import type { Pending } from '../../../shared/http/views/pending.ts';
import type {
  NextReport,
  ReportVersionView,
  SituationReportView,
} from '../../../shared/http/views/situation-report.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { someIncidentDetails } from '../../builders/incident.ts';
import { commitTeam, neighbours } from '../../builders/neighbours.ts';
import { CHENGDONG, reportContent, someDivisions } from '../../builders/situation-report.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const DUTY = `duty-officer@${XINING}`;
const COORDINATOR = `coordinator@${XINING}`;
const SIGNS = `representative@${XINING}`;
const RECEIVES = `duty-officer@${LANZHOU}`;
/** 10:00 in China, two hours after {@link NOW}. */
const TEN = '2026-07-15T02:00:00.000Z';

const world = async () => {
  const cities = await neighbours();
  const { incidentId } = await cities.done<IncidentView>(COORDINATOR, incidentRoutes.openIncident, {
    body: { ...someIncidentDetails(), responseLevel: 'II', exercise: false },
  });
  const reportId = reportIdOf(incidentId, 'its-city');
  const params = { reportId };
  const read = (as = DUTY) => cities.call(as, routes.readSituationReport, { params });
  const view = async (as = DUTY) => (await read(as)).body as SituationReportView;
  const write = async (content: object) => {
    const { headers } = await read();
    return cities.call(DUTY, routes.writeReport, {
      params,
      body: content,
      headers: { 'if-match': headers.etag ?? '' },
    });
  };
  const step = (as: string, body: object) =>
    cities.done<SituationReportView>(as, routes.takeReportStep, { params, body });
  const approve = async (content: object) => {
    expect(await write(content)).toMatchObject({ status: 200 });
    await step(DUTY, { step: 'submit' });
    await step(COORDINATOR, { step: 'approve' });
    return step(SIGNS, { step: 'approve', words: '同意' });
  };
  const send = (agreements = [cities.agreementId]) =>
    cities.done<SituationReportView>(COORDINATOR, routes.sendReport, { params, body: { agreements } });
  const version = (as: string, number: number) =>
    cities.done<ReportVersionView>(as, routes.readReportVersion, { params: { ...params, number: String(number) } });
  return { ...cities, incidentId, reportId, params, read, view, write, step, approve, send, version };
};

describe('reports on an incident', () => {
  it('begin with the incident and wait for the first one', async () => {
    const { view, done, incidentId, reportId } = await world();
    expect(await view()).toMatchObject({ status: 'first-due', side: 'own', versions: [], incident: { incidentId } });
    const { items } = await done<{ items: unknown[] }>(DUTY, routes.listSituationReports, {
      query: { incident: incidentId },
    });
    expect(items).toMatchObject([{ reportId, status: 'first-due' }]);
  });

  it('are written, reviewed, signed and sent; the partner can prove what it got', async () => {
    const { approve, send, version, view } = await world();
    const approved = await approve(reportContent());
    expect(approved).toMatchObject({
      status: 'reporting',
      versions: [{ number: 1, kind: 'first' }],
      totals: { dead: 1, missing: 2, injured: 5 },
      nextRoutineAt: TEN,
    });
    await send();
    expect(await view(RECEIVES)).toMatchObject({ status: 'received', side: 'received', city: XINING });
    const [own, received] = [await version(DUTY, 1), await version(RECEIVES, 1)];
    expect(own.proof).toBe('valid');
    expect(received).toMatchObject({ proof: 'valid', content: reportContent(), signature: { by: { id: SIGNS } } });
    expect(own.remarks?.map(({ did }) => did)).toEqual(['submitted', 'reviewed', 'approved']);
    expect(received.remarks).toBeUndefined();
    expect(received.text.zh).toMatch(/^关于“南川河洪水”的初报（第1版）\n报送单位：西宁市/);
    expect(received.text.zh).toContain('7．已造成的后果：死亡1人，失踪2人，受伤5人');
    expect(received.text.en).toContain('Forces at work: Xining Water rescue 3 (45 people)');
  });

  it('are corrected; the partner gets the correction and keeps the old version', async () => {
    const { approve, send, version, view } = await world();
    await approve(reportContent());
    await send();
    await approve(reportContent({ corrects: 1, reason: '一人获救', divisions: someDivisions(0) }));
    expect(await view(RECEIVES)).toMatchObject({
      latest: { number: 2 },
      totals: { dead: 0 },
      versions: [
        { number: 1, correctedBy: 2 },
        { number: 2, corrects: 1 },
      ],
    });
    expect(await version(RECEIVES, 1)).toMatchObject({ correctedBy: 2, totals: { dead: 1 }, proof: 'valid' });
    expect(await version(RECEIVES, 2)).toMatchObject({ content: { reason: '一人获救' }, proof: 'valid' });
    expect((await version(DUTY, 2)).text.zh).toContain('更正说明：一人获救');
  });

  it('draft a zero report by themselves at ten, which goes to the partner once it is approved', async () => {
    const { approve, send, setTime, ring, reportId, view, step } = await world();
    await approve(reportContent());
    await send();
    setTime(TEN);
    await ring(XINING, 'situation-report', reportId);
    const drafted = await view();
    expect(drafted.draft).toMatchObject({ status: 'drafted', number: 2, content: { kind: 'zero', asOf: TEN } });
    expect(drafted.draft?.content.divisions).toEqual(someDivisions());
    expect(drafted.nextRoutineAt).toBe('2026-07-16T02:00:00.000Z');
    await step(DUTY, { step: 'submit' });
    await step(COORDINATOR, { step: 'approve' });
    await step(SIGNS, { step: 'approve' });
    expect(await view(RECEIVES)).toMatchObject({ latest: { number: 2, content: { kind: 'zero' } } });
  });

  it('are added up with what partners report, each division once', async () => {
    const cities = await world();
    await cities.approve(reportContent());
    const { incidentId } = cities;
    await cities.done(COORDINATOR, incidentRoutes.shareIncident, {
      params: { incidentId },
      body: { agreementId: cities.agreementId },
    });
    const opened = await cities.done<SituationReportView>(RECEIVES, routes.openSituationReport, {
      body: { incidentId, incidentCity: XINING },
    });
    const params = { reportId: opened.reportId };
    expect(opened.reportId).toBe(reportIdOf(incidentId, LANZHOU));
    const { headers } = await cities.call(RECEIVES, routes.readSituationReport, { params });
    const divisions = [
      { division: CHENGDONG, figures: { dead: 7 } },
      { division: LANZHOU, figures: { dead: 1 } },
    ];
    await cities.done(RECEIVES, routes.writeReport, {
      params,
      body: reportContent({ divisions }),
      headers: { 'if-match': headers.etag ?? '' },
    });
    const step = (as: string, body: object) => cities.done(as, routes.takeReportStep, { params, body });
    await step(RECEIVES, { step: 'submit' });
    await step(`coordinator@${LANZHOU}`, { step: 'approve' });
    await step(`approver@${LANZHOU}`, { step: 'approve' });
    await cities.done(RECEIVES, routes.sendReport, { params, body: { agreements: [cities.agreementId] } });
    const sum = await cities.done<RollUp>(`auditor@${XINING}`, routes.rollUpIncident, { params: { incidentId } });
    expect(sum.totals).toMatchObject({ dead: 2, missing: 2 });
    expect(sum.leftOut).toMatchObject([
      { city: LANZHOU, division: CHENGDONG, reason: 'same-division', instead: { city: XINING } },
    ]);
  });

  it('propose the forces that are at work and the partners that are involved', async () => {
    const cities = await world();
    const { incidentId } = await commitTeam(cities);
    const params = { reportId: reportIdOf(incidentId, 'its-city') };
    const next = await cities.done<NextReport>(DUTY, routes.readNextReport, { params });
    expect(next.content.forces).toMatchObject([{ city: LANZHOU, kind: 'water-rescue', teams: 1 }]);
    expect(next.recipients).toEqual([{ city: LANZHOU, agreementId: cities.agreementId }]);
  });

  it('are nobody else’s to change, and need the right person at each step', async () => {
    const { approve, send, call, params, write, step } = await world();
    expect(await write(reportContent())).toMatchObject({ status: 200 });
    await step(DUTY, { step: 'submit' });
    expectProblem(
      await call(SIGNS, routes.takeReportStep, { params, body: { step: 'approve' } }),
      403,
      'report-not-your-turn',
    );
    await step(COORDINATOR, { step: 'send-back', words: '请补充起因' });
    await approve(reportContent());
    await send();
    const theirs = await call(RECEIVES, routes.takeReportStep, { params, body: { step: 'comment', words: '?' } });
    expectProblem(theirs, 409, 'situation-report-not-ours');
    expectProblem(
      await call(COORDINATOR, routes.openSituationReport, { body: { incidentId: params.reportId } }),
      404,
      'not-found',
    );
    const missing = { params: { ...params, number: '9' } };
    expectProblem(await call(DUTY, routes.readReportVersion, missing), 404, 'report-version-missing');
  });

  it('are waited for until the incident turns out to be none', async () => {
    const { done, view } = await world();
    const { incidentId } = await done<IncidentView>(COORDINATOR, incidentRoutes.openIncident, {
      body: { ...someIncidentDetails(), exercise: false },
    });
    const params = { reportId: reportIdOf(incidentId, 'its-city') };
    const read = () => done<{ pending: Pending }>(DUTY, routes.readSituationReport, { params });
    expect((await read()).pending.next).toMatchObject({ waitsFor: { who: 'duty-room' }, due: TEN });
    await done(COORDINATOR, incidentRoutes.verifyIncident, {
      params: { incidentId },
      body: { verdict: 'false', reason: '误报' },
    });
    expect((await read()).pending).toEqual({ handOffs: [] });
    expect(await view()).toMatchObject({ status: 'first-due' });
  });

  it('that are too long to be kept and sent are refused', async () => {
    const { write } = await world();
    const words = '水'.repeat(2000);
    const long = { cause: words, nature: words, consequences: words, scope: words, trend: words, response: words };
    const more = { measures: words, advice: words, outlook: words, course: '水'.repeat(4000) };
    expectProblem(await write(reportContent({ ...long, ...more })), 422, 'body-not-valid');
    expect(await write(reportContent(long))).toMatchObject({ status: 200 });
  });
});

describe('wrong calls', () => {
  const wrong = (contract: RouteContract, as: string, good: object) =>
    itAnswersWrongCalls(contract, async () => {
      const cities = await world();
      const test = cities.cellOf(XINING);
      const headers = contract.ifMatch === undefined ? {} : { 'if-match': '"1"' };
      return { test, handler: createHandler(test.cell), good: { as, params: cities.params, headers, ...good } };
    });
  wrong(routes.writeReport, DUTY, { body: reportContent() });
  wrong(routes.takeReportStep, COORDINATOR, { body: { step: 'call-off', words: '未达报送标准' } });
});
