import { describe, expect, test } from 'vitest';
import { anAgency, aTask } from '../../../scripts/walkthrough/agency-payloads.ts';
import { aFlood } from '../../../scripts/walkthrough/payloads.ts';
import { HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { type Client, createClient } from '../../../shared/http/client.ts';
import { agencyRoutes } from '../../../shared/http/routes/agencies.ts';
import { agencyTaskRoutes } from '../../../shared/http/routes/agency-tasks.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { taskPhoneRoutes } from '../../../shared/http/routes/task-phones.ts';
import { taskRoutes } from '../../../shared/http/routes/tasks.ts';
import { newSecret } from '../../../shared/lambda/new-secret.ts';
import type { Deployment } from '../deployment.ts';
import { now, refusalOf, sceneOf, statusOf, XINING } from './scene.ts';

/** Partner agencies and their tasks: the registry, the race for a task, and duty phones. */
export const describeAgencyTasks = (deployment: Deployment): void => {
  const { desk } = sceneOf(deployment);
  const coordinator = desk('coordinator', XINING);
  const baseUrl = deployment.baseUrl(XINING);

  const register = async (name: string): Promise<string> =>
    (await coordinator.call(agencyRoutes.registerAgency, { body: anAgency(XINING, now(), name) })).body.agencyId;
  const officerOf = (agencyId: string): Client =>
    createClient({ baseUrl, token: () => deployment.token('agency-officer', XINING, agencyId) });
  const phoneWith = (taskLink: string): Client => createClient({ baseUrl, taskLink });
  const taskOfBoth = async () => {
    const { body: incident } = await coordinator.call(incidentRoutes.openIncident, { body: aFlood(XINING, now()) });
    const agencies = [await register('甲队（演示）'), await register('乙队（演示）')] as const;
    const { incidentId } = incident;
    const { body } = await coordinator.call(taskRoutes.sendTask, {
      body: { source: 'incident', incidentId, details: aTask(XINING, now()), agencies: [...agencies] },
    });
    return { params: { taskId: body.taskId }, agencies };
  };

  describe.concurrent('partner agencies', () => {
    test('keep their own entry, and see no other', async () => {
      const [own, other] = [await register('甲队（演示）'), await register('乙队（演示）')];
      const officer = officerOf(own);
      const { body, etag = '' } = await officer.call(agencyRoutes.readAgency, { params: { agencyId: own } });
      expect(body.dutyContacts).toEqual([{ name: '演*', telephone: '000****0000' }]);
      const { dutyContacts: _, ...details } = anAgency(XINING, now(), '甲队（演示）');
      const change = { ...details, agreement: body.agreement, headcount: 31 };
      const changed = await officer.call(agencyRoutes.changeAgency, {
        params: { agencyId: own },
        body: change,
        ifMatch: etag,
      });
      expect(changed.body.headcount).toBe(31);
      const peek = officer.call(agencyRoutes.readAgency, { params: { agencyId: other } });
      expect(await refusalOf(peek)).toMatchObject({ status: 403, code: 'not-the-persons-agency' });
    });

    test('race for a task that was put to both: one gets it, the other is told', async () => {
      const { params, agencies } = await taskOfBoth();
      const answers = await Promise.allSettled(
        agencies.map((agencyId) => officerOf(agencyId).call(agencyTaskRoutes.accept, { params })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const { body } = await coordinator.call(taskRoutes.readTask, { params });
      expect(body.offers.map(({ outcome }) => outcome.kind).sort()).toEqual(['accepted', 'taken']);
    });

    test('answer on a duty phone, by a link for that task only, until it is revoked', async () => {
      const { params, agencies } = await taskOfBoth();
      const expiresAt = plus(now(), HOUR_MS);
      const { body: link } = await coordinator.call(taskRoutes.issueLink, {
        params,
        body: { agencyId: agencies[0], expiresAt },
      });
      const [secret, own] = [link.secret ?? '', newSecret()];
      const phone = phoneWith(`${secret}.${own}`);
      expect(await statusOf(phone.call(taskPhoneRoutes.read, { params }))).toBe(401);
      await phoneWith(secret).call(taskPhoneRoutes.signIn, { params, body: { phone: own } });
      const another = phoneWith(secret).call(taskPhoneRoutes.signIn, { params, body: { phone: newSecret() } });
      expect(await refusalOf(another)).toMatchObject({ status: 403, code: 'task-link-used' });
      const { body } = await phone.call(taskPhoneRoutes.accept, { params });
      expect(body.yours.outcome.kind).toBe('accepted');
      const { params: elsewhere } = await taskOfBoth();
      expect(await statusOf(phone.call(taskPhoneRoutes.read, { params: elsewhere }))).toBe(401);
      await coordinator.call(taskRoutes.revokeLink, { params: { ...params, linkId: link.linkId } });
      expect(await statusOf(phone.call(taskPhoneRoutes.read, { params }))).toBe(401);
    });
  });
};
