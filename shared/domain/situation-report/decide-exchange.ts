import { standingRefusal } from '../agreement/agreement-scope.ts';
import { partnerOf } from '../agreement/agreement-state.ts';
import { AGREEMENT_USE_REFUSALS, exerciseRefusal } from '../agreement/agreement-use.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { Addressed, ReceiveReport } from './situation-report-commands.ts';
import type { SituationReportEvent, SituationReportEventOf } from './situation-report-events.ts';
import { SITUATION_REPORT_REFUSALS as REFUSALS } from './situation-report-refusals.ts';
import { MAXIMUM_RECIPIENTS, type OwnReport, type SituationReportState } from './situation-report-state.ts';

type ReportDecision = Decision<SituationReportEvent>;

/** The latest version goes to partners, who get each new one from then on. */
export const decideSending = (
  report: OwnReport,
  to: readonly Addressed[],
  { now, city, newId }: Circumstances,
): ReportDecision => {
  if (!('latest' in report)) return refuse(REFUSALS.nothingToSend);
  const { number } = report.latest;
  const sent: SituationReportEventOf<'reportSent'>['to'] = [];
  for (const [index, { agreementId, agreement }] of to.entries()) {
    const pointer = `/agreements/${index}`;
    if (!agreement) return refuse(AGREEMENT_USE_REFUSALS.notFound, { agreement: agreementId }, pointer);
    const refusal = exerciseRefusal(agreement, report.exercise) ?? standingRefusal(agreement, now);
    if (refusal) return { accepted: false, refusal: { ...refusal, pointer } };
    const partner = partnerOf(agreement, city);
    if (sent.some((each) => each.city === partner)) return refuse(REFUSALS.samePartner, { city: partner }, pointer);
    const known = report.recipients.find((each) => each.city === partner);
    if (known?.number === number && !known.failure) return refuse(REFUSALS.sentAlready, { city: partner }, pointer);
    sent.push({ city: partner, agreementId, messageId: newId() });
  }
  const others = report.recipients.filter((known) => !sent.some((each) => each.city === known.city));
  if (others.length + sent.length > MAXIMUM_RECIPIENTS)
    return refuse(REFUSALS.tooManyRecipients, { maximum: MAXIMUM_RECIPIENTS }, '/agreements');
  return accept({ type: 'reportSent', number, to: sent, at: now });
};

/** A partner's report: the first needs an agreement that is usable, those that follow are brought to their end. */
export const decideReception = (
  report: SituationReportState | undefined,
  { type: _, from, agreement, ...received }: ReceiveReport,
  { now }: Circumstances,
): ReportDecision => {
  const { number } = received.version;
  if (report) {
    if (report.city !== from || report.status !== 'received') return refuse(REFUSALS.notTheSender, { city: from });
    if (number <= report.latest.number) return refuse(REFUSALS.heldAlready, { number });
  } else {
    if (!agreement) return refuse(AGREEMENT_USE_REFUSALS.notFound, { agreement: received.agreementId });
    const refusal = exerciseRefusal(agreement, received.exercise) ?? standingRefusal(agreement, now);
    if (refusal) return { accepted: false, refusal };
  }
  return accept({ type: 'reportReceived', city: from, ...received, at: now });
};
