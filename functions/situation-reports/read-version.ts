import { loadSet } from '../../shared/data/loaded.ts';
import { keys } from '../../shared/data/table.ts';
import { allKeysOf } from '../../shared/domain/agreement/agreement-keys.ts';
import type { CityKey } from '../../shared/domain/agreement/agreement-state.ts';
import { signedReport } from '../../shared/domain/situation-report/decide-approval.ts';
import type { ReportVersion } from '../../shared/domain/situation-report/report-version.ts';
import { versionSort, versionsList } from '../../shared/domain/situation-report/situation-report-listings.ts';
import { SITUATION_REPORT_REFUSALS } from '../../shared/domain/situation-report/situation-report-refusals.ts';
import { isOwn, type SituationReportState } from '../../shared/domain/situation-report/situation-report-state.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import { situationReportConversation } from '../../shared/exchange/conversations/situation-report.ts';
import { isSignedBy } from '../../shared/exchange/signature.ts';
import { problemOfRefusal } from '../../shared/http/problems.ts';
import {
  KeptVersionSchema,
  type ReportProof,
  type ReportVersionView,
  reportVersionView,
} from '../../shared/http/views/situation-report.ts';
import { loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { CONVERSATIONS, type SituationReportsCell } from './situation-reports-cell.ts';

/** The keys that this city knows, or once knew, as the reporting city's: its own, or those that agreements pin. */
const knownKeys = async (cell: SituationReportsCell, report: SituationReportState): Promise<readonly CityKey[]> => {
  if (isOwn(report)) return [await cell.signer.publicKey()];
  const { agreementId, city } = report;
  const loaded = await loadSet(cell.store, CONVERSATIONS, [{ kind: 'agreement', id: agreementId }]);
  const agreement = loaded.state(agreementConversation, agreementId);
  return agreement ? allKeysOf(agreement).flatMap(([whose, key]) => (whose === city ? [key] : [])) : [];
};

const proofOf = async (
  cell: SituationReportsCell,
  report: SituationReportState,
  version: ReportVersion,
): Promise<ReportProof> => {
  const { by, at, algorithm, keyId, jws } = version.signature;
  const key = (await knownKeys(cell, report)).find((known) => known.keyId === keyId);
  if (!key) return 'unknown-key';
  const signed = signedReport(report, version, { by, at });
  return (await isSignedBy(signed, { algorithm, keyId, jws }, key, cell.verifier)) ? 'valid' : 'not-valid';
};

/**
 * One version, whichever it is: two rows side by side, and the agreement that pins the key.
 * @throws ProblemError 404
 */
export const readVersion = async (
  cell: SituationReportsCell,
  reportId: string,
  number: number,
): Promise<ReportVersionView> => {
  const [{ state }, row] = await Promise.all([
    loadOr404(cell, situationReportConversation, reportId),
    cell.store.get(keys.listing(versionsList(reportId), versionSort(number))),
  ]);
  if (!row) throw problemOfRefusal({ reason: SITUATION_REPORT_REFUSALS.versionMissing, parameters: { number } });
  const version = KeptVersionSchema.parse(row.card);
  return reportVersionView(state, version, await proofOf(cell, state, version));
};
