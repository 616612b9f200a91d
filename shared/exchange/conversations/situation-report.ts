import { situationReport } from '../../domain/situation-report/situation-report.ts';
import type { SituationReportCommand } from '../../domain/situation-report/situation-report-commands.ts';
import type { SituationReportEvent } from '../../domain/situation-report/situation-report-events.ts';
import type { SituationReportState } from '../../domain/situation-report/situation-report-state.ts';
import type { Conversation, Incoming, Outgoing } from '../conversation.ts';

/** Each partner under its own agreement: a message each. Those that get it need not know of one another. */
const outgoing = (event: SituationReportEvent, report: SituationReportState): readonly Outgoing[] => {
  if (event.type !== 'reportSent' || !('latest' in report)) return [];
  const { incident, latest } = report;
  const { number, content, signature } = latest;
  return event.to.map(({ city, agreementId, messageId }) => ({
    id: messageId,
    type: 'SituationReported',
    to: [city],
    agreement: agreementId,
    body: { incident, version: { number, content, signature } },
  }));
};

const incoming = ({ type, body, envelope, agreement }: Incoming): SituationReportCommand | undefined =>
  type === 'SituationReported' && envelope.agreement !== undefined
    ? {
        type: 'receive',
        id: envelope.conversation,
        from: envelope.from,
        exercise: envelope.exercise,
        agreementId: envelope.agreement,
        agreement,
        ...body,
      }
    : undefined;

/** A city's reports on an incident, sent to partners. What was said of a version on its way to be approved stays at home. */
export const situationReportConversation: Conversation<
  SituationReportState,
  SituationReportCommand,
  SituationReportEvent
> = { aggregate: situationReport, outgoing, incoming };
