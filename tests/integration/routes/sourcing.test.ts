import { describe, expect, it } from 'vitest';
import { load } from '../../../shared/data/loaded.ts';
import { ENTITY } from '../../../shared/data/table.ts';
import { agreementConversation } from '../../../shared/exchange/conversations/agreement.ts';
import { stockConversation } from '../../../shared/exchange/conversations/stock.ts';
import { sourcingRoutes as routes } from '../../../shared/http/routes/sourcing.ts';
import { aFreshId, LANZHOU, XINING } from '../../builders/circumstances.ts';
import { aPlacedRequest } from '../../builders/received-request.ts';
import { HAIDONG } from '../../builders/request.ts';
import { someItems } from '../../builders/requesting-city.ts';
import { createSourcingWorld, sharedTeam } from '../../builders/sourcing-world.ts';
import { stockDetails } from '../../builders/stock.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const COORDINATOR = `coordinator@${XINING}`;

/** A request for two water-rescue teams and a medical one; an own team, an agency, and a team that Lanzhou shares. */
const world = async () => {
  const here = await createSourcingWorld();
  const agreementId = await here.city.agree(LANZHOU);
  const teamId = await here.ownTeam();
  const agencyId = await here.ownAgency();
  const medical = sharedTeam({ kind: 'medical-rescue', name: '兰州医疗队' });
  await here.share(agreementId, medical);
  const requestId = await here.city.approved();
  return { ...here, agreementId, teamId, agencyId, medical, requestId };
};

describe('routes of sourcing plans', () => {
  itAnswersWrongCalls(routes.planSourcing, async () => {
    const { city, handler, requestId } = await world();
    return { test: city.xining, handler, good: { as: COORDINATOR, params: { requestId } } };
  });
  itAnswersWrongCalls(routes.placeSourcingPlan, async () => {
    const { city, handler, requestId, plan } = await world();
    const { planVersion } = (await plan(requestId)).view;
    return {
      test: city.xining,
      handler,
      good: { as: COORDINATOR, params: { requestId }, body: { planVersion } },
      otherBody: { planVersion: 'another' },
    };
  });
});

describe('a sourcing plan', () => {
  it('fills the request from own teams, agencies and partners, and says why', async () => {
    const { plan, requestId, teamId, agencyId, medical, agreementId } = await world();
    const { view } = await plan(requestId);
    expect(view.totals).toMatchObject({ open: 3, filled: 3, unfilled: 0 });
    const [water, med] = view.items;
    expect(water?.chosen).toHaveLength(2);
    expect(water?.chosen).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: teamId, source: { type: 'own' } }),
        expect.objectContaining({ id: agencyId, source: { type: 'agency' } }),
      ]),
    );
    expect(med?.chosen).toMatchObject([{ id: medical.id, source: { type: 'partner', city: LANZHOU, agreementId } }]);
    const said = med?.chosen[0]?.reasons.map(({ en }) => en).join('; ');
    expect(said).toContain('is asked of Lanzhou under an agreement');
    expect(said).not.toContain('{');
  });

  it('draws on what it is told to, and says what stays unfilled', async () => {
    const { plan, requestId } = await world();
    const { view } = await plan(requestId, { from: 'own' });
    expect(view.totals).toMatchObject({ open: 3, filled: 1, unfilled: 2 });
    expect(view.items[1]?.unfilled).toMatchObject({
      quantity: 1,
      reasons: [{ zh: expect.stringContaining('还缺1') }],
    });
  });

  it.each([
    ['I', 'flood', 'giver-needs-it', undefined],
    ['II', 'earthquake', undefined, 3],
    ['IV', 'flood', undefined, 1],
  ] as const)(
    'weighs that a partner has asked for help itself, at level %s for %s',
    async (level, hazard, code, risk) => {
      const { city, plan, requestId, agreementId } = await world();
      const received = aPlacedRequest({ requestId: aFreshId(), agreementId });
      const placed = {
        ...received,
        requestedBy: { ...received.requestedBy, city: LANZHOU },
        incident: { ...received.incident, responseLevel: level, hazard },
      };
      const agreement = (await load(city.xining.store, agreementConversation, agreementId))?.state;
      const receive = { type: 'receive', from: LANZHOU, placed, agreement };
      await city.run('received-request', placed.requestId, receive);
      const [, medical] = (await plan(requestId)).view.items;
      expect(medical?.notChosen[0]?.code).toBe(code);
      expect(medical?.chosen[0]?.risk).toBe(risk);
    },
  );

  it('plans nothing for a request that is over', async () => {
    const { city, plan, requestId } = await world();
    await city.run('request', requestId, { type: 'cancel', reason: '险情解除' });
    expectProblem(await plan(requestId), 409, 'request-status-does-not-allow');
  });

  it('leaves out partners that the agreement or the level of their teams excludes', async () => {
    const { city, plan, share, requestId, agreementId } = await world();
    const near = { base: { latitude: 36.5, longitude: 102.1, crs: 'CGCS2000' as const, place: '海东市' } };
    const narrow = await city.agree(HAIDONG, { resourceKinds: ['water-rescue'] });
    await share(narrow, sharedTeam({ ...near, name: '海东水上队' }, HAIDONG));
    const low = sharedTeam({ name: '兰州三级队', level: 3 });
    await share(agreementId, low, sharedTeam({ name: '兰州水上队' }));
    const { view } = await plan(requestId, { from: 'partners' });
    expect(view.items[0]?.chosen.map(({ name }) => name)).toEqual(['兰州水上队']);
    const why = Object.fromEntries(view.items[0]?.notChosen.map(({ name, code }) => [name, code]) ?? []);
    expect(why).toEqual({ 海东水上队: 'resource-kind-out-of-scope', 兰州三级队: 'level-too-low' });
  });
});

describe('placing a plan', () => {
  it('asks the partners, sends the own teams and tasks the agencies, all in one transaction', async () => {
    const { city, plan, place, requestId, teamId, agencyId } = await world();
    const { planVersion } = (await plan(requestId)).view;
    const { status, view } = await place(requestId, { planVersion });
    expect(status).toBe(200);
    expect(view).toMatchObject({ complete: true });
    expect(view.parts.map(({ part: { type }, outcome }) => `${type} ${outcome}`).toSorted()).toEqual([
      'agency done',
      'own done',
      'partner done',
    ]);
    const request = await city.read(requestId);
    expect(request).toMatchObject({
      status: 'placed',
      placements: [{ city: LANZHOU, status: 'awaiting' }],
      dispatches: [{ team: { teamId } }],
      tasks: [{ agencyIds: [agencyId], teams: 1 }],
    });
    expect(request.quantities[0]).toMatchObject({ needed: 2, own: 1, tasked: 1, open: 0 });
    const asked = city.xining.store.rows().filter(({ entity }) => entity === ENTITY.outgoingMessage);
    expect(asked.filter(({ envelope }) => (envelope as { type: string }).type === 'RequestResource')).toHaveLength(1);
  });

  it('sends goods of own stock, which are used up when they are delivered', async () => {
    const { city, cell, ownStock, plan, place } = await world();
    const { code, unit } = stockDetails();
    const stockId = await ownStock(80);
    const [water] = someItems();
    if (!water) throw new Error('there are items');
    const { kind: _kind, level: _level, ...errand } = water;
    const item = { ...errand, kind: 'supplies' as const, supply: { code, unit }, quantity: 50 };
    const requestId = await city.approved([item] as never);
    const planned = (await plan(requestId)).view;
    expect(planned.items[0]?.chosen).toMatchObject([{ id: stockId, source: { type: 'stock' }, quantity: 50 }]);
    const { view } = await place(requestId, { planVersion: planned.planVersion });
    expect(view).toMatchObject({ complete: true, parts: [{ part: { type: 'stock', stockId, quantity: 50 } }] });
    const request = await city.read(requestId);
    expect(request.quantities[0]).toMatchObject({ needed: 50, own: 50, open: 0 });
    expect(request.dispatches).toMatchObject([{ lot: { stockId, quantity: 50 } }]);
    const held = async () => (await load(cell.store, stockConversation, stockId))?.state;
    expect((await held())?.commitments).toMatchObject([{ purpose: { kind: 'request', id: requestId }, quantity: 50 }]);

    const deploymentId = request.dispatches[0]?.deploymentId ?? '';
    for (const status of ['departed', 'arrived', 'delivered']) {
      const details = { status, at: city.xining.now() };
      await city.run('deployment', deploymentId, { type: 'report', as: 'duty-room', details });
    }
    expect(await held()).toMatchObject({ onHand: 30, commitments: [] });
    expect((await city.read(requestId)).deployments).toEqual([{ deploymentId, ended: true }]);
  });

  it('is answered the same when it is repeated, and does nothing twice', async () => {
    const { city, plan, place, requestId } = await world();
    const { planVersion } = (await plan(requestId)).view;
    const headers = { 'idempotency-key': 'once' };
    const first = await place(requestId, { planVersion }, headers);
    const second = await place(requestId, { planVersion }, headers);
    expect(second.body).toEqual(first.body);
    expect((await city.read(requestId)).dispatches).toHaveLength(1);
    expectProblem(await place(requestId, { planVersion: 'other' }, headers), 422, 'idempotency-key-reused');
  });

  it('goes on where it was interrupted when the call is repeated', async () => {
    const { city, cell, ownTeam, plan, place } = await world();
    for (let count = 0; count < 8; count += 1) await ownTeam({ name: `西宁虚构第${count}队` });
    const [water] = someItems();
    const requestId = await city.approved(water ? [{ ...water, quantity: 9 }] : []);
    const { planVersion } = (await plan(requestId, { from: 'own' })).view;
    const headers = { 'idempotency-key': 'interrupted' };
    const body = { planVersion, from: ['own'] };
    const { transact } = cell.store;
    let transactions = 0;
    const written: number[] = [];
    cell.store.transact = async (...write) => {
      written.push(write[0].length);
      transactions += 1;
      if (transactions === 2) throw new Error('the power went');
      return transact(...write);
    };
    expect((await place(requestId, body, headers)).status).toBe(500);
    const sent = (await city.read(requestId)).dispatches.length;
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThan(9);
    const { view } = await place(requestId, body, headers);
    expect(view.complete).toBe(true);
    expect(view.parts).toHaveLength(9);
    expect(Math.max(...written)).toBeGreaterThan(70);
    expect(Math.max(...written)).toBeLessThanOrEqual(94);
    expect((await city.read(requestId)).dispatches).toHaveLength(9);
  });

  it('says which part could not be done, and does the others', async () => {
    const { city, cell, ownTeam, plan, place } = await world();
    const teams = [];
    for (let count = 0; count < 8; count += 1) teams.push(await ownTeam({ name: `西宁虚构第${count}队` }));
    const [water] = someItems();
    const requestId = await city.approved(water ? [{ ...water, quantity: 9 }] : []);
    const { planVersion, items } = (await plan(requestId, { from: 'own' })).view;
    const last = items[0]?.chosen.at(-1)?.id ?? '';
    const { transact } = cell.store;
    let gone = false;
    cell.store.transact = async (...write) => {
      await transact(...write);
      if (gone) return;
      gone = true;
      await city.run('team', last, { type: 'retire', reason: '撤编' });
    };
    const { view } = await place(requestId, { planVersion, from: ['own'] });
    expect(view.complete).toBe(false);
    expect(view.parts.filter(({ outcome }) => outcome === 'done')).toHaveLength(8);
    expect(view.parts.find(({ outcome }) => outcome === 'refused')).toMatchObject({
      part: { teamId: last },
      code: 'team-retired',
    });
  });

  it('is refused when the plan is no longer what was seen, and says what has become of those who were picked', async () => {
    const { city, plan, place, requestId, teamId } = await world();
    const { planVersion, items } = (await plan(requestId)).view;
    const itemId = items[0]?.itemId ?? '';
    await city.run('team', teamId, { type: 'retire', reason: '撤编' });
    const answer = await place(requestId, { planVersion, only: [{ itemId, id: teamId }] });
    expectProblem(answer, 409, 'sourcing-plan-changed');
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/only/0' }] });
    expect((await city.read(requestId)).status).toBe('approved');
  });

  it('places what was picked, and what is planned then is the rest', async () => {
    const { plan, place, requestId, teamId } = await world();
    const { planVersion, items } = (await plan(requestId)).view;
    const only = [{ itemId: items[0]?.itemId ?? '', id: teamId }];
    expect((await place(requestId, { planVersion, only })).view.parts).toMatchObject([
      { part: { type: 'own', teamId } },
    ]);
    expect((await plan(requestId)).view.totals).toMatchObject({ open: 2, filled: 2 });
  });

  it('needs somebody to place, and only those whom the plan chose', async () => {
    const { plan, place, requestId, agencyId } = await world();
    const { planVersion, items } = (await plan(requestId)).view;
    const stranger = [{ itemId: items[1]?.itemId ?? '', id: agencyId }];
    expectProblem(await place(requestId, { planVersion, only: stranger }), 422, 'not-in-sourcing-plan');
    const here = await createSourcingWorld();
    const lonely = await here.city.approved();
    const empty = (await here.plan(lonely)).view;
    expect(empty.totals).toEqual({ open: 3, filled: 0, unfilled: 3, estimatedCost: 0 });
    expectProblem(await here.place(lonely, { planVersion: empty.planVersion }), 409, 'nothing-to-place');
  });
});
