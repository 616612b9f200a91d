import Alert from 'antd/es/alert';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { REPORT_KINDS } from '../../../shared/domain/situation-report/report-content.ts';
import { situationReportRoutes } from '../../../shared/http/routes/situation-reports.ts';
import type { SituationReportView } from '../../../shared/http/views/situation-report.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Facts } from '../parts/facts.tsx';
import { FiguresTable } from '../parts/figures-table.tsx';
import { ChangedMark, Tag } from '../parts/marks.tsx';
import { MessageFailures } from '../parts/message-failures.tsx';
import { Moment } from '../parts/moment.tsx';
import { PendingList } from '../parts/pending-list.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { SeriesActs } from './report-acts.tsx';
import { ReportDraftPanel } from './report-draft.tsx';
import { ReportStatus } from './report-status.tsx';
import { REPORTS } from './reports-words.ts';
import './reports.css';

const Versions = ({ report: { reportId, versions } }: { readonly report: SituationReportView }): ReactNode => {
  const { say, read } = useSpeech(REPORTS);
  return (
    <Panel title={say('versions.title')}>
      {versions.length === 0 && <p className="muted">{say('versions.none')}</p>}
      <ul className="entries">
        {[...versions].reverse().map(({ number, kind, asOf, corrects, correctedBy }) => (
          <li key={number}>
            <span className="entry-main">
              <Link to={`/reports/${reportId}/versions/${number}`}>
                {say('paper.title', { kind: read(REPORT_KINDS[kind]), number })}
              </Link>
            </span>
            {corrects !== undefined && <Tag tone="waiting">{say('versions.corrects', { number: corrects })}</Tag>}
            {correctedBy !== undefined && <Tag tone="bad">{say('versions.corrected', { number: correctedBy })}</Tag>}
            <span className="muted">
              {say('draft.as-of')} <Moment at={asOf} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

const Recipients = ({ recipients }: Pick<SituationReportView, 'recipients'>): ReactNode => {
  const { say, read } = useSpeech(REPORTS);
  return (
    <Panel title={say('recipients.title')}>
      {recipients.length === 0 && <p className="muted">{say('recipients.none')}</p>}
      <ul className="entries">
        {recipients.map(({ city, agreementId, number, sentAt, failure }) => (
          <li key={agreementId}>
            <span className="entry-main">
              <SubjectLink kind="agreement" id={agreementId}>
                {read(cityName(city))}
              </SubjectLink>{' '}
              {say('version', { number })}
            </span>
            <Moment at={sentAt} />
            {failure && <MessageFailures failures={[failure]} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
};

const LatestFigures = ({ latest, totals }: Pick<SituationReportView, 'latest' | 'totals'>): ReactNode => {
  const { say } = useSpeech(REPORTS);
  if (!latest || !totals || Object.keys(totals).length === 0) return null;
  const rows = latest.content.divisions.map(({ division, name, figures }) => ({
    key: division,
    what: name === undefined ? division : `${name}（${division}）`,
    figures,
  }));
  return (
    <Panel title={say('figures.title')}>
      <FiguresTable
        label={say('figures.title')}
        heads={[say('figures.division')]}
        rows={[{ key: 'total', what: say('figures.total'), figures: totals }, ...rows]}
      />
    </Panel>
  );
};

const Clocks = ({ report }: { readonly report: SituationReportView }): ReactNode => {
  const { say } = useSpeech(REPORTS);
  const { nextRoutineAt, stableSince, incidentEndedAt, tollEndsAt } = report;
  const moments = [
    [say('clocks.routine'), nextRoutineAt],
    [say('clocks.stable'), stableSince],
    [say('clocks.ended'), incidentEndedAt],
    [say('clocks.toll'), tollEndsAt],
  ] as const;
  return <Facts facts={moments.map(([what, at]) => [what, at && <Moment key={what} at={at} relative />] as const)} />;
};

/** One series of reports: its clocks, its draft, its versions and who gets them. */
export const ReportScreen = (): ReactNode => {
  const { say, read } = useSpeech(REPORTS);
  const { reportId = '' } = useParams();
  const reportRead = useRead(situationReportRoutes.readSituationReport, { params: { reportId } });
  const shown = reportRead.data?.body;
  return (
    <Screen
      title={shown ? say('title.of', { title: shown.incident.title }) : say('title')}
      exercise={shown?.exercise}
      actions={shown && <SeriesActs report={shown} etag={reportRead.data?.etag} />}
    >
      <Shown read={reportRead}>
        {(report, etag) => (
          <>
            <p className="filters">
              <ReportStatus status={report.status} /> <span>{read(cityName(report.city))}</span>
              <SubjectLink
                kind={report.side === 'own' ? 'incident' : 'partner-incident'}
                id={report.incident.incidentId}
              >
                {say('incident.link')}
              </SubjectLink>
              <ChangedMark id={reportId} />
            </p>
            {report.calledOff && (
              <Alert type="warning" showIcon title={say('called-off', { reason: report.calledOff.reason })} />
            )}
            <Panel title={say('clocks.title')}>
              <PendingList pending={report.pending} />
              <Clocks report={report} />
            </Panel>
            {report.side === 'own' && <ReportDraftPanel report={report} etag={etag} />}
            <LatestFigures {...report} />
            <div className="columns">
              <Versions report={report} />
              {report.side === 'own' && <Recipients recipients={report.recipients} />}
            </div>
          </>
        )}
      </Shown>
    </Screen>
  );
};
