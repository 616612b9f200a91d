import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/deployments/handler.ts';
import { execute } from '../../../shared/data/execute.ts';
import type { DeploymentCommand } from '../../../shared/domain/deployment/deployment-commands.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import { UnsignedEnvelopeSchema } from '../../../shared/exchange/envelope.ts';
import { sealEnvelope } from '../../../shared/exchange/signature.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import { deploymentRoutes as routes } from '../../../shared/http/routes/deployments.ts';
import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import type { DeploymentReading, DeploymentView } from '../../../shared/http/views/deployment.ts';
import { aFreshId, LANZHOU, XINING } from '../../builders/circumstances.ts';
import { aMission, DEPLOYMENT_ID } from '../../builders/deployment.ts';
import { commitTeam, neighbours } from '../../builders/neighbours.ts';
import { createTestCell, testSigner } from '../../builders/test-cell.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const OWNER = `duty-officer@${LANZHOU}`;
const REQUESTER = `coordinator@${XINING}`;
const LEADER = `team-leader@${LANZHOU}`;
const at = (hour: number) => `2026-07-15T${String(hour).padStart(2, '0')}:00:00.000Z`;

/** A mission that has just been committed. */
const world = async () => {
  const cities = await neighbours();
  const mission = await commitTeam(cities);
  const params = { deploymentId: mission.deploymentId };
  const act = (as: string, contract: RouteContract, body?: unknown) =>
    cities.done<DeploymentView>(as, contract, body === undefined ? { params } : { params, body });
  const report = (as: string, status: string, hour: number, more = {}) => {
    cities.setTime(at(hour));
    return act(as, routes.reportDeployment, { status, at: at(hour), ...more });
  };
  const read = (as: string) => act(as, routes.readDeployment);
  const list = async (as: string, query: Record<string, string> = {}) => {
    const { items } = await cities.done<{ items: { status: string }[] }>(as, routes.listDeployments, { query });
    return items.map(({ status }) => status);
  };
  const refused = async (as: string, contract: RouteContract, status: number, code: string, body?: unknown) =>
    expectProblem(await cities.call(as, contract, body === undefined ? { params } : { params, body }), status, code);
  return { ...cities, ...mission, params, act, report, read, list, refused };
};

describe('a mission', () => {
  it('goes out, is extended, comes home, frees its team, and both cities archive it', async () => {
    const cities = await world();
    await cities.report(LEADER, 'departed', 2);
    await cities.report(LEADER, 'en-route', 3, {
      position: { latitude: 36.3, longitude: 102.8, crs: 'CGCS2000', place: '京藏高速' },
    });
    await cities.report(OWNER, 'arrived', 6);
    await cities.report(LEADER, 'working', 7);
    expect(await cities.read(REQUESTER)).toMatchObject({
      side: 'requester',
      status: 'working',
      statusText: { zh: '现场救援', en: 'working' },
      times: {
        departure: { estimated: at(2), actual: at(2) },
        arrival: { requested: at(8), estimated: at(6), actual: at(6) },
        returnDeparture: { requested: '2026-07-20T00:00:00.000Z' },
      },
      lastReport: { at: at(7) },
    });

    const until = '2026-07-22T00:00:00.000Z';
    await cities.act(REQUESTER, routes.askExtension, { until, reason: '水未退' });
    await cities.act(OWNER, routes.answerExtension, { response: 'accept' });
    expect(await cities.read(REQUESTER)).toMatchObject({
      times: { returnDeparture: { requested: until } },
      extension: { answer: { response: 'accept' } },
    });
    expect(await cities.done(OWNER, teamRoutes.readTeam, { params: { teamId: cities.teamId } })).toMatchObject({
      commitment: { deploymentId: cities.deploymentId, until },
    });

    await cities.act(REQUESTER, routes.releaseTeam, { note: '辛苦了' });
    await cities.report(LEADER, 'returning', 18, { estimates: { returnArrival: at(22) } });
    await cities.report(LEADER, 'home', 22);
    const home = await cities.read(REQUESTER);
    expect(home).toMatchObject({ status: 'home', hoursWorked: 12 });
    const { side: _here, openedAt: _openedHere, ...atOwner } = await cities.read(OWNER);
    const { side: _there, openedAt: _openedThere, ...atRequester } = home;
    expect(atRequester).toEqual(atOwner);

    const team = await cities.done(OWNER, teamRoutes.readTeam, { params: { teamId: cities.teamId } });
    expect(team).toMatchObject({ condition: 'available' });
    const request = { params: { requestId: cities.requestId } };
    expect(await cities.done(REQUESTER, requestRoutes.readRequest, request)).toMatchObject({
      deployments: [{ ended: true }],
    });
    expect(await cities.done(OWNER, receivedRequestRoutes.readReceivedRequest, request)).toMatchObject({
      status: 'concluded',
    });
    for (const somebody of [OWNER, REQUESTER])
      expect(await cities.act(somebody, routes.closeDeployment)).toMatchObject({ status: 'closed', closedAt: at(22) });
  });

  it('is not extended into a time for which its team is not to be had', async () => {
    const cities = await world();
    await cities.report(OWNER, 'departed', 2);
    const team = { params: { teamId: cities.teamId } };
    const away = {
      from: '2026-07-21T00:00:00.000Z',
      until: '2026-07-25T00:00:00.000Z',
      available: false,
      reason: '检修',
    };
    await cities.done(OWNER, teamRoutes.setTeamAvailability, {
      ...team,
      body: { periods: [away] },
      headers: { 'if-match': '"2"' },
    });
    await cities.act(REQUESTER, routes.askExtension, { until: '2026-07-22T00:00:00.000Z', reason: '水未退' });
    await cities.refused(OWNER, routes.answerExtension, 409, 'team-not-available', { response: 'accept' });
    await cities.act(OWNER, routes.answerExtension, { response: 'decline', reason: '队伍检修' });
    expect(await cities.read(REQUESTER)).toMatchObject({ extension: { answer: { response: 'decline' } } });
    expect(await cities.done(OWNER, teamRoutes.readTeam, team)).toMatchObject({
      commitment: { until: '2026-07-20T00:00:00.000Z' },
    });
  });

  it('is called off when the requester lets the team go before it departs', async () => {
    const cities = await world();
    expect(await cities.act(REQUESTER, routes.releaseTeam, {})).toMatchObject({ status: 'mobilising' });
    for (const somebody of [OWNER, REQUESTER])
      expect(await cities.read(somebody)).toMatchObject({ status: 'cancelled' });
    expect(await cities.done(OWNER, teamRoutes.readTeam, { params: { teamId: cities.teamId } })).toMatchObject({
      condition: 'available',
    });
  });

  it('ends early when the owner wants its team back and the requester agrees', async () => {
    const cities = await world();
    await cities.report(OWNER, 'departed', 2);
    await cities.report(OWNER, 'arrived', 6);
    await cities.act(OWNER, routes.askReturn, { by: at(12), reason: '本市有汛情' });
    await cities.refused(OWNER, routes.reportDeployment, 409, 'not-free-to-return', { status: 'returning', at: at(6) });
    await cities.act(REQUESTER, routes.answerReturn, { response: 'accept' });
    expect(await cities.report(OWNER, 'returning', 8)).toMatchObject({ status: 'returning', hoursWorked: 2 });
  });

  it('is asked about, and answers by itself', async () => {
    const cities = await world();
    await cities.call(REQUESTER, routes.askDeploymentStatus, { params: cities.params });
    const verdicts = await cities.deliverAll();
    expect(verdicts.filter(([type]) => type !== 'Receipt')).toEqual([
      ['RequestResourceDeploymentStatus', 'applied'],
      ['ReportResourceDeploymentStatus', 'applied'],
    ]);
  });

  it('tells both duty rooms once of a departure that is overdue', async () => {
    const cities = await world();
    cities.setTime(at(3));
    const urgent = (city: string) =>
      cities
        .cellOf(city)
        .store.rows()
        .filter(({ entity, urgency, subject }) => {
          const { kind } = (subject ?? {}) as { kind?: string };
          return entity === 'notice' && urgency === 'urgent' && kind === 'deployment';
        }).length;
    for (const city of [LANZHOU, XINING])
      for (const _ of [1, 2]) await cities.ring(city, 'deployment', cities.deploymentId);
    expect([urgent(LANZHOU), urgent(XINING)]).toEqual([1, 1]);
    expect((await cities.read(OWNER)).brokenPromises).toEqual([{ promise: 'departure', due: at(2) }]);
  });
});

/** What a duty room was told of the mission, in order. */
const toldIn = (cities: Awaited<ReturnType<typeof world>>, city: string): readonly string[] =>
  cities
    .cellOf(city)
    .store.rows()
    .flatMap(({ entity, text, subject }) => {
      const { kind } = (subject ?? {}) as { kind?: string };
      return entity === 'notice' && kind === 'deployment' ? [(text as { zh: string }).zh] : [];
    });

describe('the check-in of a team', () => {
  const position = { latitude: 36.3, longitude: 102.8, crs: 'CGCS2000', place: '京藏高速' };
  const pendingAt = async (cities: Awaited<ReturnType<typeof world>>, as: string) =>
    ((await cities.read(as)) as DeploymentReading).pending;

  it('is given by its leader, reaches the requester, and puts the next one off at both ends', async () => {
    const cities = await world();
    await cities.report(LEADER, 'departed', 2);
    cities.setTime(at(5));
    expect(await cities.act(LEADER, routes.checkInDeployment, { position, note: '全员平安' })).toMatchObject({
      heardAt: at(5),
    });
    expect(await cities.read(REQUESTER)).toMatchObject({
      status: 'departed',
      heardAt: at(5),
      lastReport: { at: at(5), position, note: '全员平安' },
    });
    for (const [as, who] of [
      [OWNER, 'team'],
      [REQUESTER, 'city'],
    ] as const)
      expect((await pendingAt(cities, as)).handOffs).toContainEqual(
        expect.objectContaining({
          handOff: 'check-in',
          since: at(5),
          due: at(9),
          waitsFor: expect.objectContaining({ who }),
        }),
      );
  });

  it('raises the alarm at both ends when it does not come, once', async () => {
    const cities = await world();
    await cities.report(LEADER, 'departed', 2);
    await cities.report(LEADER, 'arrived', 3);
    cities.setTime(at(7));
    for (const city of [LANZHOU, XINING])
      for (const _ of [1, 2]) await cities.ring(city, 'deployment', cities.deploymentId);
    for (const city of [LANZHOU, XINING])
      expect(toldIn(cities, city).filter((told) => told.startsWith('报平安已到期'))).toHaveLength(1);
    expect((await pendingAt(cities, REQUESTER)).next).toMatchObject({
      waitsFor: { who: 'city', city: LANZHOU },
      who: { zh: '兰州市值班室' },
      due: at(7),
    });
    await cities.act(OWNER, routes.checkInDeployment, {});
    expect((await pendingAt(cities, REQUESTER)).next?.due).toBe(at(11));
  });

  it('is refused when the mission is over, and to the requester', async () => {
    const cities = await world();
    await cities.refused(REQUESTER, routes.checkInDeployment, 409, 'wrong-side-of-deployment', {});
    await cities.act(REQUESTER, routes.releaseTeam, {});
    await cities.refused(OWNER, routes.checkInDeployment, 409, 'not-on-mission', {});
  });
});

describe('the end of a mission', () => {
  it('is put off only by the representative once it has passed', async () => {
    const cities = await world();
    await cities.report(LEADER, 'departed', 2);
    await cities.report(LEADER, 'arrived', 3);
    cities.setTime('2026-07-20T00:00:00.000Z');
    const body = { until: '2026-07-22T00:00:00.000Z', reason: '水未退' };
    await cities.refused(REQUESTER, routes.askExtension, 409, 'extension-after-the-limit', body);
    expect(await cities.act(`representative@${XINING}`, routes.askExtension, body)).toMatchObject({
      extension: { question: { until: body.until } },
    });
  });
});

describe('a team leader', () => {
  it('sees and reports the deployments of the own team only', async () => {
    const cities = await world();
    expect(await cities.list(LEADER)).toEqual(['mobilising']);
    expect(await cities.read(LEADER)).toMatchObject({ status: 'mobilising' });
    // Xining's leader leads none of Lanzhou's teams, and no team of Xining is deployed.
    const stranger = `team-leader@${XINING}`;
    expect(await cities.list(stranger)).toEqual([]);
    await cities.refused(stranger, routes.readDeployment, 403, 'not-leader-of-team');
    const filtered = await cities.call(LEADER, routes.listDeployments, { query: { status: 'mobilising' } });
    expectProblem(filtered, 403, 'own-deployments-only');
  });
});

describe('the list of deployments', () => {
  it('is narrowed by side, status, both, or team', async () => {
    const cities = await world();
    const { teamId } = cities;
    await cities.report(OWNER, 'departed', 2);
    for (const query of [
      {},
      { side: 'owner' },
      { status: 'departed' },
      { side: 'owner', status: 'departed' },
      { team: teamId },
    ])
      expect(await cities.list(OWNER, query as Record<string, string>)).toEqual(['departed']);
    for (const query of [{ side: 'requester' }, { status: 'mobilising' }, { side: 'requester', status: 'departed' }])
      expect(await cities.list(OWNER, query as Record<string, string>)).toEqual([]);
    const both = await cities.call(OWNER, routes.listDeployments, { query: { team: teamId, side: 'owner' } });
    expectProblem(both, 400, 'parameters-not-valid');
  });

  it('shows no personal data, nor does the deployment', async () => {
    const cities = await world();
    for (const somebody of [OWNER, REQUESTER]) {
      const { body } = await cities.call(somebody, routes.listDeployments);
      for (const shown of [body, await cities.read(somebody)])
        expect(JSON.stringify(shown)).not.toContain('team-leader');
    }
  });
});

describe('a report that keeps the standard but says too little', () => {
  it('is put into quarantine and changes nothing', async () => {
    const cities = await world();
    const body = { status: 'mobilising', at: at(0), note: '集结' };
    await cities.call(OWNER, routes.reportDeployment, { params: cities.params, body });
    const { signature: _, ...report } = cities.underWay.splice(0)[0]?.envelope ?? {};
    const unsigned = UnsignedEnvelopeSchema.parse(report);
    const information = { ResourceInfoElementID: 'x', Resource: { Name: '一支队伍' } };
    const bare = { ...unsigned, body: { ...unsigned.body, ResourceInformation: [information] } };
    cities.underWay.push({ to: [XINING], envelope: await sealEnvelope(bare, testSigner(LANZHOU)) });
    expect(await cities.deliverAll()).toContainEqual(['ReportResourceDeploymentStatus', 'quarantined']);
    expect(await cities.read(REQUESTER)).not.toHaveProperty('lastReport');
  });
});

/** A city that has this one deployment and nothing else, and a call that would be right after these commands. */
const calling =
  (as: string, body?: unknown, otherBody?: unknown, ...before: readonly DeploymentCommand[]) =>
  async () => {
    const city = as.split('@')[1] ?? '';
    const test = createTestCell({ city });
    const mission = aMission({ teamLeader: LEADER });
    const open = {
      type: 'open' as const,
      side: city === LANZHOU ? ('owner' as const) : ('requester' as const),
      mission,
    };
    for (const command of [open, ...before])
      await execute(test.cell, CONVERSATIONS, {
        target: { kind: 'deployment', id: DEPLOYMENT_ID },
        actor: { kind: 'clock', city },
        command: () => command,
      });
    const good = { as, params: { deploymentId: DEPLOYMENT_ID }, ...(body === undefined ? {} : { body }) };
    return { test, handler: createHandler(test.cell), good, otherBody };
  };

describe('calls that are wrong, and right', () => {
  const departed = { status: 'departed', at: at(0) };
  const longer = { until: '2026-07-22T00:00:00.000Z', reason: '水未退' };
  const back = { by: at(12), reason: '本市有汛情' };
  const no = { response: 'decline', reason: '不便' };
  const yes = { response: 'accept' };
  const asked = { messageId: aFreshId(), askedAt: at(0) };
  const wantsLonger = { type: 'receive-extension-request' as const, from: XINING, question: { ...asked, ...longer } };
  const wantsBack = { type: 'receive-return-request' as const, from: LANZHOU, question: { ...asked, ...back } };
  itAnswersWrongCalls(routes.listDeployments, calling(OWNER));
  itAnswersWrongCalls(routes.readDeployment, calling(OWNER));
  itAnswersWrongCalls(routes.reportDeployment, calling(LEADER, departed, { ...departed, note: '已出发' }));
  itAnswersWrongCalls(routes.checkInDeployment, calling(LEADER, {}, { note: '全员平安' }));
  itAnswersWrongCalls(routes.askDeploymentStatus, calling(REQUESTER));
  itAnswersWrongCalls(routes.askExtension, calling(REQUESTER, longer));
  itAnswersWrongCalls(routes.answerExtension, calling(OWNER, no, yes, wantsLonger));
  itAnswersWrongCalls(routes.askReturn, calling(OWNER, back));
  itAnswersWrongCalls(routes.answerReturn, calling(REQUESTER, no, yes, wantsBack));
  itAnswersWrongCalls(routes.releaseTeam, calling(REQUESTER, {}, { note: '辛苦了' }));
  itAnswersWrongCalls(routes.closeDeployment, async () => {
    const cities = await world();
    await cities.act(REQUESTER, routes.releaseTeam, {});
    const test = cities.cellOf(LANZHOU);
    return { test, handler: createHandler(test.cell), good: { as: OWNER, params: cities.params } };
  });
});
