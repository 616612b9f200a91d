import Alert from 'antd/es/alert';
import type { ReactNode } from 'react';
import type { RollUp } from '../../../shared/domain/roll-up/roll-up-result.ts';
import { REPORT_KINDS } from '../../../shared/domain/situation-report/report-content.ts';
import { situationReportRoutes } from '../../../shared/http/routes/situation-reports.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { FiguresTable, useFigureName } from '../parts/figures-table.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { INCIDENTS } from './incidents-words.ts';

const Counted = ({ totals, counted }: Pick<RollUp, 'totals' | 'counted'>): ReactNode => {
  const { say, read } = useSpeech(INCIDENTS);
  const rows = counted.map(({ division, name, figures, source }) => ({
    key: division,
    what: name === undefined ? division : `${name}（${division}）`,
    figures,
    besides: (
      <>
        <SubjectLink kind="situation-report" id={source.reportId}>
          {say('rollup.version', { city: read(cityName(source.city)), number: source.number })}
        </SubjectLink>{' '}
        {read(REPORT_KINDS[source.kind])} <Moment at={source.asOf} />
      </>
    ),
  }));
  return (
    <FiguresTable
      label={say('rollup.title')}
      heads={[say('rollup.division'), say('rollup.source')]}
      rows={[{ key: 'total', what: say('rollup.total'), figures: totals }, ...rows]}
    />
  );
};

const LeftOut = ({ leftOut }: Pick<RollUp, 'leftOut'>): ReactNode => {
  const { say, read } = useSpeech(INCIDENTS);
  const rows = leftOut.map(({ reportId, city, number, division, figures, reason, reasonText }) => ({
    key: `${reportId} ${division} ${number} ${reason}`,
    what: `${division} · ${say('rollup.version', { city: read(cityName(city)), number })}`,
    figures,
    besides: read(reasonText),
  }));
  const title = say('rollup.left-out', { count: leftOut.length });
  return (
    <details>
      <summary>{title}</summary>
      <FiguresTable label={title} heads={[say('rollup.division'), say('reason')]} rows={rows} />
    </details>
  );
};

const Doubts = ({ doubts }: Pick<RollUp, 'doubts'>): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const nameOf = useFigureName();
  return (
    <Alert
      type="warning"
      showIcon
      title={say('rollup.doubts')}
      description={
        <ul>
          {doubts.map(({ figure, division, whole, parts }) => (
            <li key={`${figure} ${division}`}>
              {say('rollup.doubt', { division, figure: nameOf(figure), whole, parts })}
            </li>
          ))}
        </ul>
      }
    />
  );
};

/** What all cities report on an incident, added up, each division once; what is left out, and why. */
export const IncidentRollUp = ({ incidentId }: { readonly incidentId: string }): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const rollUp = useRead(situationReportRoutes.rollUpIncident, { params: { incidentId } });
  return (
    <Panel title={say('rollup.title')}>
      <Shown read={rollUp}>
        {({ totals, counted, leftOut, doubts }) =>
          counted.length === 0 ? (
            <p className="muted">{say('rollup.none')}</p>
          ) : (
            <>
              {doubts.length > 0 && <Doubts doubts={doubts} />}
              <Counted totals={totals} counted={counted} />
              {leftOut.length > 0 && <LeftOut leftOut={leftOut} />}
            </>
          )
        }
      </Shown>
    </Panel>
  );
};
