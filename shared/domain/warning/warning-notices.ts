import type { NoticeDraft } from '../kernel/aggregate.ts';
import { named } from '../kernel/named.ts';
import { routine, urgent } from '../kernel/notice.ts';
import type { Text } from '../kernel/text.ts';
import type { WarningAct } from './warning-act.ts';
import { levelOf, WARNING_COLOURS } from './warning-colour.ts';
import type { WarningEvent } from './warning-events.ts';
import { realmOf } from './warning-realm.ts';
import { isWarning, type SeenWarning, type Warning, type WarningState } from './warning-state.ts';

const GRAVE = levelOf('orange');

/** @returns a notice as urgent as a warning is: red and orange at once, unless it only tries the line. */
const asUrgentAs = ({ alert, assessment }: Warning) =>
  levelOf(assessment.colour) <= GRAVE && realmOf(alert) !== 'test' ? urgent : routine;

const nameOf = ({ alert, assessment: { colour } }: SeenWarning) => {
  const [info] = alert.info ?? [];
  const colours = colour === undefined ? { zh: '', en: '' } : WARNING_COLOURS[colour];
  const what = info?.headline || info?.event || alert.identifier;
  return { zh: `“${what}”${colours.zh}预警`, en: `${colours.en} warning "${what}"`.trim() };
};

const placesOf = ({ assessment: { cities } }: Warning) => {
  const names = cities.map(({ city }) => named('city', city));
  return names.length === 0
    ? { zh: '未涉及已知城市', en: 'in none of the cities known here' }
    : { zh: `涉及${names.join('、')}`, en: `in ${names.join(', ')}` };
};

const arrived = (warning: Warning): NoticeDraft => {
  const { zh, en } = nameOf(warning);
  if (warning.status !== 'in-force')
    return routine(`收到${zh}，但其已失效。`, `A ${en} came that is not in force any more.`);
  const places = placesOf(warning);
  const { sender, msgType } = warning.alert;
  const came = msgType === 'Update' ? { zh: '更新', en: 'updated' } : { zh: '发布', en: 'issued' };
  return asUrgentAs(warning)(
    `${sender}${came.zh}${zh}，${places.zh}，有效至${warning.expiresAt}。`,
    `${sender} ${came.en} a ${en}, ${places.en}, until ${warning.expiresAt}.`,
  );
};

/** A cancellation that names no warning of its own sender takes nothing back. */
const withoutEffect = ({ alert, references }: SeenWarning): readonly NoticeDraft[] =>
  alert.msgType !== 'Cancel' || references.some(({ sender }) => sender === alert.sender)
    ? []
    : [
        urgent(
          `${alert.sender}的解除“${alert.identifier}”所指均为他人发布的预警，未予解除。`,
          `The cancellation ${alert.identifier} by ${alert.sender} names warnings of others only; they stand.`,
        ),
      ];

const ACTS = {
  'arm-agreement': {
    done: { zh: '已启动协议', en: 'armed the agreement' },
    undone: { zh: '已撤销协议启动', en: 'stood down the agreement' },
    refused: { zh: '未能启动协议', en: 'could not arm the agreement' },
  },
  'put-on-standby': {
    done: { zh: '已令队伍待命', en: 'put on standby the team' },
    undone: { zh: '已解除待命的队伍', en: 'let stand down the team' },
    refused: { zh: '未能令队伍待命', en: 'could not put on standby the team' },
  },
  'tell-partner': {
    done: { zh: '已告知协议伙伴', en: 'let the partner know of the agreement' },
    undone: { zh: '已向协议伙伴解除告知', en: 'stood down what it had told the partner of the agreement' },
    refused: { zh: '未能告知协议伙伴', en: 'could not tell the partner of the agreement' },
  },
  'draft-request': {
    done: { zh: '已按预案起草请求，待审批', en: 'had a request drafted, to be approved, by the plan' },
    undone: { zh: '已处理按预案起草的请求', en: 'saw to the request drafted by the plan' },
    refused: { zh: '未能按预案起草请求', en: 'could not have a request drafted by the plan' },
  },
} as const;

/** What was done without anybody's asking is told at once; that it is undone, in passing. */
const acted = (
  { what, targetId, rule, status, refusal, name: target = targetId }: WarningAct,
  name: Text,
): readonly NoticeDraft[] => {
  if (status === 'due') return [];
  const said = ACTS[what][status];
  const why = refusal ? refusal.text : { zh: '', en: '' };
  const tell = status === 'undone' ? routine : urgent;
  return [
    tell(
      `${name.zh}按规则“${rule.name}”${said.zh}“${target}”。${why.zh}`,
      `By the rule "${rule.name}", the ${name.en} ${said.en} "${target}". ${why.en}`.trim(),
    ),
  ];
};

/** What the duty room is told of a warning; what it does itself it knows. */
export const warningNotices = (event: WarningEvent, warning: WarningState): readonly NoticeDraft[] => {
  if (warning.status === 'unseen') return [];
  if (!isWarning(warning)) return event.type === 'warningReceived' ? withoutEffect(warning) : [];
  const { zh, en } = nameOf(warning);
  switch (event.type) {
    case 'warningReceived':
      return [arrived(warning)];
    case 'warningCancelled':
      return [asUrgentAs(warning)(`${zh}已解除。`, `The ${en} was cancelled.`)];
    case 'warningExpired':
      return [routine(`${zh}已到期。`, `The ${en} has expired.`)];
    case 'warningActed':
      return acted(event.act, { zh, en });
    case 'warningRejected': {
      const { sender, note = '' } = event.rejection;
      return [urgent(`${sender}拒收${zh}：${note}`, `${sender} rejected the ${en}: ${note}`)];
    }
    default:
      return [];
  }
};
