import { describe, expect, it } from 'vitest';
import { createHandler as agencyTasks } from '../../../functions/agency-tasks/handler.ts';
import { createHandler as deployments } from '../../../functions/deployments/handler.ts';
import { createHandler as tasks } from '../../../functions/tasks/handler.ts';
import { ENTITY } from '../../../shared/data/table.ts';
import { agencyTaskRoutes } from '../../../shared/http/routes/agency-tasks.ts';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { requestRoutes as routes } from '../../../shared/http/routes/requests.ts';
import { taskRoutes } from '../../../shared/http/routes/tasks.ts';
import type { DeploymentView } from '../../../shared/http/views/deployment.ts';
import { AGENCY_ID, agencyContacts, agencyDetails } from '../../builders/agency.ts';
import { aFreshId, XINING } from '../../builders/circumstances.ts';
import { createRequestingCity, type RequestingCity } from '../../builders/requesting-city.ts';
import { someContact, someDetails } from '../../builders/team.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const COORDINATOR = `coordinator@${XINING}`;

const register = async (city: RequestingCity): Promise<string> => {
  const id = aFreshId();
  await city.run('team', id, { type: 'register', id, details: someDetails(), dutyContact: someContact() });
  return id;
};

const params = async (city: RequestingCity, requestId: string) => ({
  requestId,
  itemId: (await city.read(requestId)).items[0]?.itemId ?? '',
});

const asked = async () => {
  const city = await createRequestingCity();
  const requestId = await city.approved();
  return { city, requestId, params: await params(city, requestId), teamId: await register(city) };
};

describe('sending own teams', () => {
  itAnswersWrongCalls(routes.dispatchOwnTeams, async () => {
    const { city, params: path, teamId } = await asked();
    return {
      test: city.xining,
      handler: city.handler,
      good: { as: COORDINATOR, params: path, body: { teamIds: [teamId] } },
      otherBody: { teamIds: [aFreshId()] },
    };
  });

  it('brings them to the incident and home, and counts for the item, without a word to anybody', async () => {
    const { city, requestId, params: path, teamId } = await asked();
    const sent = await city.call(routes.dispatchOwnTeams, {
      as: COORDINATOR,
      params: path,
      body: { teamIds: [teamId] },
    });
    expect(sent.view).toMatchObject({ status: 'placed', workOrderStep: 'handle', dispatches: [{ team: { teamId } }] });
    expect(sent.view.quantities[0]).toMatchObject({ needed: 2, own: 1, open: 1 });

    const handler = deployments(city.xining.cell);
    const deploymentId = sent.view.dispatches[0]?.deploymentId ?? '';
    const act = async (contract: (typeof deploymentRoutes)[keyof typeof deploymentRoutes], body?: unknown) => {
      const answer = await city.xining.call(handler, contract, {
        ...{ as: COORDINATOR, params: { deploymentId } },
        ...(body === undefined ? {} : { body }),
      });
      expect(answer.body).toMatchObject({ deploymentId, owner: XINING, requester: XINING });
      return answer.body as DeploymentView;
    };
    const report = (status: string) => act(deploymentRoutes.reportDeployment, { status, at: city.xining.now() });
    await report('departed');
    await report('arrived');
    expect((await act(deploymentRoutes.releaseTeam, {})).release).toBeDefined();
    await report('returning');
    expect((await report('home')).status).toBe('home');

    expect(await city.read(requestId)).toMatchObject({ workOrderStep: 'feedback', deployments: [{ ended: true }] });
    const again = await city.call(routes.dispatchOwnTeams, {
      as: COORDINATOR,
      params: path,
      body: { teamIds: [teamId] },
    });
    expect(again.view.dispatches).toHaveLength(2);
    expect(city.xining.store.rows().filter(({ entity }) => entity === ENTITY.outgoingMessage)).toEqual([]);
  });

  it('promises a team once, and names the team that cannot be had', async () => {
    const { city, params: path, teamId } = await asked();
    const send = () =>
      city.call(routes.dispatchOwnTeams, { as: COORDINATOR, params: path, body: { teamIds: [teamId] } });
    expect((await send()).status).toBe(200);
    const twice = await send();
    expectProblem(twice, 409, 'team-already-committed');
    expect(twice.body).toMatchObject({ errors: [{ pointer: '/teamIds/0' }] });
  });
});

describe('a task that is made from an item', () => {
  it('counts for the item until nobody takes it', async () => {
    const { city, requestId, params: path } = await asked();
    const agency = { type: 'register', id: AGENCY_ID, details: agencyDetails(), dutyContacts: agencyContacts() };
    await city.run('agency', AGENCY_ID, agency);
    const desk = tasks(city.xining.cell);
    const body = { source: 'request-item', ...path, agencies: [AGENCY_ID] };
    const sent = await city.xining.call(desk, taskRoutes.sendTask, { as: COORDINATOR, body });
    expect(sent.status).toBe(201);
    const { taskId = '' } = sent.body as { taskId?: string };
    expect((await city.read(requestId)).quantities[0]).toMatchObject({ needed: 2, tasked: 2, open: 0 });

    const officer = { as: `agency-officer@${XINING}/${AGENCY_ID}`, params: { taskId }, body: { reason: '车辆检修' } };
    const declined = await city.xining.call(agencyTasks(city.xining.cell), agencyTaskRoutes.decline, officer);
    expect(declined.status).toBe(200);
    expect((await city.read(requestId)).quantities[0]).toMatchObject({ tasked: 0, open: 2 });
  });
});
