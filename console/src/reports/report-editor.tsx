import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { ReportContent } from '../../../shared/domain/situation-report/report-content.ts';
import { situationReportRoutes } from '../../../shared/http/routes/situation-reports.ts';
import type { SituationReportView } from '../../../shared/http/views/situation-report.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { PendingList } from '../parts/pending-list.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { ChangesShown } from './changes-shown.tsx';
import { enteredContent } from './report-entry.ts';
import { ReportFields } from './report-fields.tsx';
import { REPORTS } from './reports-words.ts';
import './reports.css';

interface EditorProps {
  readonly report: SituationReportView;
  readonly etag: string;
  /** What it begins with. */
  readonly content: ReportContent;
  readonly onLatest: () => void;
}

/** What somebody else made of the draft while it was open here; saving waits until that was looked at. */
const ChangedMeanwhile = (props: {
  readonly before: ReportContent;
  readonly after: ReportContent;
  readonly onLatest: () => void;
  readonly onKeep: () => void;
}): ReactNode => {
  const { say } = useSpeech(REPORTS);
  const { before, after, onLatest, onKeep } = props;
  const title = say('editor.changed');
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={title}
      description={
        <>
          <ChangesShown label={title} before={before} after={after} />
          <p className="form-foot">
            <Button onClick={onLatest}>{say('editor.take-theirs')}</Button>
            <Button onClick={onKeep}>{say('editor.keep-mine')}</Button>
          </p>
        </>
      }
    />
  );
};

const Editor = ({ report, etag, content, onLatest }: EditorProps): ReactNode => {
  const { say } = useSpeech(REPORTS);
  const goTo = useNavigate();
  const write = useCommand(situationReportRoutes.writeReport);
  const [basis, setBasis] = useState({ etag, content });
  const { reportId, versions, draft } = report;
  const isOther = basis.etag !== etag;
  return (
    <CommandForm
      command={write}
      initialValues={content}
      inputOf={(entry: ReportContent) => ({
        params: { reportId },
        ifMatch: basis.etag,
        body: enteredContent(entry),
      })}
      submit={say('editor.save')}
      onDone={() => void goTo(`/reports/${reportId}`)}
      besides={<Link to={`/reports/${reportId}`}>{say('editor.cancel')}</Link>}
    >
      <ReportFields versions={versions} />
      {isOther && draft && (
        <ChangedMeanwhile
          before={basis.content}
          after={draft.content}
          onLatest={onLatest}
          onKeep={() => setBasis({ etag, content: draft.content })}
        />
      )}
    </CommandForm>
  );
};

/** Writes the next version, or goes on with its draft, section by section, with the clocks in sight. */
export const ReportEditor = (): ReactNode => {
  const { say } = useSpeech(REPORTS);
  const { reportId = '' } = useParams();
  const [round, setRound] = useState(0);
  const reportRead = useRead(situationReportRoutes.readSituationReport, { params: { reportId } });
  const next = useRead(situationReportRoutes.readNextReport, { params: { reportId } });
  const shown = reportRead.data?.body;
  return (
    <Screen
      title={shown ? say('title.of', { title: shown.incident.title }) : say('editor.title')}
      exercise={shown?.exercise}
    >
      <Shown read={reportRead}>
        {(report, etag = '') => (
          <>
            <Panel title={say('clocks.title')}>
              <PendingList pending={report.pending} />
            </Panel>
            <Shown read={next}>
              {({ content }) => (
                <Editor
                  key={round}
                  report={report}
                  etag={etag}
                  content={report.draft?.content ?? content}
                  onLatest={() => setRound(round + 1)}
                />
              )}
            </Shown>
          </>
        )}
      </Shown>
    </Screen>
  );
};
