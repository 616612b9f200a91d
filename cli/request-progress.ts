import type { Text } from '../shared/domain/kernel/text.ts';
import type { ReceivedAnswer } from '../shared/domain/request/placement.ts';
import { RequestStatusSchema } from '../shared/domain/request/request-state.ts';
import { RESOURCE_KINDS } from '../shared/domain/vocabulary/resource-kinds.ts';
import type { RequestView } from '../shared/http/views/request.ts';
import { cityName } from '../shared/reference/cities.ts';
import { STATUS_NAMES } from '../shared/reference/statuses.ts';

/** What a request can be followed until, besides its statuses. */
const STAGES = {
  answered: ({ placements }: RequestView) =>
    placements.length > 0 && placements.every(({ status }) => status !== 'awaiting'),
  requisitioned: ({ requisitions }: RequestView) => requisitions.length > 0,
  committed: ({ requisitions }: RequestView) => requisitions.some(({ status }) => status === 'committed'),
  home: ({ deployments }: RequestView) => deployments.length > 0 && deployments.every(({ ended }) => ended),
};

/** All that a request can be followed until. */
export const GOALS: readonly string[] = [...RequestStatusSchema.options, ...Object.keys(STAGES)];

/** @returns whether the request has come so far. */
export const hasReached = (request: RequestView, goal: string): boolean =>
  request.status === goal ||
  (STAGES as Partial<Record<string, (view: RequestView) => boolean>>)[goal]?.(request) === true;

/** @returns whether nothing more will happen to it. */
export const isOver = ({ status }: RequestView): boolean => status === 'closed' || status === 'cancelled';

const RESPONSES: Readonly<Record<ReceivedAnswer['answer']['response'], Text>> = {
  accept: { zh: '接受', en: 'accepts' },
  provisional: { zh: '附条件接受', en: 'accepts on conditions' },
  decline: { zh: '谢绝', en: 'declines' },
};

const PARTNER_STATUSES: Readonly<Record<string, Text>> = {
  awaiting: { zh: '等待中', en: 'awaited' },
  answered: { zh: '已答复', en: 'has answered' },
  lapsed: { zh: '逾期未答复', en: 'let the deadline pass' },
  withdrawn: { zh: '撤回答复', en: 'withdrew its answer' },
  'turned-down': { zh: '已被谢绝', en: 'was turned down' },
  'refused-by-exchange': { zh: '未能送达', en: 'did not get the message' },
  committed: { zh: '已承诺派队', en: 'commits its teams' },
  refused: { zh: '拒绝派队', en: 'refuses the requisition' },
  'not-taken': { zh: '未收下征调', en: 'did not take the requisition' },
  cancelled: { zh: '征调已取消', en: 'is no longer asked for teams' },
};

/** @returns what the status of a request, or of a partner in it, is called. */
export const partnerStatus = (status: string): Text =>
  PARTNER_STATUSES[status] ?? STATUS_NAMES[status] ?? { zh: status, en: status };

const kindOf = ({ items }: RequestView, itemId: string): Text => {
  const item = items.find((each) => each.itemId === itemId);
  return item ? RESOURCE_KINDS[item.kind] : { zh: itemId, en: itemId };
};

const about = (city: string, said: Text, what?: Text): Text => {
  const { zh, en } = cityName(city);
  return { zh: `${zh}：${what ? `${what.zh} ` : ''}${said.zh}`, en: `${en}: ${what ? `${what.en}: ` : ''}${said.en}` };
};

const placementNews = (before: RequestView | undefined, after: RequestView): Text[] =>
  after.placements.flatMap(({ city, status, answers }) => {
    const known = before?.placements.find((placement) => placement.city === city);
    const heard = new Set(known?.answers.map(({ messageId, answer }) => `${messageId} ${answer.itemId}`));
    const fresh = answers.filter(({ messageId, answer }) => !heard.has(`${messageId} ${answer.itemId}`));
    return [
      ...fresh.map(({ answer }) => about(city, RESPONSES[answer.response], kindOf(after, answer.itemId))),
      ...(known?.status === status ? [] : [about(city, partnerStatus(status))]),
    ];
  });

const requisitionNews = (before: RequestView | undefined, after: RequestView): Text[] =>
  after.requisitions.flatMap(({ city, status, requisition }) => {
    const id = requisition.requisitionId;
    const known = before?.requisitions.find((record) => record.requisition.requisitionId === id);
    if (known?.status === status) return [];
    const said =
      status === 'awaiting' ? { zh: '已征调，等待承诺', en: 'requisitioned, to be committed' } : partnerStatus(status);
    return [about(city, said, kindOf(after, requisition.itemId))];
  });

const homeNews = (before: RequestView | undefined, after: RequestView): Text[] =>
  after.deployments.flatMap(({ deploymentId, ended }) => {
    const known = before?.deployments.find((deployment) => deployment.deploymentId === deploymentId);
    return ended && !known?.ended
      ? [{ zh: `派遣 ${deploymentId} 已归建`, en: `deployment ${deploymentId} has ended` }]
      : [];
  });

/** What the city does about it itself: own teams that were sent, tasks that agencies were sent. */
const ownNews = (before: RequestView | undefined, after: RequestView): Text[] => {
  const sent = after.dispatches.filter(
    ({ deploymentId }) => !before?.dispatches.some((known) => known.deploymentId === deploymentId),
  );
  const tasks = after.tasks.filter(({ taskId }) => !before?.tasks.some((known) => known.taskId === taskId));
  return [
    ...sent.map((dispatch) =>
      'lot' in dispatch
        ? {
            zh: `发出本市物资“${dispatch.lot.name}”${dispatch.lot.quantity}${dispatch.lot.unit}`,
            en: `${dispatch.lot.quantity} ${dispatch.lot.unit} of own "${dispatch.lot.name}" are sent`,
          }
        : { zh: `派出本市队伍“${dispatch.team.name}”`, en: `own team "${dispatch.team.name}" is sent` },
    ),
    ...tasks.map(({ itemId, agencyIds }) => {
      const { zh, en } = kindOf(after, itemId);
      return {
        zh: `向${agencyIds.length}家联动单位派发任务：${zh}`,
        en: `task sent to ${agencyIds.length} agencies: ${en}`,
      };
    }),
  ];
};

/** @returns what has happened to a request since it was last looked at; all of it when it never was. */
export const newsOf = (before: RequestView | undefined, after: RequestView): readonly Text[] => {
  const { zh, en } = partnerStatus(after.status);
  return [
    ...(before?.status === after.status ? [] : [{ zh: `请求${zh}`, en: `the request is ${en}` }]),
    ...ownNews(before, after),
    ...placementNews(before, after),
    ...requisitionNews(before, after),
    ...homeNews(before, after),
  ];
};
