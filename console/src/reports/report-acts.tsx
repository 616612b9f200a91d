import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ReportStep } from '../../../shared/domain/situation-report/situation-report-commands.ts';
import { situationReportRoutes } from '../../../shared/http/routes/situation-reports.ts';
import type { SituationReportView } from '../../../shared/http/views/situation-report.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { AgreementChoices } from '../parts/agreement-choice.tsx';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { REPORTS } from './reports-words.ts';

/** A series as it was read, with its version. */
export interface ReadReport {
  readonly report: SituationReportView;
  readonly etag: string | undefined;
}

/** @returns what names a series as it was seen, for a command. */
const seen = ({ report: { reportId }, etag }: ReadReport) => ({
  params: { reportId },
  ...(etag === undefined ? {} : { ifMatch: etag }),
});

interface StepActProps {
  readonly read: ReadReport;
  readonly step: ReportStep['step'];
  readonly act: string;
  readonly primary?: boolean;
  readonly danger?: boolean;
  readonly note?: string;
}

const WITHOUT_WORDS: readonly ReportStep['step'][] = ['submit', 'approve'];

/** One step that people take about a draft or the whole series. */
export const StepAct = ({ read, step, act, primary = false, danger = false, note }: StepActProps): ReactNode => {
  const { say } = useSpeech(REPORTS);
  const command = useCommand(situationReportRoutes.takeReportStep);
  const optional = WITHOUT_WORDS.includes(step);
  return (
    <CommandDialog
      act={act}
      command={command}
      primary={primary}
      danger={danger}
      inputOf={({ words }: { readonly words?: string }) => ({
        ...seen(read),
        body: { step, ...(words === undefined ? {} : { words }) } as ReportStep,
      })}
    >
      {note !== undefined && <p>{note}</p>}
      <WordsField name={['words']} label={say(optional ? 'words.optional' : 'words')} optional={optional} />
    </CommandDialog>
  );
};

const Send = (read: ReadReport): ReactNode => {
  const { say } = useSpeech(REPORTS);
  const { reportId, exercise } = read.report;
  const command = useCommand(situationReportRoutes.sendReport);
  const next = useRead(situationReportRoutes.readNextReport, { params: { reportId } });
  return (
    <CommandDialog
      act={say('act.send')}
      command={command}
      initialValues={{ agreements: next.data?.body.recipients.map(({ agreementId }) => agreementId) ?? [] }}
      inputOf={(body: { readonly agreements: string[] }) => ({ ...seen(read), body })}
    >
      <p>{say('send.note')}</p>
      <Form.Item name={['agreements']} label={say('send.agreements')} rules={[{ required: true }]}>
        <AgreementChoices exercise={exercise} />
      </Form.Item>
    </CommandDialog>
  );
};

/** What can be done with a series as a whole. */
export const SeriesActs = (read: ReadReport): ReactNode => {
  const { say } = useSpeech(REPORTS);
  const may = useMay();
  const { report } = read;
  const { reportId, side, status, draft, versions } = report;
  if (side !== 'own') return null;
  const isOpen = status !== 'called-off';
  return (
    <>
      {!draft && isOpen && may(situationReportRoutes.writeReport) && (
        <Link className="button-link" to={`/reports/${reportId}/draft`}>
          {say('draft.write')}
        </Link>
      )}
      {versions.length > 0 && may(situationReportRoutes.sendReport) && <Send {...read} />}
      {status === 'first-due' && may(situationReportRoutes.takeReportStep) && (
        <StepAct read={read} step="call-off" act={say('act.call-off')} danger />
      )}
    </>
  );
};
