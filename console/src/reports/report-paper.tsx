import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { REPORT_KINDS } from '../../../shared/domain/situation-report/report-content.ts';
import { situationReportRoutes } from '../../../shared/http/routes/situation-reports.ts';
import type { ReportVersionView } from '../../../shared/http/views/situation-report.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Facts } from '../parts/facts.tsx';
import { Tag } from '../parts/marks.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { ChangesShown } from './changes-shown.tsx';
import { Remarks } from './report-remarks.tsx';
import { REPORTS } from './reports-words.ts';
import './reports.css';

/** The text as it goes on paper: title, unit, numbered sections, signature. */
const Paper = ({ text }: { readonly text: string }): ReactNode => {
  const [title, unit, ...rest] = text.split('\n');
  const signature = rest.at(-1);
  return (
    <article className="paper" aria-label={title}>
      <h2 className="paper-title">{title}</h2>
      <p className="paper-unit">{unit}</p>
      {rest.slice(0, -1).map((line) => (
        <p key={line} className="paper-section">
          {line}
        </p>
      ))}
      <p className="paper-signature">{signature}</p>
    </article>
  );
};

const Before = ({ version }: { readonly version: ReportVersionView }): ReactNode => {
  const { say } = useSpeech(REPORTS);
  const { reportId, number, content } = version;
  const before = useRead(
    situationReportRoutes.readReportVersion,
    { params: { reportId, number: number - 1 } },
    number > 1,
  );
  if (number <= 1) return null;
  const label = say('draft.changes');
  return (
    <Panel title={label}>
      <Shown read={before}>{(former) => <ChangesShown label={label} before={former.content} after={content} />}</Shown>
    </Panel>
  );
};

const Proof = ({ version }: { readonly version: ReportVersionView }): ReactNode => {
  const { say } = useSpeech(REPORTS);
  const { proof, signature, correctedBy } = version;
  return (
    <Panel title={say('paper.proof')}>
      {correctedBy !== undefined && <Tag tone="bad">{say('versions.corrected', { number: correctedBy })}</Tag>}
      <Facts
        facts={[
          [
            say('paper.proof'),
            <Tag key="proof" tone={proof === 'valid' ? 'good' : 'bad'}>
              {say(`proof.${proof}`)}
            </Tag>,
          ],
          [say('paper.digest'), <code key="digest">{signature.digest}</code>],
        ]}
      />
    </Panel>
  );
};

/** One approved version as it is printed, with whether its signature holds and what it changed. */
export const ReportPaper = (): ReactNode => {
  const { say, read, language } = useSpeech(REPORTS);
  const { reportId = '', number = '1' } = useParams();
  const versionRead = useRead(situationReportRoutes.readReportVersion, {
    params: { reportId, number: Number(number) },
  });
  const shown = versionRead.data?.body;
  const title = shown ? say('paper.title', { kind: read(REPORT_KINDS[shown.content.kind]), number }) : say('title');
  return (
    <Screen
      title={title}
      exercise={shown?.exercise}
      actions={
        <>
          <Link to={`/reports/${reportId}`}>{say('paper.back')}</Link>
          <Button type="primary" onClick={() => window.print()}>
            {say('paper.print')}
          </Button>
        </>
      }
    >
      <Shown read={versionRead}>
        {(version) => (
          <>
            <Paper text={version.text[language]} />
            <div className="besides-paper">
              <Proof version={version} />
              <Before version={version} />
              {version.remarks && (
                <Panel title={say('paper.remarks')}>
                  <Remarks remarks={version.remarks} />
                </Panel>
              )}
            </div>
          </>
        )}
      </Shown>
    </Screen>
  );
};
