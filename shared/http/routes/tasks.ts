import * as z from 'zod';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { refinement } from '../../domain/kernel/issue-sentence.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { FollowUpSchema } from '../../domain/request/request-state.ts';
import { TaskDetailsSchema } from '../../domain/task/task-details.ts';
import { TaskCardSchema } from '../../domain/task/task-listings.ts';
import { MAXIMUM_OFFERS, TaskStatusSchema } from '../../domain/task/task-state.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS, type Role } from '../roles.ts';
import { route } from '../route.ts';
import { TaskReadingSchema, TaskViewSchema } from '../views/task.ts';
import { taskParams } from './responding.ts';
import { LinkBodySchema, linkRoutes } from './task-links.ts';

/** Who sends tasks and follows them up. */
const SENDERS: readonly Role[] = ['coordinator', 'duty-officer'];
const PATH = '/v1/tasks';
const TASK = `${PATH}/{taskId}`;

const reason = wordsSchema(2000);
const reasoned = z.strictObject({ reason });

/** To whom, and by when they answer: by each one's strategic agreement unless said. */
const sending = {
  agencies: z
    .array(z.uuid())
    .min(1)
    .max(MAXIMUM_OFFERS)
    .refine((agencies) => new Set(agencies).size === agencies.length, {
      ...refinement({ zh: '同一单位只写一次', en: 'name each agency once' }),
    }),
  replyBy: InstantSchema.optional(),
};

const SendTaskBodySchema = z
  .discriminatedUnion('source', [
    z.strictObject({
      source: z.literal('incident'),
      incidentId: z.uuid(),
      details: TaskDetailsSchema,
      ...sending,
    }),
    z.strictObject({
      source: z.literal('request-item'),
      requestId: z.uuid(),
      itemId: z.uuid(),
      /** What the request's item says, unless given. */
      details: TaskDetailsSchema.optional(),
      ...sending,
    }),
  ])
  .meta({ id: 'SendTask' });
export type SendTaskBody = z.infer<typeof SendTaskBodySchema>;

const FILTERS = ['status', 'incidentId', 'agencyId', 'supervised'] as const;
const TaskQuerySchema = z
  .strictObject({
    status: TaskStatusSchema.optional(),
    incidentId: z.uuid().optional(),
    agencyId: z.uuid().optional(),
    /** Only tasks under supervision that are not at their end. */
    supervised: z.enum(['true']).optional(),
    ...pageQuery,
  })
  .refine((query) => FILTERS.filter((name) => query[name] !== undefined).length <= 1, {
    ...refinement({ zh: '状态、事件、单位、督办只能选一项', en: 'filter by one thing at a time' }),
  });

const post = {
  method: 'POST',
  tag: 'tasks',
  access: SENDERS,
  params: taskParams,
  ifMatch: 'optional',
  success: { status: 200, body: TaskViewSchema },
} as const;

/** Tasks of partner agencies, as the duty room sends and follows them. */
export const taskRoutes = {
  listTasks: route({
    operationId: 'listTasks',
    method: 'GET',
    path: PATH,
    tag: 'tasks',
    summary: {
      zh: '按状态、事件、单位或督办查询任务，新的在前',
      en: 'List tasks by status, incident, agency or supervision, latest first',
    },
    access: READERS,
    query: TaskQuerySchema,
    success: { status: 200, body: pageOf(TaskCardSchema) },
  }),
  sendTask: route({
    operationId: 'sendTask',
    method: 'POST',
    path: PATH,
    tag: 'tasks',
    summary: {
      zh: '由事件或请求项派发任务给一家或多家联动单位，先接受者得',
      en: "Send a task, from an incident or a request's item, to one agency or to several: the first to accept gets it",
    },
    access: SENDERS,
    body: SendTaskBodySchema,
    success: { status: 201, body: TaskViewSchema },
  }),
  readTask: route({
    operationId: 'readTask',
    method: 'GET',
    path: TASK,
    tag: 'tasks',
    summary: { zh: '查看任务和各项时限', en: 'Read a task, and what it waits for' },
    access: READERS,
    params: taskParams,
    success: { status: 200, body: TaskReadingSchema },
  }),
  offerTask: route({
    ...post,
    operationId: 'offerTask',
    path: `${TASK}/offers`,
    summary: { zh: '增派其他单位', en: 'Put a task to further agencies' },
    body: z.strictObject(sending),
  }),
  acceptCounterProposal: route({
    ...post,
    operationId: 'acceptCounterProposal',
    path: `${TASK}/counter-proposals/{agencyId}/acceptance`,
    summary: { zh: '同意单位提出的变更', en: "Take up an agency's counter-proposal" },
    params: taskParams.extend({ agencyId: z.uuid() }),
  }),
  refuseCounterProposal: route({
    ...post,
    operationId: 'refuseCounterProposal',
    path: `${TASK}/counter-proposals/{agencyId}/refusal`,
    summary: { zh: '不同意单位提出的变更', en: "Refuse an agency's counter-proposal" },
    params: taskParams.extend({ agencyId: z.uuid() }),
    body: reasoned,
  }),
  urgeTask: route({
    ...post,
    operationId: 'urgeTask',
    path: `${TASK}/urgings`,
    summary: { zh: '催办', en: 'Urge those who have a task to get on with it' },
    body: z.strictObject({ words: wordsSchema(1000) }),
  }),
  superviseTask: route({
    ...post,
    operationId: 'superviseTask',
    path: `${TASK}/supervision`,
    summary: { zh: '督办', en: 'Put a task under supervision' },
    body: reasoned,
  }),
  transferTask: route({
    ...post,
    operationId: 'transferTask',
    path: `${TASK}/transfer`,
    summary: { zh: '转派其他单位，办理过程保留', en: 'Transfer a task to another agency; its story stays with it' },
    body: z.strictObject({ agencyId: z.uuid(), reason, replyBy: InstantSchema.optional() }),
  }),
  handTaskOver: route({
    ...post,
    operationId: 'handTaskOver',
    path: `${TASK}/hand-over`,
    summary: {
      zh: '转为向伙伴城市的请求（同一事件），办理过程保留',
      en: 'Hand a task over to a request for the same incident, which goes to partner cities; its story stays with it',
    },
    body: z.strictObject({ requestId: z.uuid(), reason }),
  }),
  followTaskUp: route({
    ...post,
    operationId: 'followTaskUp',
    path: `${TASK}/follow-up`,
    summary: { zh: '回访，评定满意度（1–5）', en: 'Follow a task up, with a satisfaction grade of 1 to 5' },
    body: z.strictObject({ satisfaction: FollowUpSchema.shape.satisfaction, words: wordsSchema(2000) }),
  }),
  archiveTask: route({
    ...post,
    operationId: 'archiveTask',
    path: `${TASK}/archive`,
    summary: { zh: '归档', en: 'Archive a task that was followed up' },
  }),
  reopenTask: route({
    ...post,
    operationId: 'reopenTask',
    path: `${TASK}/reopening`,
    summary: { zh: '退回重办，定新的时限', en: 'Reopen a task, with a new time by which it is needed' },
    body: z.strictObject({ reason, neededBy: InstantSchema }),
  }),
  cancelTask: route({
    ...post,
    operationId: 'cancelTask',
    path: `${TASK}/cancellation`,
    summary: { zh: '取消任务', en: 'Cancel a task' },
    body: reasoned,
  }),
  ...linkRoutes(TASK, '', SENDERS, { tag: 'tasks', body: LinkBodySchema }),
} as const;
