import * as z from 'zod';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { CounterProposalSchema, ProgressReportSchema, TaskFeedbackSchema } from '../../domain/task/task-details.ts';
import { type Access, route } from '../route.ts';
import { AgencyTaskViewSchema } from '../views/agency-task.ts';

/** The path parameters of every route about one task. */
export const taskParams = z.strictObject({ taskId: z.uuid() });
const reasoned = z.strictObject({ reason: wordsSchema(2000) });

/**
 * What an agency does with a task, whether somebody signed in does it or a duty phone.
 * @param base path of the task, which names it by `{taskId}`.
 * @param suffix of the operations' names.
 */
export const respondingRoutes = (base: string, suffix: '' | 'ByPhone', access: Access, tag: string) => {
  const answered = { status: 200, body: AgencyTaskViewSchema } as const;
  const post = { method: 'POST', tag, access, params: taskParams, ifMatch: 'optional', success: answered } as const;
  return {
    read: route({
      operationId: suffix === '' ? 'readAgencyTask' : 'readTaskByPhone',
      method: 'GET',
      path: base,
      tag,
      summary: { zh: '查看本单位的任务', en: "Read the agency's part of a task" },
      access,
      params: taskParams,
      success: answered,
    }),
    accept: route({
      ...post,
      operationId: `acceptTask${suffix}`,
      path: `${base}/acceptance`,
      summary: { zh: '接受任务；先接受者得', en: 'Accept a task; the first to accept gets it' },
    }),
    decline: route({
      ...post,
      operationId: `declineTask${suffix}`,
      path: `${base}/refusal`,
      summary: { zh: '谢绝任务，说明理由', en: 'Decline a task and say why' },
      body: reasoned,
    }),
    counterPropose: route({
      ...post,
      operationId: `counterProposeTask${suffix}`,
      path: `${base}/counter-proposal`,
      summary: { zh: '提出变更：数量、时间', en: 'Propose another quantity or another time' },
      body: CounterProposalSchema,
    }),
    reportProgress: route({
      ...post,
      operationId: `reportTaskProgress${suffix}`,
      path: `${base}/progress-reports`,
      summary: {
        zh: '报告进展：位置、人数、数量、照片（链接与校验值）',
        en: 'Report progress: position, people, quantity, photos by link and digest',
      },
      body: ProgressReportSchema,
    }),
    finish: route({
      ...post,
      operationId: `finishTask${suffix}`,
      path: `${base}/completion`,
      summary: { zh: '报告任务完成', en: 'Say that the task is done' },
      body: z.strictObject({ words: wordsSchema(2000) }),
    }),
    giveFeedback: route({
      ...post,
      operationId: `giveTaskFeedback${suffix}`,
      path: `${base}/feedback`,
      summary: { zh: '反馈', en: 'Give feedback on a task that is done' },
      body: TaskFeedbackSchema,
    }),
  };
};
export type RespondingRoutes = ReturnType<typeof respondingRoutes>;
