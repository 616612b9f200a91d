import { createHandler as createAgencies } from '../../../functions/agencies/handler.ts';
import { createHandler as createAgencyTasks } from '../../../functions/agency-tasks/handler.ts';
import { createHandler as createIncidents } from '../../../functions/incidents/handler.ts';
import { createHandler as createPhones } from '../../../functions/task-phones/handler.ts';
import { createHandler as createTasks } from '../../../functions/tasks/handler.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import { agencyRoutes } from '../../../shared/http/routes/agencies.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { taskPhoneRoutes } from '../../../shared/http/routes/task-phones.ts';
import { taskRoutes } from '../../../shared/http/routes/tasks.ts';
import type { AgencyView } from '../../../shared/http/views/agency.ts';
import type { IssuedLink } from '../../../shared/http/views/issued-link.ts';
import type { TaskView } from '../../../shared/http/views/task.ts';
import { agencyContacts, agencyDetails } from '../../builders/agency.ts';
import { NOW, XINING } from '../../builders/circumstances.ts';
import { someIncidentDetails } from '../../builders/incident.ts';
import { taskDetails } from '../../builders/task.ts';
import { createTestCell, type TestCall } from '../../builders/test-cell.ts';

/** What only a test's duty phone knows. */
export const PHONE = 'P'.repeat(43);
export const DESK = `coordinator@${XINING}`;

/** @returns the sign-in of somebody who works for an agency. */
export const officerOf = (agencyId: string): string => `agency-officer@${XINING}/${agencyId}`;

/** Xining with an open incident, two agencies, and a task that was put to both. */
export const createTasksWorld = async () => {
  const test = createTestCell({ city: XINING, now: NOW });
  const handlers = {
    desk: createTasks(test.cell),
    agency: createAgencyTasks(test.cell),
    phone: createPhones(test.cell),
  };
  /** @throws Error for what is no success. */
  const done = async <T>(handler: unknown, contract: RouteContract, request: TestCall): Promise<T> => {
    const answer = await test.call(handler, contract, request);
    if (answer.status >= 300) throw new Error(`${contract.operationId}: ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  };
  const incidents = createIncidents(test.cell);
  const { incidentId } = await done<{ incidentId: string }>(incidents, incidentRoutes.openIncident, {
    as: DESK,
    body: { ...someIncidentDetails(), responseLevel: 'II', exercise: false },
  });
  const register = async (name: string): Promise<string> => {
    const body = { ...agencyDetails({ name }), dutyContacts: agencyContacts() };
    const agency = await done<AgencyView>(createAgencies(test.cell), agencyRoutes.registerAgency, { as: DESK, body });
    return agency.agencyId;
  };
  const [first, second] = [await register('虚构甲队'), await register('虚构乙队')] as const;
  const sending = (...agencies: readonly string[]) => ({
    source: 'incident' as const,
    incidentId,
    details: taskDetails(),
    agencies,
  });
  const { taskId } = await done<TaskView>(handlers.desk, taskRoutes.sendTask, {
    as: DESK,
    body: sending(first, second),
  });
  const params = { taskId };

  const desk = (contract: RouteContract, request: TestCall = {}) =>
    test.call(handlers.desk, contract, { as: DESK, params, ...request });
  const agency = (contract: RouteContract, request: TestCall = {}) =>
    test.call(handlers.agency, contract, { as: officerOf(first), params, ...request });
  const phone = (contract: RouteContract, authorization: string, request: TestCall = {}) =>
    test.call(handlers.phone, contract, { params, ...request, headers: { authorization, ...request.headers } });

  const issue = (expiresAt = '2026-07-16T00:00:00.000Z'): Promise<IssuedLink> =>
    done(handlers.desk, taskRoutes.issueLink, { as: DESK, params, body: { agencyId: first, expiresAt } });
  /** A phone that a link has signed in. */
  const signedIn = async () => {
    const link = await issue();
    const answer = await phone(taskPhoneRoutes.signIn, `Task ${link.secret}`, { body: { phone: PHONE } });
    return { link, answer, credential: `Task ${link.secret}.${PHONE}` };
  };
  return { test, handlers, incidentId, first, second, taskId, params, sending, desk, agency, phone, issue, signedIn };
};
export type TasksWorld = Awaited<ReturnType<typeof createTasksWorld>>;
