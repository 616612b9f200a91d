import type { ReportableStatus } from '../../../shared/domain/deployment/progress.ts';
import { DAY_MS, HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { eventually } from '../eventually.ts';
import { LANZHOU, type Stage, XINING } from '../stage.ts';
import { deploymentWhere, readDeployment, report } from '../steps/deployment.ts';
import { messagesOf, readStory } from '../steps/story.ts';
import { readTeam } from '../steps/team.ts';

/** The team leader reports a step; it is told once Xining sees it. */
const step = async ({ desk, tell, now }: Stage, deploymentId: string, status: ReportableStatus, text: Text) => {
  await report(desk, LANZHOU, deploymentId, { status, at: now() });
  await deploymentWhere(desk, XINING, deploymentId, (there) => there.status === status);
  const message = { type: 'ReportResourceDeploymentStatus', to: [XINING] };
  tell({ city: LANZHOU, role: 'team-leader', message, text });
};

/** The team sets out, arrives and works. */
export const goOut = async (stage: Stage, deploymentId: string): Promise<void> => {
  await step(stage, deploymentId, 'departed', { zh: '报告：已出发。', en: 'Reports: departed.' });
  await step(stage, deploymentId, 'en-route', {
    zh: '报告：途中，已过海石湾。',
    en: 'Reports: en route, past Haishiwan.',
  });
  await askWhere(stage, deploymentId);
  await step(stage, deploymentId, 'arrived', {
    zh: '报告：已到城东集结点。',
    en: 'Reports: arrived at the assembly point.',
  });
  await step(stage, deploymentId, 'working', {
    zh: '报告：开始转移群众。',
    en: 'Reports: at work, moving people to safety.',
  });
};

/** Xining asks where the team is; Lanzhou's service answers at once. */
const askWhere = async ({ desk, tell }: Stage, deploymentId: string): Promise<void> => {
  const reports = async () =>
    messagesOf(await readStory(desk, XINING, 'deployment', deploymentId)).filter(
      ({ envelope }) => envelope.type === 'ReportResourceDeploymentStatus',
    ).length;
  const before = await reports();
  await desk('duty-officer', XINING).call(deploymentRoutes.askDeploymentStatus, { params: { deploymentId } });
  await eventually(async () => (await reports()) > before, { what: 'the answer to where the team is' });
  tell({
    city: XINING,
    role: 'duty-officer',
    message: { type: 'RequestResourceDeploymentStatus', to: [LANZHOU] },
    text: { zh: '询问队伍现在何处。', en: 'Asks where the team is.' },
  });
  tell({
    city: LANZHOU,
    message: { type: 'ReportResourceDeploymentStatus', to: [XINING] },
    text: { zh: '系统立即自动答复：途中。', en: 'The service answers at once: en route.' },
  });
};

/** More rain: the stay is extended. */
export const stayLonger = async ({ desk, tell, now }: Stage, deploymentId: string): Promise<void> => {
  const params = { deploymentId };
  const ask = { until: plus(now(), 5 * DAY_MS), reason: '上游仍有强降雨' };
  await desk('coordinator', XINING).call(deploymentRoutes.askExtension, { params, body: ask });
  await deploymentWhere(desk, LANZHOU, deploymentId, ({ extension }) => extension !== undefined);
  tell({
    city: XINING,
    role: 'coordinator',
    message: { type: 'RequestExtendedDeploymentDuration', to: [LANZHOU] },
    text: { zh: '上游仍有强降雨，请求延长两天。', en: 'More rain upstream: asks to keep the team two days longer.' },
  });
  await desk('coordinator', LANZHOU).call(deploymentRoutes.answerExtension, { params, body: { response: 'accept' } });
  await deploymentWhere(desk, XINING, deploymentId, ({ extension }) => extension?.answer?.response === 'accept');
  tell({
    city: LANZHOU,
    role: 'coordinator',
    message: { type: 'ResponseToRequestExtendedDeploymentDuration', to: [XINING] },
    text: { zh: '同意延期。', en: 'Agrees.' },
  });
};

/** Lanzhou needs its team; Xining cannot spare it yet. */
export const wantItBack = async ({ desk, tell, now }: Stage, deploymentId: string): Promise<void> => {
  const params = { deploymentId };
  const ask = { by: plus(now(), HOUR_MS), reason: '兰州市区出现险情' };
  await desk('coordinator', LANZHOU).call(deploymentRoutes.askReturn, { params, body: ask });
  await deploymentWhere(desk, XINING, deploymentId, ({ returnRequest }) => returnRequest !== undefined);
  tell({
    city: LANZHOU,
    role: 'coordinator',
    message: { type: 'RequestReturn', to: [XINING] },
    text: { zh: '兰州市区出现险情，请求召回队伍。', en: 'There is trouble in Lanzhou too: asks for its team back.' },
  });
  const body = { response: 'decline', reason: '转移尚未完成，完成后立即放行' } as const;
  await desk('coordinator', XINING).call(deploymentRoutes.answerReturn, { params, body });
  await deploymentWhere(desk, LANZHOU, deploymentId, ({ returnRequest }) => returnRequest?.answer !== undefined);
  tell({
    city: XINING,
    role: 'coordinator',
    message: { type: 'ResponseToRequestReturn', to: [LANZHOU] },
    text: {
      zh: '暂不能放行：转移尚未完成，完成后立即放行。',
      en: 'Not yet: people are still being moved; right after that.',
    },
  });
};

/** Released, and home: the team can be called again. */
export const goHome = async (stage: Stage, deploymentId: string, teamId: string): Promise<void> => {
  const { desk, tell } = stage;
  const release = { params: { deploymentId }, body: { note: '任务完成，感谢兰州' } };
  await desk('coordinator', XINING).call(deploymentRoutes.releaseTeam, release);
  await deploymentWhere(desk, LANZHOU, deploymentId, (there) => there.release !== undefined);
  tell({
    city: XINING,
    role: 'coordinator',
    message: { type: 'ReleaseResource', to: [LANZHOU] },
    text: { zh: '任务完成，放行队伍并致谢。', en: 'The work is done: releases the team, with thanks.' },
  });
  await step(stage, deploymentId, 'returning', { zh: '报告：返程。', en: 'Reports: on the way home.' });
  await step(stage, deploymentId, 'home', { zh: '报告：已归建。', en: 'Reports: home.' });
  const { body: team } = await readTeam(desk, LANZHOU, teamId);
  if (team.condition !== 'available') throw new Error(`the team is ${team.condition}, though it is home`);
  const { times } = await readDeployment(desk, XINING, deploymentId);
  if (!times.returnArrival.actual) throw new Error('Xining does not know when the team was home');
  tell({
    city: LANZHOU,
    text: { zh: `“${team.name}”恢复可用。`, en: 'The team is available again.' },
  });
};
