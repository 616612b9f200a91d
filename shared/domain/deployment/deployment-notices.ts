import type { NoticeDraft } from '../kernel/aggregate.ts';
import { failureNotice } from '../kernel/message-failure.ts';
import type { Text } from '../kernel/text.ts';
import type { DeploymentEvent } from './deployment-events.ts';
import type { DeploymentSide, DeploymentState } from './deployment-state.ts';
import { DEPLOYMENT_STATUSES } from './deployment-status.ts';
import { isLent, sentName } from './mission.ts';

/** The end that says a thing; the other end is told of it. */
export const SPEAKERS = {
  statusReported: 'owner',
  statusAsked: 'requester',
  extensionAsked: 'requester',
  extensionAnswered: 'owner',
  returnAsked: 'owner',
  returnAnswered: 'requester',
  teamReleased: 'requester',
} as const satisfies Partial<Record<DeploymentEvent['type'], DeploymentSide>>;

/** An event that one end says to the other. */
export type SpokenEvent = Extract<DeploymentEvent, { type: keyof typeof SPEAKERS }>;

/** @returns whether one end says this to the other. */
export const isSpoken = (event: DeploymentEvent): event is SpokenEvent => Object.hasOwn(SPEAKERS, event.type);

const RESPONSES: Readonly<Record<'accept' | 'decline' | 'provisional', Text>> = {
  accept: { zh: '同意', en: 'accepted' },
  decline: { zh: '不同意', en: 'declined' },
  provisional: { zh: '有条件同意', en: 'accepted on a condition' },
};

/** @returns a notice about what was sent, which its sentence names first. */
const notice = (
  urgency: NoticeDraft['urgency'],
  { mission }: DeploymentState,
  { zh, en }: Text,
): readonly NoticeDraft[] => {
  const name = sentName(mission);
  const { orderNumber } = mission;
  return [{ urgency, text: { zh: `${name}（命令${orderNumber}）${zh}`, en: `${name} (order ${orderNumber}) ${en}` } }];
};

/** What the end that hears of it is told. */
const heard = (event: SpokenEvent, state: DeploymentState): readonly NoticeDraft[] => {
  switch (event.type) {
    case 'statusReported': {
      const { zh, en } = DEPLOYMENT_STATUSES[event.report.progress.status];
      return event.stepped ? notice('routine', state, { zh: `：${zh}。`, en: `reports: ${en}.` }) : [];
    }
    case 'statusAsked':
      return [];
    case 'extensionAsked': {
      const { until, reason } = event.question;
      return notice('urgent', state, {
        zh: `：受援方请求延期至${until}：${reason}`,
        en: `is asked to stay until ${until}: ${reason}`,
      });
    }
    case 'returnAsked': {
      const { by, reason } = event.question;
      return notice('urgent', state, {
        zh: `：派出方请求于${by}前召回：${reason}`,
        en: `is wanted back by its city, to leave by ${by}: ${reason}`,
      });
    }
    case 'extensionAnswered': {
      const { zh, en } = RESPONSES[event.answer.response];
      return notice('routine', state, { zh: `：派出方对延期答复：${zh}。`, en: `: its city has ${en} the extension.` });
    }
    case 'returnAnswered': {
      const { zh, en } = RESPONSES[event.answer.response];
      return notice('urgent', state, { zh: `：受援方对召回答复：${zh}。`, en: `: the recall was ${en}.` });
    }
    case 'teamReleased':
      return notice('urgent', state, {
        zh: '：受援方已放行，可以返程。',
        en: 'has been released and may leave for home.',
      });
  }
};

/** The other end hears what is said; of its own team, a city hears what the leader reports. */
const hears = (event: SpokenEvent, { side, mission }: DeploymentState): boolean =>
  isLent(mission) ? SPEAKERS[event.type] !== side : event.type === 'statusReported';

/** @returns what the duty room is told of an event. */
export const deploymentNotices = (event: DeploymentEvent, state: DeploymentState): readonly NoticeDraft[] => {
  if (isSpoken(event)) return hears(event, state) ? heard(event, state) : [];
  if (event.type === 'deploymentMessageFailed') {
    const { orderNumber } = state.mission;
    const name = sentName(state.mission);
    return [
      failureNotice(event.failure, {
        zh: `${name}（命令${orderNumber}）`,
        en: `${name} (order ${orderNumber})`,
      }),
    ];
  }
  return [];
};
