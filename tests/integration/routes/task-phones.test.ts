import { describe, expect, it } from 'vitest';
import { HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { agencyTaskRoutes as own } from '../../../shared/http/routes/agency-tasks.ts';
import { taskPhoneRoutes as routes } from '../../../shared/http/routes/task-phones.ts';
import { taskRoutes } from '../../../shared/http/routes/tasks.ts';
import type { IssuedLink } from '../../../shared/http/views/issued-link.ts';
import type { TaskView } from '../../../shared/http/views/task.ts';
import { NOW } from '../../builders/circumstances.ts';
import { counterProposal, someReport } from '../../builders/task.ts';
import { createTasksWorld, DESK, officerOf, PHONE } from './tasks-world.ts';
import { expectProblem } from './wrong-calls.ts';

const OTHER_PHONE = 'Q'.repeat(43);
const expiresAt = plus(NOW, HOUR_MS);

describe('a one-time link', () => {
  it('signs one phone in, which does all that the task needs', async () => {
    const { phone, signedIn, desk, first, taskId } = await createTasksWorld();
    const { answer, credential } = await signedIn();
    expect(answer).toMatchObject({
      status: 200,
      body: { taskId, agencyId: first, yours: { outcome: { kind: 'open' } } },
    });
    expect((await phone(routes.read, credential)).status).toBe(200);
    expect((await phone(routes.counterPropose, credential, { body: counterProposal })).status).toBe(200);
    expect((await phone(routes.accept, credential)).body).toMatchObject({ yours: { outcome: { kind: 'accepted' } } });
    expect((await phone(routes.reportProgress, credential, { body: someReport() })).status).toBe(200);
    expect((await phone(routes.finish, credential, { body: { words: '已排干' } })).status).toBe(200);
    const feedback = { words: '无伤亡', photos: [] };
    expect((await phone(routes.giveFeedback, credential, { body: feedback })).status).toBe(200);
    expect((await desk(taskRoutes.readTask)).body).toMatchObject({ status: 'fed-back' });
  });

  it('declines as well, in the ledger as the phone of that link', async () => {
    const { test, phone, signedIn } = await createTasksWorld();
    const { link, credential } = await signedIn();
    expect((await phone(routes.decline, credential, { body: { reason: '无人在岗' } })).status).toBe(200);
    const entries = test.store.rows().flatMap(({ entity, entry }) => (entity === 'event' ? [entry] : []));
    expect(entries.at(-1)).toMatchObject({ type: 'taskDeclined', actor: { id: `phone:${link.linkId}`, roles: [] } });
  });

  it('belongs to the first phone; the same phone may sign in again', async () => {
    const { phone, signedIn } = await createTasksWorld();
    const { link, credential } = await signedIn();
    const signIn = (secret: string) => phone(routes.signIn, `Task ${link.secret}`, { body: { phone: secret } });
    expect((await signIn(PHONE)).status).toBe(200);
    expectProblem(await signIn(OTHER_PHONE), 403, 'task-link-used');
    expectProblem(await phone(routes.read, credential.replace(PHONE, OTHER_PHONE)), 401, 'not-signed-in');
  });

  it('opens nothing before a phone has signed in, nor without what the phone knows', async () => {
    const { phone, issue } = await createTasksWorld();
    const { secret } = await issue();
    expectProblem(await phone(routes.read, `Task ${secret}`), 401, 'not-signed-in');
    expectProblem(await phone(routes.read, `Task ${secret}.${PHONE}`), 401, 'not-signed-in');
  });

  it.each([
    ['nothing', () => ''],
    ['a made-up secret', () => `Task ${'x'.repeat(43)}.${PHONE}`],
    ['the phone’s secret alone', () => `Task ${PHONE}`],
    ['the link’s id', ({ linkId }: IssuedLink) => `Task ${linkId}`],
    ['a bearer token', () => `Bearer ${DESK}`],
  ] as const)('is not opened by %s', async (_, credential) => {
    const { phone, signedIn } = await createTasksWorld();
    const { link } = await signedIn();
    for (const contract of [routes.read, routes.accept, routes.signIn])
      expectProblem(await phone(contract, credential(link), { body: { phone: PHONE } }), 401, 'not-signed-in');
  });

  it('is for one task only', async () => {
    const { test, handlers, phone, signedIn, sending, first } = await createTasksWorld();
    const { credential } = await signedIn();
    const other = await test.call(handlers.desk, taskRoutes.sendTask, { as: DESK, body: sending(first) });
    const { taskId } = other.body as TaskView;
    expectProblem(await phone(routes.read, credential, { params: { taskId } }), 401, 'not-signed-in');
    expectProblem(await phone(routes.read, credential, { params: { taskId: 'nonsense' } }), 401, 'not-signed-in');
  });

  it('expires', async () => {
    const { test, phone, signedIn } = await createTasksWorld();
    const { link, credential } = await signedIn();
    test.setTime(plus(link.expiresAt, -1));
    expect((await phone(routes.read, credential)).status).toBe(200);
    test.setTime(link.expiresAt);
    expectProblem(await phone(routes.read, credential), 401, 'not-signed-in');
  });

  it('is revoked by the duty room, or by its own agency, not by another', async () => {
    const { test, handlers, phone, signedIn, taskId, second, desk } = await createTasksWorld();
    const { link, credential } = await signedIn();
    const params = { taskId, linkId: link.linkId };
    const elsewhere = await test.call(handlers.agency, own.revokeLink, { as: officerOf(second), params });
    expectProblem(elsewhere, 404, 'task-link-unknown');
    const revoked = await desk(taskRoutes.revokeLink, { params });
    expect(revoked).toMatchObject({ status: 200, body: { linkId: link.linkId, revokedAt: NOW, usedSince: NOW } });
    expectProblem(await phone(routes.read, credential), 401, 'not-signed-in');
    const again = await desk(taskRoutes.revokeLink, { params, as: DESK });
    expect(again.body).toEqual(revoked.body);
  });
});

describe('the secret of a link', () => {
  it('is said once, long enough, and kept nowhere', async () => {
    const { test, desk, first } = await createTasksWorld();
    const request = { body: { agencyId: first, expiresAt }, headers: { 'idempotency-key': 'one-link' } };
    const answer = await desk(taskRoutes.issueLink, request);
    const { secret = '', ...link } = answer.body as IssuedLink;
    expect(answer.status).toBe(201);
    expect(secret).toMatch(/^[\w-]{43}$/);
    const repeated = await desk(taskRoutes.issueLink, request);
    expect(repeated).toMatchObject({ status: 201, body: link });
    expect(JSON.stringify([repeated.body, test.store.rows()])).not.toContain(secret);
    expect(((await desk(taskRoutes.readTask)).body as TaskView).links).toHaveLength(1);
  });

  it('is not shown with the task, nor are digests', async () => {
    const { desk, agency, signedIn } = await createTasksWorld();
    const { answer } = await signedIn();
    for (const { body } of [await desk(taskRoutes.readTask), await agency(own.read), answer])
      expect(JSON.stringify(body)).not.toMatch(/digest|secret/i);
  });

  it('is given to the people of the agency for their own phones', async () => {
    const { agency, phone, first } = await createTasksWorld();
    const { body } = await agency(own.issueLink, { body: { expiresAt } });
    const { secret } = body as IssuedLink;
    const answer = await phone(routes.signIn, `Task ${secret}`, { body: { phone: PHONE } });
    expect(answer).toMatchObject({ status: 200, body: { agencyId: first } });
    const short = await phone(routes.signIn, `Task ${secret}`, { body: { phone: 'short' } });
    expectProblem(short, 422, 'body-not-valid');
  });
});
