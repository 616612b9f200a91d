import type { Actor } from '../kernel/actor.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { PersonReference } from '../kernel/person-reference.ts';
import { contentRefusal } from './check-content.ts';
import { decideApproval } from './decide-approval.ts';
import type { ReportContent } from './report-content.ts';
import { MAXIMUM_REMARKS, type ReportDraft, ReviewerSchema, type ReviewStep, turnOf } from './report-draft.ts';
import type { SituationReportCommandOf } from './situation-report-commands.ts';
import type { SituationReportEvent } from './situation-report-events.ts';
import { SITUATION_REPORT_REFUSALS as REFUSALS } from './situation-report-refusals.ts';
import { MAXIMUM_VERSIONS, type OwnReport } from './situation-report-state.ts';

type ReportDecision = Decision<SituationReportEvent>;

/** @returns the person who acts, as the report names them. */
const personOf = (actor: Actor): PersonReference =>
  actor.kind === 'person' ? { id: actor.id, name: actor.name } : { id: actor.city, name: actor.city };

const rolesOf = (actor: Actor): readonly string[] => (actor.kind === 'person' ? actor.roles : []);

const takes = (actor: Actor, step: ReviewStep): boolean => rolesOf(actor).some((role) => step.some((r) => r === role));

/** Writes the next version, or changes what was written of it and not yet submitted. */
export const decideWriting = (
  report: OwnReport,
  content: ReportContent,
  circumstances: Circumstances,
): ReportDecision => {
  const { draft, versions } = report;
  if (draft?.status === 'submitted') return refuse(REFUSALS.draftStands, { status: draft.status });
  if (versions.length >= MAXIMUM_VERSIONS) return refuse(REFUSALS.tooManyVersions, { maximum: MAXIMUM_VERSIONS });
  const refusal = contentRefusal(report, content, circumstances);
  if (refusal) return refusal;
  const { now: at, actor } = circumstances;
  return accept({ type: 'reportWritten', number: report.versions.length + 1, content, by: personOf(actor), at });
};

/** The last step signs and is nobody's own; those before it are done with by whoever could take them and submits. */
const firstStepFor = (actor: Actor, chain: readonly ReviewStep[]): number => {
  const open = chain.findIndex((step) => !takes(actor, step));
  return open === -1 ? chain.length - 1 : open;
};

const submit = (
  report: OwnReport,
  draft: ReportDraft,
  words: string | undefined,
  circumstances: Circumstances,
): ReportDecision => {
  if (draft.status === 'submitted') return refuse(REFUSALS.draftStands, { status: draft.status });
  const refusal = contentRefusal(report, draft.content, circumstances);
  if (refusal) return refusal;
  const { now: at, actor, rules } = circumstances;
  const chain = rules.reports.chain.map((step) => [...step]);
  return accept({
    type: 'reportSubmitted',
    by: personOf(actor),
    at,
    ...(words === undefined ? {} : { words }),
    chain,
    step: firstStepFor(actor, chain),
  });
};

const mayCallOff = (actor: Actor): boolean => takes(actor, ReviewerSchema.options);

const callOff = (report: OwnReport, reason: string, { actor, now: at }: Circumstances): ReportDecision => {
  if (report.status === 'called-off') return refuse(REFUSALS.calledOff);
  if ('latest' in report) return refuse(REFUSALS.reportedAlready);
  return mayCallOff(actor)
    ? accept({ type: 'reportsCalledOff', by: personOf(actor), at, reason })
    : refuse(REFUSALS.notYourTurn);
};

type Reviewed = Extract<SituationReportCommandOf<'take-step'>['taken'], { step: 'send-back' | 'approve' }>;

/** Whoever's turn it is says yes or no. */
const review = (
  report: OwnReport,
  draft: ReportDraft,
  taken: Reviewed,
  command: SituationReportCommandOf<'take-step'>,
  circumstances: Circumstances,
): ReportDecision => {
  const { now: at, actor } = circumstances;
  const by = personOf(actor);
  if (draft.status !== 'submitted') return refuse(REFUSALS.draftStands, { status: draft.status });
  if (!takes(actor, turnOf(draft))) return refuse(REFUSALS.notYourTurn);
  if (taken.step === 'send-back') return accept({ type: 'reportSentBack', by, at, words: taken.words });
  if (draft.authors.some(({ id }) => id === by.id)) return refuse(REFUSALS.ownReport);
  return decideApproval(report, draft, { ...command, words: taken.words, by }, circumstances);
};

/** What people do about the draft, or the series. */
export const decideStep = (
  report: OwnReport,
  command: SituationReportCommandOf<'take-step'>,
  circumstances: Circumstances,
): ReportDecision => {
  const { taken } = command;
  const { draft } = report;
  if (taken.step === 'call-off') return callOff(report, taken.words, circumstances);
  if (!draft) return refuse(REFUSALS.noDraft);
  const { now: at, actor } = circumstances;
  const by = personOf(actor);
  if (taken.step === 'withdraw') return accept({ type: 'reportWithdrawn', by, at, reason: taken.words });
  if (draft.remarks.length >= MAXIMUM_REMARKS) return refuse(REFUSALS.tooManyRemarks);
  switch (taken.step) {
    case 'submit':
      return submit(report, draft, taken.words, circumstances);
    case 'comment':
      return accept({ type: 'reportCommented', by, at, words: taken.words });
    default:
      return review(report, draft, taken, command, circumstances);
  }
};
