import { HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { agencyRoutes } from '../../../shared/http/routes/agencies.ts';
import { taskPhoneRoutes } from '../../../shared/http/routes/task-phones.ts';
import { taskRoutes } from '../../../shared/http/routes/tasks.ts';
import { newSecret } from '../../../shared/lambda/new-secret.ts';
import { anAgency, aTask } from '../agency-payloads.ts';
import { type Stage, XINING } from '../stage.ts';
import { verifyStory } from '../steps/story.ts';

/** Puts a task to two agencies. @returns the task, and the agency that will be first. */
const sendTask = async ({ desk, tell, now }: Stage, incidentId: string) => {
  const coordinator = desk('coordinator', XINING);
  const register = async (name: string): Promise<string> =>
    (await coordinator.call(agencyRoutes.registerAgency, { body: anAgency(XINING, now(), name) })).body.agencyId;
  const agencies = [await register('矿山救护队（演示）'), await register('排水抢险公司（演示）')];
  const { body } = await coordinator.call(taskRoutes.sendTask, {
    body: { source: 'incident', incidentId, details: aTask(XINING, now()), agencies },
  });
  tell({
    city: XINING,
    role: 'coordinator',
    text: {
      zh: '向两家联动单位派发排水任务，先接受者得。',
      en: 'Puts a task to two partner agencies: pump out a basement; the first to accept gets it.',
    },
  });
  return { taskId: body.taskId, agencyId: agencies[0] ?? '' };
};

/** Issues a link. An answer that was lost has its secret no more when it is repeated: another link takes that one's place. */
const issueLink = async ({ desk, now }: Stage, taskId: string, agencyId: string) => {
  const coordinator = desk('coordinator', XINING);
  for (;;) {
    const { body } = await coordinator.call(taskRoutes.issueLink, {
      params: { taskId },
      body: { agencyId, expiresAt: plus(now(), 8 * HOUR_MS) },
    });
    const { linkId, secret } = body;
    if (secret !== undefined) return { linkId, secret };
    await coordinator.call(taskRoutes.revokeLink, { params: { taskId, linkId } });
  }
};

/** A duty phone of the agency signs in by a one-time link and does all of the task. */
const doTaskByPhone = async (stage: Stage, taskId: string, agencyId: string): Promise<void> => {
  const { desk, phone, tell } = stage;
  const params = { taskId };
  const { linkId, secret } = await issueLink(stage, taskId, agencyId);
  const own = newSecret();
  await phone(XINING, secret).call(taskPhoneRoutes.signIn, { params, body: { phone: own } });
  const dutyPhone = phone(XINING, `${secret}.${own}`);
  await dutyPhone.call(taskPhoneRoutes.accept, { params });
  tell({
    city: XINING,
    role: 'agency-officer',
    text: {
      zh: '值班手机以一次性链接登录，接受任务；另一家获知任务已被接受。',
      en: 'A duty phone signs in by a one-time link and accepts; the other agency learns that the task is taken.',
    },
  });
  const photos = [{ url: 'https://files.example.com/demo-2', sha256: '0'.repeat(64) }];
  const report = { words: '两台排水车已架设（演示）', people: 20, photos };
  await dutyPhone.call(taskPhoneRoutes.reportProgress, { params, body: report });
  await dutyPhone.call(taskPhoneRoutes.finish, { params, body: { words: '积水已排干（演示）' } });
  await dutyPhone.call(taskPhoneRoutes.giveFeedback, { params, body: { words: '无人员伤亡（演示）', photos: [] } });
  await desk('coordinator', XINING).call(taskRoutes.revokeLink, { params: { taskId, linkId } });
  tell({
    city: XINING,
    role: 'agency-officer',
    text: {
      zh: '报告进展、完成任务并反馈；随后链接被撤销。',
      en: 'Reports, finishes and gives feedback; then the link is revoked.',
    },
  });
};

/** Xining has a partner agency do what needs no other city, from sending to archive. */
export const giveAgencyTask = async (stage: Stage, incidentId: string): Promise<void> => {
  const { desk, tell } = stage;
  const { taskId, agencyId } = await sendTask(stage, incidentId);
  await doTaskByPhone(stage, taskId, agencyId);
  const coordinator = desk('coordinator', XINING);
  const params = { taskId };
  await coordinator.call(taskRoutes.followTaskUp, { params, body: { satisfaction: 5, words: '居民满意（演示）' } });
  const { body } = await coordinator.call(taskRoutes.archiveTask, { params });
  const { intact } = await verifyStory(desk, XINING, 'task', taskId);
  if (body.workOrderStep !== 'archive' || !intact)
    throw new Error('the task is not archived, or its ledger is not whole');
  tell({
    city: XINING,
    role: 'coordinator',
    text: {
      zh: '回访（满意度5分）后归档；任务台账链条完好。',
      en: 'Follows it up (satisfaction 5) and archives it; the ledger of the task is whole.',
    },
  });
};
