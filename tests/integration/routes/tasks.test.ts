import { describe, expect, it } from 'vitest';
import { ringClock } from '../../../functions/clock/ring-clock.ts';
import { keys } from '../../../shared/data/table.ts';
import { HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import { agencyTaskRoutes as own } from '../../../shared/http/routes/agency-tasks.ts';
import { taskRoutes as routes } from '../../../shared/http/routes/tasks.ts';
import type { TaskView } from '../../../shared/http/views/task.ts';
import { NOW, XINING } from '../../builders/circumstances.ts';
import { counterProposal, NEEDED_BY, REPLY_BY, someReport, taskDetails } from '../../builders/task.ts';
import type { TestCall } from '../../builders/test-cell.ts';
import { createTasksWorld, DESK, officerOf, type TasksWorld } from './tasks-world.ts';
import { expectProblem, itAnswersWrongCalls, itRefusesWrongCalls } from './wrong-calls.ts';

const reason = '距离太远';
const feedback = { words: '无伤亡', photos: [] };

/** How a task gets to where a route applies. */
const way = {
  sent: async () => undefined,
  countered: async ({ agency }: TasksWorld) => void (await agency(own.counterPropose, { body: counterProposal })),
  'under-way': async ({ agency }: TasksWorld) => void (await agency(own.accept)),
  done: async (world: TasksWorld) => {
    await way['under-way'](world);
    await world.agency(own.finish, { body: { words: '已排干' } });
  },
  'fed-back': async (world: TasksWorld) => {
    await way.done(world);
    await world.agency(own.giveFeedback, { body: feedback });
  },
  'followed-up': async (world: TasksWorld) => {
    await way['fed-back'](world);
    await world.desk(routes.followTaskUp, { body: { satisfaction: 5, words: '满意' } });
  },
} as const satisfies Record<string, (world: TasksWorld) => Promise<unknown>>;

const worldFor =
  (who: 'desk' | 'agency', where: keyof typeof way, request: (world: TasksWorld) => TestCall) => async () => {
    const world = await createTasksWorld();
    await way[where](world);
    const as = who === 'desk' ? DESK : officerOf(world.first);
    const { otherBody, ...rest } = request(world) as TestCall & { otherBody?: unknown };
    return {
      test: world.test,
      handler: world.handlers[who],
      good: { as, params: world.params, ...rest },
      ...(otherBody === undefined ? {} : { otherBody }),
    };
  };

const deskRoutes: readonly [
  RouteContract,
  keyof typeof way,
  (world: TasksWorld) => TestCall & { otherBody?: unknown },
][] = [
  [routes.listTasks, 'sent', () => ({ params: {} })],
  [
    routes.sendTask,
    'sent',
    ({ first, second, sending }) => ({ params: {}, body: sending(first), otherBody: sending(second) }),
  ],
  [routes.readTask, 'sent', () => ({})],
  [routes.acceptCounterProposal, 'countered', ({ taskId, first }) => ({ params: { taskId, agencyId: first } })],
  [
    routes.refuseCounterProposal,
    'countered',
    ({ taskId, first }) => ({ params: { taskId, agencyId: first }, body: { reason } }),
  ],
  [routes.urgeTask, 'sent', () => ({ body: { words: '请尽快' }, otherBody: { words: '请马上' } })],
  [routes.superviseTask, 'sent', () => ({ body: { reason } })],
  [
    routes.followTaskUp,
    'fed-back',
    () => ({ body: { satisfaction: 5, words: '满意' }, otherBody: { satisfaction: 1, words: '差' } }),
  ],
  [routes.archiveTask, 'followed-up', () => ({})],
  [routes.reopenTask, 'fed-back', () => ({ body: { reason, neededBy: plus(NEEDED_BY, HOUR_MS) } })],
  [routes.cancelTask, 'sent', () => ({ body: { reason } })],
];

describe('tasks, for the duty room', () => {
  for (const [contract, where, request] of deskRoutes) itAnswersWrongCalls(contract, worldFor('desk', where, request));
  itRefusesWrongCalls(
    routes.issueLink,
    worldFor('desk', 'sent', ({ first }) => ({ body: { agencyId: first, expiresAt: plus(NOW, HOUR_MS) } })),
  );
});

describe('tasks, for the people of an agency', () => {
  itAnswersWrongCalls(
    own.list,
    worldFor('agency', 'sent', () => ({ params: {} })),
  );
  itAnswersWrongCalls(
    own.read,
    worldFor('agency', 'sent', () => ({})),
  );
  itAnswersWrongCalls(
    own.accept,
    worldFor('agency', 'sent', () => ({})),
  );
  itAnswersWrongCalls(
    own.decline,
    worldFor('agency', 'sent', () => ({ body: { reason } })),
  );
  const counter = { body: counterProposal, otherBody: { ...counterProposal, quantity: 1 } };
  itAnswersWrongCalls(
    own.counterPropose,
    worldFor('agency', 'sent', () => counter),
  );
  const report = { body: someReport(), otherBody: { ...someReport(), people: 3 } };
  itAnswersWrongCalls(
    own.reportProgress,
    worldFor('agency', 'under-way', () => report),
  );
  const finish = { body: { words: '已排干' }, otherBody: { words: '完成' } };
  itAnswersWrongCalls(
    own.finish,
    worldFor('agency', 'under-way', () => finish),
  );
  const back = { body: feedback, otherBody: { ...feedback, words: '一人轻伤' } };
  itAnswersWrongCalls(
    own.giveFeedback,
    worldFor('agency', 'done', () => back),
  );
  const link = { body: { expiresAt: plus(NOW, HOUR_MS) } };
  itRefusesWrongCalls(
    own.issueLink,
    worldFor('agency', 'sent', () => link),
  );

  it.each([
    [{ url: 'http://photos.example/1.jpg' }, '/photos/0/url'],
    [{ sha256: 'abc' }, '/photos/0/sha256'],
  ])('takes photos by https and digest only: %o', async (photo, pointer) => {
    const world = await createTasksWorld();
    await way['under-way'](world);
    const photos = [{ ...someReport().photos[0], ...photo }];
    const answer = await world.agency(own.reportProgress, { body: { ...someReport(), photos } });
    expectProblem(answer, 422, 'body-not-valid');
    expect(answer.body).toMatchObject({ errors: [{ pointer }] });
  });
});

describe('a task from sending to archive', () => {
  it('goes round the seven steps, and the duty room sees all of it', async () => {
    const world = await createTasksWorld();
    const { agency, desk, first } = world;
    await way['under-way'](world);
    await agency(own.reportProgress, { body: someReport() });
    await agency(own.finish, { body: { words: '已排干' } });
    await agency(own.giveFeedback, { body: feedback });
    await desk(routes.followTaskUp, { body: { satisfaction: 4, words: '满意' } });
    const { body } = await desk(routes.archiveTask);
    expect(body).toMatchObject({
      status: 'archived',
      workOrderStep: 'archive',
      agencyId: first,
      progress: [{ words: '已架设两台排水泵', photos: [{ sha256: 'a'.repeat(64) }] }],
      completion: { words: '已排干' },
      feedback: { words: '无伤亡' },
      followUp: { satisfaction: 4 },
    });
    expect((await agency(own.read)).body).toMatchObject({ satisfaction: 4, completion: { words: '已排干' } });
  });

  it('is transferred with its story, and further agencies are asked', async () => {
    const { desk, agency, test, first, second, params, handlers } = await createTasksWorld();
    await agency(own.decline, { body: { reason } });
    const again = await desk(routes.offerTask, { body: { agencies: [first] } });
    expect(again).toMatchObject({ status: 200, body: { status: 'sent' } });
    await agency(own.accept);
    await agency(own.reportProgress, { body: someReport() });
    const { body } = await desk(routes.transferTask, { body: { agencyId: second, reason } });
    expect(body).toMatchObject({ status: 'sent', progress: [{ people: 20 }] });
    const gone = await agency(own.finish, { body: { words: '完成' } });
    expectProblem(gone, 409, 'task-not-held');
    const taken = await test.call(handlers.agency, own.accept, { as: officerOf(second), params });
    expect(taken).toMatchObject({ status: 200, body: { yours: { outcome: { kind: 'accepted' } } } });
    const nobody = await desk(routes.transferTask, { body: { agencyId: params.taskId, reason } });
    expectProblem(nobody, 404, 'agency-unknown');
    expectProblem(await desk(routes.handTaskOver, { body: { requestId: first, reason } }), 404, 'request-not-found');
  });
});

describe('agencies that want the same task', () => {
  it('do not both get it', async () => {
    const { test, handlers, first, second, params, desk } = await createTasksWorld();
    const accept = (agencyId: string) => test.call(handlers.agency, own.accept, { as: officerOf(agencyId), params });
    const answers = await Promise.all([accept(first), accept(second)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expectProblem(answers.find(({ status }) => status === 409) ?? expect.fail(), 409, 'task-taken');
    const { offers } = (await desk(routes.readTask)).body as TaskView;
    expect(offers.map(({ outcome }) => outcome.kind).sort()).toEqual(['accepted', 'taken']);
  });
});

describe('people of an agency', () => {
  it('see their own part of a task and nothing of others', async () => {
    const world = await createTasksWorld();
    const { test, handlers, second, params, agency } = world;
    await way['under-way'](world);
    await agency(own.reportProgress, { body: someReport() });
    const { body } = await test.call(handlers.agency, own.read, { as: officerOf(second), params });
    expect(body).toMatchObject({ yours: { outcome: { kind: 'taken' } }, progress: [], links: [] });
    expect(JSON.stringify(body)).not.toMatch(/虚构甲队|排水泵/);
    const list = await test.call(handlers.agency, own.list, { as: officerOf(second) });
    expect(list.body).toMatchObject({ items: [{ taskId: params.taskId, yours: 'taken' }] });
  });

  it.each([`agency-officer@${XINING}`, `agency-officer@${XINING}/0190b000-0000-7000-8000-00000000dead`])(
    'do not learn of tasks that they were not asked to do: %s',
    async (as) => {
      const { agency } = await createTasksWorld();
      expect((await agency(own.list, { as, params: {} })).body).toEqual({ items: [] });
      expectProblem(await agency(own.read, { as }), 404, 'task-unknown');
      expectProblem(await agency(own.accept, { as }), 404, 'task-unknown');
      const body = { expiresAt: plus(NOW, HOUR_MS) };
      expectProblem(await agency(own.issueLink, { as, body }), 404, 'task-unknown');
    },
  );
});

describe('the clock of a task', () => {
  it('lapses what nobody answered, tells the duty room and puts it under supervision', async () => {
    const { test, taskId, desk } = await createTasksWorld();
    test.setTime(REPLY_BY);
    await ringClock(test.cell, CONVERSATIONS, keys.state('task', taskId));
    expect((await desk(routes.readTask)).body).toMatchObject({
      status: 'unanswered',
      workOrderStep: 'supervise',
      pending: { next: { waitsFor: { who: 'duty-room' }, who: { zh: '本市值班室' } }, handOffs: [{ handOff: 'task' }] },
    });
    const list = await desk(routes.listTasks, { params: {}, query: { supervised: 'true' } });
    expect(list.body).toMatchObject({ items: [{ taskId, supervised: true }] });
    const told = test.store.rows().filter(({ entity }) => entity === 'notice');
    expect(told.filter(({ urgency }) => urgency === 'urgent')).toHaveLength(3);
  });
});

describe('lists of tasks', () => {
  it.each([
    ['status', () => 'sent'],
    ['incidentId', ({ incidentId }: TasksWorld) => incidentId],
    ['agencyId', ({ second }: TasksWorld) => second],
  ] as const)('are by %s', async (name, value) => {
    const world = await createTasksWorld();
    const found = await world.desk(routes.listTasks, { params: {}, query: { [name]: value(world) } });
    expect(found.body).toMatchObject({ items: [{ taskId: world.taskId, mission: taskDetails().mission }] });
    const both = await world.desk(routes.listTasks, { params: {}, query: { status: 'done', agencyId: world.first } });
    expectProblem(both, 400);
  });
});
