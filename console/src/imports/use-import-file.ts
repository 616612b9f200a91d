import { useState } from 'react';
import type { SpreadsheetKind } from '../../../shared/domain/import-job/spreadsheet-kind.ts';
import { importRoutes } from '../../../shared/http/routes/imports.ts';
import { useDesk } from '../api/use-api.ts';
import { type Failure, useCommand } from '../api/use-command.ts';
import { NotUploaded, upload } from './upload.ts';

/** How far the sending of a file is. */
interface Sending {
  /** 0 to 1 while it is being uploaded. */
  readonly part: number | undefined;
  readonly failure: Failure | NotUploaded | undefined;
  /** @returns the import's id, once it is being checked. */
  readonly send: (kind: SpreadsheetKind, file: File) => Promise<string | undefined>;
}

/** Announces a file, uploads it and has it checked. */
export const useImportFile = (): Sending => {
  const { city } = useDesk();
  const open = useCommand(importRoutes.openImport);
  const check = useCommand(importRoutes.checkImport);
  const [part, setPart] = useState<number>();
  const [notUploaded, setNotUploaded] = useState<NotUploaded>();

  const send = async (kind: SpreadsheetKind, file: File): Promise<string | undefined> => {
    setNotUploaded(undefined);
    const opened = await open.run({ body: { kind, fileName: file.name, size: file.size } });
    if (!opened.answered) return undefined;
    const { importId, upload: address } = opened.answered.body;
    try {
      setPart(0);
      const baseUrl = new URL(city.api, document.baseURI).href.replace(/\/$/, '');
      if (address) await upload(address, baseUrl, file, setPart);
    } catch (error) {
      if (!(error instanceof NotUploaded)) throw error;
      setNotUploaded(error);
      return undefined;
    } finally {
      setPart(undefined);
    }
    const checked = await check.run({ params: { importId } });
    return checked.answered ? importId : undefined;
  };
  return { part, failure: open.failure ?? check.failure ?? notUploaded, send };
};
