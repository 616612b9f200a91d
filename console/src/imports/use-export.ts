import { useState } from 'react';
import type { SpreadsheetKind } from '../../../shared/domain/import-job/spreadsheet-kind.ts';
import { spreadsheetRoutes } from '../../../shared/http/routes/spreadsheets.ts';
import { Refused, Unanswered } from '../api/problem.ts';
import { useDesk } from '../api/use-api.ts';
import type { Command, Failure, Outcome } from '../api/use-command.ts';
import { keepFile } from '../parts/download-button.tsx';

/** What an export is to be like. */
export interface ExportWanted {
  readonly format: 'xlsx' | 'csv';
  readonly encoding?: 'utf-8' | 'gb18030';
  readonly withContacts?: boolean;
  /** Why personal data is read. */
  readonly reason?: string;
  /** Of the list, as the API calls them. */
  readonly conditions?: Readonly<Record<string, string>>;
}

/** Fetches a registry as a table, and keeps it. Reading personal data along with it goes under a reason, which the ledgers keep. */
export const useExport = (kind: SpreadsheetKind): Command<ExportWanted, Blob> => {
  const { api } = useDesk();
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const run = async (wanted: ExportWanted): Promise<Outcome<Blob>> => {
    const { format, encoding, withContacts = false, reason, conditions = {} } = wanted;
    const call = { params: { kind }, query: { format, ...(encoding && { encoding }), ...conditions } };
    setRunning(true);
    setFailure(undefined);
    try {
      const { name = `${kind}.${format}`, content } = withContacts
        ? await api.file(spreadsheetRoutes.exportEntriesWithContacts, { ...call, body: { reason } })
        : await api.file(spreadsheetRoutes.exportEntries, call);
      keepFile(name, content);
      return { answered: { status: 200, body: content } };
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unanswered)) throw error;
      setFailure(error);
      return { failure: error };
    } finally {
      setRunning(false);
    }
  };
  return { run, isRunning, failure, forget: () => setFailure(undefined) };
};
