import Progress from 'antd/es/progress';
import type { ReactNode } from 'react';
import { DRILL_MEASURES, type DrillObjective } from '../../../shared/domain/drill/drill-objective.ts';
import { drillRoutes } from '../../../shared/http/routes/drills.ts';
import type { DrillReportView } from '../../../shared/http/views/drill.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Tag } from '../parts/marks.tsx';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { WideTable } from '../parts/wide-table.tsx';
import { DRILLS } from './drills-words.ts';

/** What a drill comes to: as it stands while it goes on, its score once it is over. */
export const ReportPanel = ({ drillId }: { readonly drillId: string }): ReactNode => {
  const { say } = useSpeech(DRILLS);
  const report = useRead(drillRoutes.readDrillReport, { params: { drillId } });
  return (
    <Panel title={say('report.title')}>
      <Shown read={report}>{(body) => <Report report={body} />}</Shown>
    </Panel>
  );
};

const wanted = (objective: DrillObjective): string =>
  'atMost' in objective ? `≤ ${objective.atMost}` : `≥ ${objective.atLeast}`;

const Report = ({ report }: { readonly report: DrillReportView }): ReactNode => {
  const { say, read } = useSpeech(DRILLS);
  const { points, maximumPoints, final, objectives, text } = report;
  const percent = maximumPoints === 0 ? 0 : Math.round((points / maximumPoints) * 100);
  const score = say('report.points', { points, maximum: maximumPoints });
  return (
    <>
      <p className="drill-score">
        <Progress type="circle" percent={percent} size={96} format={() => points} aria-label={score} />
        <span>
          <strong>{score}</strong>
          <br />
          <Tag tone={final ? 'good' : 'waiting'}>{say(final ? 'report.final' : 'report.so-far')}</Tag>
        </span>
      </p>
      <WideTable
        label={say('report.objectives')}
        heads={[say('report.objective'), say('report.wanted'), say('report.value'), say('report.result')]}
      >
        {objectives.map(({ objective, value, passed, points: earned }) => (
          <tr key={objective.measure}>
            <th scope="row">{read(DRILL_MEASURES[objective.measure])}</th>
            <td className="number">{wanted(objective)}</td>
            <td className="number">{value ?? say('report.unknown')}</td>
            <td>
              <Tag tone={passed ? 'good' : 'bad'}>{say(passed ? 'report.passed' : 'report.missed')}</Tag>{' '}
              {say('score', { points: earned, maximum: objective.points })}
            </td>
          </tr>
        ))}
      </WideTable>
      <details>
        <summary>{say('report.text')}</summary>
        <p className="drill-text">{read(text)}</p>
      </details>
    </>
  );
};
