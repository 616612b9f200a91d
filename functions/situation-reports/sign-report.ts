import { load } from '../../shared/data/loaded.ts';
import type { PersonReference } from '../../shared/domain/kernel/person-reference.ts';
import { signedReport } from '../../shared/domain/situation-report/decide-approval.ts';
import { isLastStep } from '../../shared/domain/situation-report/report-draft.ts';
import type { ReportSignature } from '../../shared/domain/situation-report/report-version.ts';
import { isOwn } from '../../shared/domain/situation-report/situation-report-state.ts';
import { digestOf } from '../../shared/exchange/canonical.ts';
import { situationReportConversation } from '../../shared/exchange/conversations/situation-report.ts';
import { signDetached } from '../../shared/exchange/signature.ts';
import type { SituationReportsCell } from './situation-reports-cell.ts';

/**
 * Signs the draft as it stands with the city's key, where its last step is up. A decision signs nothing: it checks that this is what
 * was signed, and refuses when the draft has changed in between.
 * @returns the signature, or `undefined` where nothing is to be signed.
 */
export const signatureFor = async (
  { store, signer, clock }: SituationReportsCell,
  reportId: string,
  { id, name }: PersonReference,
): Promise<ReportSignature | undefined> => {
  const report = (await load(store, situationReportConversation, reportId))?.state;
  const draft = report && isOwn(report) ? report.draft : undefined;
  if (!report || !isOwn(report) || draft?.status !== 'submitted' || !isLastStep(draft)) return undefined;
  const by = { id, name };
  const at = clock.now();
  const signed = signedReport(report, draft, { by, at });
  return { by, at, digest: digestOf(signed), ...(await signDetached(signed, signer)) };
};
