import { dueUnder } from '../deadline/working-time.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { DAY_MS, type Instant, plus } from '../kernel/instant.ts';
import type { PersonReference } from '../kernel/person-reference.ts';
import { isLastStep, type SubmittedDraft } from './report-draft.ts';
import { routineOf, tollDaysOf } from './report-rules.ts';
import type { ReportSignature, SignedReport } from './report-version.ts';
import type { TakeStep } from './situation-report-commands.ts';
import type { SituationReportEvent, SituationReportEventOf } from './situation-report-events.ts';
import { SITUATION_REPORT_REFUSALS as REFUSALS } from './situation-report-refusals.ts';
import type { OwnReport, SituationReportState } from './situation-report-state.ts';

/** @returns what the city signs of a draft. */
export const signedReport = (
  { id, city, incident, exercise }: Pick<SituationReportState, 'id' | 'city' | 'incident' | 'exercise'>,
  { number, content }: Pick<SubmittedDraft, 'number' | 'content'>,
  { by, at }: Pick<ReportSignature, 'by' | 'at'>,
): SignedReport => ({ reportId: id, city, incidentId: incident.incidentId, exercise, number, content, by, at });

/** @returns when the next report drafts itself: of natural disasters, while they are neither stable nor over. */
const nextRoutine = (
  { incident, incidentEndedAt }: OwnReport,
  { content }: SubmittedDraft,
  { now, rules }: Circumstances,
): Instant | undefined => {
  if (content.stable || incidentEndedAt !== undefined) return undefined;
  const routine = routineOf(incident.hazard, rules.reports);
  return routine && dueUnder(routine.rule, now, rules.calendar);
};

const tollEnd = ({ incident, tollEndsAt }: OwnReport, { rules }: Circumstances): Instant | undefined => {
  const days = tollDaysOf(incident.hazard, rules.reports);
  return days === undefined ? undefined : (tollEndsAt ?? plus(incident.occurredAt, days * DAY_MS));
};

const approved = (
  report: OwnReport,
  draft: SubmittedDraft,
  signature: ReportSignature,
  words: string | undefined,
  circumstances: Circumstances,
): SituationReportEventOf<'reportApproved'> => {
  const { by, at } = signature;
  const { number, content, authors, remarks } = draft;
  const remark = { did: 'approved', by, at, ...(words === undefined ? {} : { words }) } as const;
  const next = nextRoutine(report, draft, circumstances);
  const tollEndsAt = tollEnd(report, circumstances);
  return {
    type: 'reportApproved',
    version: { number, content, signature, authors, remarks: [...remarks, remark] },
    ...(next === undefined ? {} : { nextRoutineAt: next }),
    ...(tollEndsAt === undefined ? {} : { tollEndsAt }),
    at: circumstances.now,
  };
};

/** @returns that those who have the reports are sent the new one, if there are any. */
const sentOn = ({ recipients }: OwnReport, number: number, { now, newId }: Circumstances): SituationReportEvent[] =>
  recipients.length === 0
    ? []
    : [
        {
          type: 'reportSent',
          number,
          to: recipients.map(({ city, agreementId }) => ({ city, agreementId, messageId: newId() })),
          at: now,
        },
      ];

/** Somebody whose turn it is says yes: the next is asked, or the report is signed and sent on. */
export const decideApproval = (
  report: OwnReport,
  draft: SubmittedDraft,
  command: Pick<TakeStep, 'signature' | 'digestOf'> & {
    readonly words?: string | undefined;
    readonly by: PersonReference;
  },
  circumstances: Circumstances,
): Decision<SituationReportEvent> => {
  const { signature, digestOf, words, by } = command;
  if (!isLastStep(draft))
    return accept({ type: 'reportReviewed', by, at: circumstances.now, ...(words === undefined ? {} : { words }) });
  if (!signature || digestOf(signedReport(report, draft, signature)) !== signature.digest || signature.by.id !== by.id)
    return refuse(REFUSALS.notSigned);
  return accept(
    approved(report, draft, signature, words, circumstances),
    ...sentOn(report, draft.number, circumstances),
  );
};
