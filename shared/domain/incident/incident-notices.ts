import type { NoticeDraft } from '../kernel/aggregate.ts';
import { failureNotice } from '../kernel/message-failure.ts';
import { named } from '../kernel/named.ts';
import { routine, urgent } from '../kernel/notice.ts';
import type { IncidentEvent, IncidentEventOf } from './incident-events.ts';
import { RELATIONS } from './incident-relation.ts';
import type { IncidentState } from './incident-state.ts';

const STEPS = {
  set: { zh: '启动', en: 'set to' },
  raised: { zh: '提升至', en: 'raised to' },
  lowered: { zh: '降至', en: 'lowered to' },
  resumed: { zh: '重新启动', en: 'set again to' },
} as const;

/** When the level rises, everybody must know at once. */
const levelNotice = (
  { responseLevel, step, reason }: IncidentEventOf<'responseLevelSet'>,
  title: string,
): NoticeDraft => {
  const tell = step === 'raised' || step === 'resumed' ? urgent : routine;
  return tell(
    `“${title}”${STEPS[step].zh}${responseLevel}级响应：${reason}`,
    `The response level of "${title}" was ${STEPS[step].en} ${responseLevel}: ${reason}`,
  );
};

/** @returns what the duty room is told of an event. */
export const incidentNotices = (
  event: IncidentEvent,
  { details: { title } }: IncidentState,
): readonly NoticeDraft[] => {
  switch (event.type) {
    case 'responseLevelSet':
      return [levelNotice(event, title)];
    case 'responseEnded':
      return [
        routine(`“${title}”应急响应结束：${event.reason}`, `The response to "${title}" has ended: ${event.reason}`),
      ];
    case 'relationReceived':
      return event.relation === undefined
        ? []
        : [
            routine(
              `${named('city', event.city)}的“${event.title}”与“${title}”关联：${RELATIONS[event.relation].zh}。`,
              `"${event.title}" of ${named('city', event.city)} is related to "${title}": ${RELATIONS[event.relation].en}.`,
            ),
          ];
    case 'messageFailed':
      return [failureNotice(event.failure, { zh: `“${title}”`, en: `"${title}"` })];
    default:
      return [];
  }
};
