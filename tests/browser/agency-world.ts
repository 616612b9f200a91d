import { inject } from 'vitest';
import { anAgency, aTask } from '../../scripts/walkthrough/agency-payloads.ts';
import { createDesk, type Desk } from '../../scripts/walkthrough/desks.ts';
import { aFlood } from '../../scripts/walkthrough/payloads.ts';
import { runningService } from '../../scripts/walkthrough/running-service.ts';
import { openIncident } from '../../scripts/walkthrough/steps/request.ts';
import type { TaskDetails } from '../../shared/domain/task/task-details.ts';
import { agencyRoutes } from '../../shared/http/routes/agencies.ts';
import { taskRoutes } from '../../shared/http/routes/tasks.ts';
import type { TaskView } from '../../shared/http/views/task.ts';

export const XINING = '630100';

/** An agency of its own with an incident of its own, in the running service. */
export interface AgencyWorld {
  readonly desk: Desk;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly incidentId: string;
  readonly incidentTitle: string;
  /** The sign-in of whoever is on duty at the agency. */
  readonly officer: string;
  /** Has the coordinator send a task to the agency. */
  send(details?: Partial<TaskDetails>): Promise<string>;
  /** @returns the task as the duty room has it. */
  task(taskId: string): Promise<TaskView>;
}

/** @param name of the agency and the incident; unique among the tests. */
export const agencyWorld = async (name: string): Promise<AgencyWorld> => {
  const desk = createDesk(runningService(inject('serviceUrl'), fetch));
  const room = desk('coordinator', XINING);
  const now = new Date().toISOString();
  const agencyName = `${name}救护队（演示）`;
  const incidentTitle = `${name}内涝（演示）`;
  const { body: agency } = await room.call(agencyRoutes.registerAgency, { body: anAgency(XINING, now, agencyName) });
  const incidentId = await openIncident(desk, XINING, aFlood(XINING, now, { title: incidentTitle }));
  const { agencyId } = agency;
  return {
    ...{ desk, agencyId, agencyName, incidentId, incidentTitle },
    officer: `agency-officer@${XINING}/${agencyId}`,
    send: async (details = {}) => {
      const { body } = await room.call(taskRoutes.sendTask, {
        body: {
          source: 'incident',
          incidentId,
          details: { ...aTask(XINING, now), ...details },
          agencies: [agencyId],
        },
      });
      return body.taskId;
    },
    task: async (taskId) => (await room.call(taskRoutes.readTask, { params: { taskId } })).body,
  };
};
