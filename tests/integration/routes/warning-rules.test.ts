import { describe, expect, it } from 'vitest';
import { createHandler as createClock } from '../../../functions/clock/handler.ts';
import { createHandler } from '../../../functions/warnings/handler.ts';
import { performActs } from '../../../functions/warnings/perform-acts.ts';
import { loadSet } from '../../../shared/data/loaded.ts';
import type { Story } from '../../../shared/data/story.ts';
import type { AwarenessCard } from '../../../shared/domain/awareness/awareness-listings.ts';
import type { CapAlert } from '../../../shared/domain/cap/cap-alert.ts';
import type { WarningRuleDetails } from '../../../shared/domain/warning-rule/warning-rule-state.ts';
import { warningIdOf } from '../../../shared/exchange/cap/warning-id.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { awarenessRoutes } from '../../../shared/http/routes/awareness.ts';
import { dutyRoomRoutes } from '../../../shared/http/routes/duty-room.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { ledgerRoutes } from '../../../shared/http/routes/ledger.ts';
import { planRoutes } from '../../../shared/http/routes/plans.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import { warningRuleRoutes as routes } from '../../../shared/http/routes/warning-rules.ts';
import { warningRoutes } from '../../../shared/http/routes/warnings.ts';
import type { AgreementView } from '../../../shared/http/views/agreement.ts';
import type { AwarenessView } from '../../../shared/http/views/awareness.ts';
import type { IncidentView } from '../../../shared/http/views/incident.ts';
import type { PlanView } from '../../../shared/http/views/plan.ts';
import type { TeamView } from '../../../shared/http/views/team.ts';
import type { WarningView } from '../../../shared/http/views/warning.ts';
import type { WarningRuleView } from '../../../shared/http/views/warning-rule.ts';
import { naming, rainstorm, rainstormInfo } from '../../builders/cap.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { neighbours } from '../../builders/neighbours.ts';
import { planDetails } from '../../builders/plan.ts';
import { someContact, someDetails } from '../../builders/team.ts';
import { createTestCell } from '../../builders/test-cell.ts';
import { warningDraft } from '../../builders/warning.ts';
import { onDeclaration } from './agreements-world.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const OFFICER = `duty-officer@${XINING}`;
const REPRESENTATIVE = `representative@${XINING}`;
const SIX_HOURS_LATER = '2026-07-15T06:00:00.000Z';

const rule = (changes: Partial<WarningRuleDetails> = {}): WarningRuleDetails => ({
  ...{ name: '橙色及以上暴雨预警', realm: 'actual', colour: 'orange', hazards: ['flood'], area: 'here' },
  ...{ agreements: [], teams: [], partners: [], mayAsk: [], plans: [] },
  ...changes,
});

const later = (changes: Partial<CapAlert>): CapAlert =>
  rainstorm({
    ...{ identifier: 'later', sent: '2026-07-15T09:00:00+08:00', references: naming(rainstorm()) },
    ...changes,
  });

const cancellation = (): CapAlert => {
  const { info: _, ...alert } = later({ msgType: 'Cancel' });
  return alert;
};

/** Xining and Lanzhou under an agreement that works on declaration, and a rule that arms it and has a team of Xining stand by. */
const world = async (changes: Partial<WarningRuleDetails> = {}) => {
  const cities = await neighbours(onDeclaration);
  const { done, agreementId } = cities;
  const { teamId } = await done<TeamView>(OFFICER, teamRoutes.registerTeam, {
    body: { ...someDetails({ name: '西宁水上救援队' }), dutyContact: someContact() },
  });
  const body = rule({ agreements: [agreementId], teams: [teamId], ...changes });
  const { ruleId } = await done<WarningRuleView>(REPRESENTATIVE, routes.setWarningRule, { body });
  const take = (alert: CapAlert) => done<WarningView>(OFFICER, warningRoutes.receiveWarning, { body: alert });
  const read = (alert: CapAlert) =>
    done<WarningView>(OFFICER, warningRoutes.readWarning, { params: { warningId: warningIdOf(alert) } });
  const actsOf = async (alert: CapAlert) => (await read(alert)).acts.map(({ what, status }) => [what, status]);
  /** Numbers of the declarations under which each city has the agreement armed. */
  const armed = async (): Promise<readonly string[]> => {
    const [here, there] = await Promise.all(
      [XINING, LANZHOU].map((city) =>
        done<AgreementView>(`representative@${city}`, agreementRoutes.readAgreement, { params: { agreementId } }),
      ),
    );
    expect(there?.declarations).toEqual(here?.declarations);
    return here?.declarations.map(({ number }) => number) ?? [];
  };
  const standbys = async () =>
    (await done<TeamView>(OFFICER, teamRoutes.readTeam, { params: { teamId } })).standbys?.map(
      ({ warningId, until }) => [warningId, until],
    ) ?? [];
  return { ...cities, teamId, ruleId, take, read, actsOf, armed, standbys };
};

const MAY_ASK = [{ kind: 'water-rescue', level: 2, quantity: 2 }] as const;

/** A world in which a rule arms the agreement and tells the partner. */
const partnersTold = async () => {
  const cities = await world({ teams: [] });
  const { done, ruleId, agreementId } = cities;
  const body = rule({ agreements: [agreementId], partners: [agreementId], mayAsk: [...MAY_ASK] });
  const changing = { params: { ruleId }, body, headers: { 'if-match': '"1"' } };
  await done(REPRESENTATIVE, routes.changeWarningRule, changing);
  return cities;
};

const onItsOwn =
  (request: object = {}) =>
  async () => {
    const test = createTestCell({ city: XINING, now: NOW });
    const handler = createHandler(test.cell);
    const { body } = await test.call(handler, routes.setWarningRule, { as: REPRESENTATIVE, body: rule() });
    const { ruleId } = body as WarningRuleView;
    return { test, handler, good: { as: REPRESENTATIVE, params: { ruleId }, ...request } };
  };

describe('rules for warnings', () => {
  itAnswersWrongCalls(routes.setWarningRule, async () => {
    const test = createTestCell({ city: XINING, now: NOW });
    const good = { as: REPRESENTATIVE, body: rule() };
    return { test, handler: createHandler(test.cell), good, otherBody: rule({ name: '另一条' }) };
  });
  itAnswersWrongCalls(routes.readWarningRule, onItsOwn());
  itAnswersWrongCalls(routes.changeWarningRule, onItsOwn({ body: rule(), headers: { 'if-match': '"1"' } }));
  itAnswersWrongCalls(routes.retireWarningRule, onItsOwn({ body: { reason: '并入新规则' } }));

  it('arm an agreement at both ends and put teams on standby, once, until the warning is cancelled', async () => {
    const { cellOf, deliverAll, take, actsOf, armed, standbys } = await world();
    expect(await armed()).toEqual([]);
    const { warningId } = await take(rainstorm());
    await take(rainstorm());
    for (let again = 0; again < 2; again += 1) await performActs(cellOf(XINING).cell, CONVERSATIONS, warningId);
    await deliverAll();
    expect(await armed()).toEqual([warningId]);
    expect(await standbys()).toEqual([[warningId, SIX_HOURS_LATER]]);
    expect(await actsOf(rainstorm())).toEqual([
      ['arm-agreement', 'done'],
      ['put-on-standby', 'done'],
    ]);
    await take(cancellation());
    expect(await armed()).toEqual([]);
    expect(await standbys()).toEqual([]);
    expect(await actsOf(rainstorm())).toEqual([
      ['arm-agreement', 'undone'],
      ['put-on-standby', 'undone'],
    ]);
  });

  it('stand down by the clock when the warning expires, and the ledger says so', async () => {
    const { cellOf, deliverAll, done, take, armed, standbys } = await world();
    const { warningId } = await take(rainstorm());
    const { cell, setTime } = cellOf(XINING);
    setTime(SIX_HOURS_LATER);
    for (let minute = 0; minute < 3; minute += 1) await createClock(cell)({} as never);
    await deliverAll();
    expect(await armed()).toEqual([]);
    expect(await standbys()).toEqual([]);
    const params = { kind: 'warning', id: warningId };
    const { chapters } = await done<Story>(OFFICER, ledgerRoutes.readStory, { params });
    expect(chapters[0]?.entries.map(({ type }) => type)).toEqual([
      'warningReceived',
      ...['warningActed', 'warningActed', 'warningExpired', 'warningActed', 'warningActed'],
    ]);
  });

  it('keep an agreement armed while a graver warning takes the place of the one before', async () => {
    const { take, armed } = await world();
    await take(rainstorm());
    const { warningId } = await take(later({ msgType: 'Update' }));
    expect(await armed()).toEqual([warningId]);
  });

  it.each<[string, Partial<WarningRuleDetails>, CapAlert]>([
    ['a lesser colour', {}, rainstorm({ info: [rainstormInfo({ severity: 'Moderate', headline: '' })] })],
    ['another hazard', { hazards: ['drought'] }, rainstorm()],
    ['a drill', {}, rainstorm({ status: 'Exercise' })],
    ['an area elsewhere', {}, rainstorm({ info: [rainstormInfo({ area: [{ areaDesc: '某地' }] })] })],
  ])('leave %s alone', async (_, changes, alert) => {
    const { take, armed, standbys } = await world(changes);
    expect((await take(alert)).acts).toEqual([]);
    expect([await armed(), await standbys()]).toEqual([[], []]);
  });

  it('note what is refused, and do the rest', async () => {
    const { done, agreementId, take, read, standbys } = await world({ hazards: [], area: 'anywhere' });
    const suspending = { params: { agreementId }, body: { reason: '复核' } };
    await done(REPRESENTATIVE, agreementRoutes.suspendAgreement, suspending);
    const { warningId } = await take(rainstorm());
    expect((await read(rainstorm())).acts).toMatchObject([
      { what: 'arm-agreement', status: 'refused', refusal: { text: { zh: expect.stringMatching(/./) } } },
      { what: 'put-on-standby', status: 'done' },
    ]);
    expect(await standbys()).toEqual([[warningId, SIX_HOURS_LATER]]);
  });

  it('of drills arm no real agreement', async () => {
    const { take, read, armed } = await world({ realm: 'exercise' });
    const drill = rainstorm({ status: 'Exercise' });
    await take(drill);
    expect((await read(drill)).acts[0]).toMatchObject({
      status: 'refused',
      refusal: { code: 'drill-and-real-kept-apart' },
    });
    expect(await armed()).toEqual([]);
  });

  it('tell a partner what is feared and which teams may be asked for, until the warning is over', async () => {
    const { done, take, read, agreementId } = await partnersTold();
    const told = async () =>
      (await done<{ items: AwarenessCard[] }>(`duty-officer@${LANZHOU}`, awarenessRoutes.listAwarenessNotices)).items;
    await take(rainstorm());
    const [card] = await told();
    expect(card).toMatchObject({
      side: 'told',
      status: 'in-effect',
      teller: XINING,
      colour: 'red',
      hazards: ['flood'],
    });
    const params = { awarenessId: card?.awarenessId ?? '' };
    const here = await done<AwarenessView>(OFFICER, awarenessRoutes.readAwarenessNotice, { params });
    expect(here).toMatchObject({ side: 'teller', notice: { agreementId, mayAsk: MAY_ASK, until: SIX_HOURS_LATER } });
    const { items } = await done<{ items: { urgency: string; text: { zh: string } }[] }>(
      `duty-officer@${LANZHOU}`,
      dutyRoomRoutes.listNotices,
    );
    const notice = items.find(({ text }) => text.zh.startsWith('西宁市告知'));
    expect(notice).toMatchObject({ urgency: 'urgent', text: { zh: expect.stringContaining('暂无请求') } });
    await take(rainstorm());
    expect(await told()).toHaveLength(1);
    await take(cancellation());
    expect(await told()).toMatchObject([{ status: 'over' }]);
    expect((await read(rainstorm())).acts).toMatchObject([
      { what: 'arm-agreement', status: 'undone' },
      { what: 'tell-partner', status: 'undone', madeId: card?.awarenessId },
    ]);
  });

  it('end at the partner by its own clock when it never hears that the warning is over', async () => {
    const { cellOf, take, done } = await partnersTold();
    await take(rainstorm());
    const { cell, setTime } = cellOf(LANZHOU);
    setTime(SIX_HOURS_LATER);
    await createClock(cell)({} as never);
    const query = { side: 'told', status: 'over' };
    const ended = await done<{ items: unknown[] }>(`duty-officer@${LANZHOU}`, awarenessRoutes.listAwarenessNotices, {
      query,
    });
    expect(ended.items).toHaveLength(1);
  });

  describe('have a request drafted by a plan', () => {
    const REQUESTS = { query: { limit: '50' } };
    const drafting = async () => {
      const cities = await world({ agreements: [], teams: [] });
      const { done, ruleId } = cities;
      const { planId } = await done<PlanView>(OFFICER, planRoutes.filePlan, { body: planDetails() });
      const body = rule({ plans: [planId] });
      await done(REPRESENTATIVE, routes.changeWarningRule, {
        params: { ruleId },
        body,
        headers: { 'if-match': '"1"' },
      });
      const requests = async () =>
        (
          await done<{ items: { requestId: string; status: string; incident: { incidentId: string } }[] }>(
            OFFICER,
            requestRoutes.listRequests,
            REQUESTS,
          )
        ).items;
      return { ...cities, planId, requests };
    };

    it('which waits for approval, for an incident that is linked, and goes with the warning', async () => {
      const { take, read, requests, done } = await drafting();
      const { warningId } = await take(rainstorm());
      await take(rainstorm());
      const [request, ...others] = await requests();
      expect([request?.status, others]).toEqual(['drafted', []]);
      const incident = await done<IncidentView>(OFFICER, incidentRoutes.readIncident, {
        params: { incidentId: request?.incident.incidentId ?? '' },
      });
      expect(incident).toMatchObject({ hazard: 'flood', responseLevel: 'I' });
      expect(JSON.stringify(incident)).toContain(warningId);
      expect((await read(rainstorm())).acts).toMatchObject([
        { what: 'draft-request', status: 'done', madeId: request?.requestId, name: planDetails().title },
      ]);
      await take(cancellation());
      expect(await requests()).toMatchObject([{ status: 'cancelled' }]);
    });

    it('again for an update, for the same incident', async () => {
      const { take, requests } = await drafting();
      await take(rainstorm());
      await take(later({ msgType: 'Update' }));
      const all = await requests();
      expect(all.map(({ status }) => status).toSorted()).toEqual(['cancelled', 'drafted']);
      expect(new Set(all.map(({ incident }) => incident.incidentId)).size).toBe(1);
    });

    it('but leave alone what was placed, and draft nothing besides', async () => {
      const { take, requests, done, read, agreementId } = await drafting();
      await done(REPRESENTATIVE, agreementRoutes.activateAgreement, {
        params: { agreementId },
        body: { number: '2026-1', reason: '汛情' },
      });
      await take(rainstorm());
      const [{ requestId = '' } = {}] = await requests();
      const params = { requestId };
      await done(`approver@${XINING}`, requestRoutes.approveRequest, { params });
      await done(`coordinator@${XINING}`, requestRoutes.placeRequest, {
        params,
        body: { agreementIds: [agreementId] },
      });
      await take(later({ msgType: 'Update' }));
      expect(await requests()).toMatchObject([{ status: 'placed' }]);
      expect((await read(rainstorm())).acts).toMatchObject([
        { status: 'undone', refusal: { code: 'request-in-hand' } },
      ]);
      expect((await read(later({ msgType: 'Update' }))).acts).toMatchObject([
        { status: 'refused', refusal: { code: 'request-in-hand' } },
      ]);
    });

    it('of a retired plan or of no known hazard not at all, and note why', async () => {
      const { take, read, requests, done, planId } = await drafting();
      await done(OFFICER, planRoutes.retirePlan, { params: { planId }, body: { reason: '修订' } });
      await take(rainstorm());
      expect(await requests()).toEqual([]);
      expect((await read(rainstorm())).acts).toMatchObject([{ status: 'refused', refusal: { code: 'plan-retired' } }]);
    });
  });

  it("act on the city's own warnings, too, and not once they are retired", async () => {
    const { cellOf, done, ruleId, armed } = await world({ area: 'anywhere' });
    const issue = () =>
      done<WarningView>(REPRESENTATIVE, warningRoutes.issueWarning, {
        body: { status: 'Actual', warning: warningDraft() },
      });
    const { warningId } = await issue();
    expect(await armed()).toEqual([warningId]);
    cellOf(XINING).setTime('2026-07-15T01:00:00.000Z');
    const params = { warningId };
    await done(REPRESENTATIVE, warningRoutes.cancelWarning, { params, body: { reason: '水位回落' } });
    expect(await armed()).toEqual([]);
    const retired = { params: { ruleId }, body: { reason: '并入新规则' } };
    await done(REPRESENTATIVE, routes.retireWarningRule, retired);
    cellOf(XINING).setTime('2026-07-15T02:00:00.000Z');
    await issue();
    expect(await armed()).toEqual([]);
    const { items } = await done<{ items: { status: string }[] }>(OFFICER, routes.listWarningRules);
    expect(items).toMatchObject([{ ruleId, status: 'retired' }]);
    expect(JSON.stringify(items)).not.toContain('representative@');
  });

  it('are for the representative to order, and nobody else can act on them', async () => {
    const { cellOf, call, ruleId } = await world();
    const params = { ruleId };
    const changed = { params, body: rule(), headers: { 'if-match': '"1"' } };
    expectProblem(await call(OFFICER, routes.changeWarningRule, changed), 403, 'role-not-allowed');
    expect(await call(REPRESENTATIVE, routes.changeWarningRule, changed)).toMatchObject({ status: 200 });
    const rules = await loadSet(cellOf(XINING).store, CONVERSATIONS, [{ kind: 'warning-rule', id: ruleId }]);
    expect(rules.get({ kind: 'warning-rule', id: ruleId })?.row.version).toBe(2);
  });
});
