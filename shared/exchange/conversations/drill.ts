import { drill } from '../../domain/drill/drill.ts';
import type { DrillCommand } from '../../domain/drill/drill-commands.ts';
import type { DrillEvent, DrillNews, MessageTo } from '../../domain/drill/drill-events.ts';
import { type DrillState, isHosted } from '../../domain/drill/drill-state.ts';
import type { Conversation, Incoming, Outgoing } from '../conversation.ts';

const told = (messages: readonly MessageTo[], news: DrillNews, reason?: string): readonly Outgoing[] =>
  messages.map(({ city, agreementId: agreement, messageId: id }) => ({
    ...{ id, type: 'DrillNews', to: [city], agreement },
    body: { news, ...(reason === undefined ? {} : { reason }) },
  }));

const announced = (messages: readonly MessageTo[], state: DrillState): readonly Outgoing[] => {
  if (!isHosted(state)) return [];
  const { title, scenario, lastsMinutes } = state.script;
  const incidentIds = [...Object.values(state.incidents), ...state.adopted];
  return messages.map(({ city, agreementId: agreement, messageId: id }) => ({
    ...{ id, type: 'DrillAnnounced', to: [city], agreement },
    body: { title, scenario, lastsMinutes, incidentIds },
  }));
};

const outgoing = (event: DrillEvent, state: DrillState): readonly Outgoing[] => {
  switch (event.type) {
    case 'drillPlanned':
      return announced(event.messages, state);
    case 'drillStarted':
      return told(event.messages, 'started');
    case 'drillPaused':
      return told(event.messages, 'paused', event.reason);
    case 'drillResumed':
      return told(event.messages, 'resumed');
    case 'drillEnded':
      return event.aborted === undefined
        ? told(event.messages, 'ended')
        : told(event.messages, 'aborted', event.aborted);
    case 'drillCalledOff':
      return told(event.messages, 'aborted', event.reason);
    default:
      return [];
  }
};

const incoming = ({ type, body, envelope, agreement }: Incoming): DrillCommand | undefined => {
  const { from, conversation: id } = envelope;
  switch (type) {
    case 'DrillAnnounced':
      return { type: 'receive-announcement', id, from, agreement, announcement: body };
    case 'DrillNews':
      return { type: 'receive-news', from, ...body };
    default:
      return undefined;
  }
};

/** What participants hear of a drill. */
export const drillConversation: Conversation<DrillState, DrillCommand, DrillEvent> = {
  aggregate: drill,
  outgoing,
  incoming,
};
