import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { polygonOf } from '../../../shared/domain/cap/cap-shapes.ts';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import { warningRoutes } from '../../../shared/http/routes/warnings.ts';
import type { WarningView } from '../../../shared/http/views/warning.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Countdown } from '../parts/countdown.tsx';
import { DownloadButton } from '../parts/download-button.tsx';
import { Facts } from '../parts/facts.tsx';
import { ColourMark } from '../parts/grave-marks.tsx';
import { ChangedMark, Status } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { WarningActs } from './warning-acts.tsx';
import { WarningAnnex } from './warning-annex.tsx';
import { Acknowledgements } from './warning-answers.tsx';
import { WarnedTeams } from './warning-teams.tsx';
import { WARNINGS } from './warnings-words.ts';
import './warnings.css';

const Said = ({ warning }: { readonly warning: WarningView }): ReactNode => {
  const { say, read } = useSpeech(WARNINGS);
  const { alert, hazards, signed, at, expiresAt, endedAt, endedBy, status } = warning;
  const [info] = alert.info ?? [];
  const ended = endedAt && (
    <>
      <Moment at={endedAt} />{' '}
      {endedBy && (
        <SubjectLink kind="warning" id={endedBy}>
          {say('column.headline')}
        </SubjectLink>
      )}
    </>
  );
  return (
    <Panel title={say('facts.title')}>
      <p className="warning-words">{info?.description ?? alert.note}</p>
      {info?.instruction !== undefined && (
        <>
          <h3>{say('facts.instruction')}</h3>
          <p className="warning-words">{info.instruction}</p>
        </>
      )}
      <Facts
        facts={[
          [say('column.hazards'), hazards.map((hazard) => read(HAZARDS[hazard])).join('、') || say('none')],
          [say('facts.sender'), info?.senderName ?? alert.sender],
          [say('facts.identifier'), <code key="identifier">{alert.identifier}</code>],
          [say('facts.effective'), <Moment key="at" at={at} relative />],
          [say('facts.onset'), info?.onset && <Moment key="onset" at={info.onset} relative />],
          [
            say('facts.until'),
            <span key="until">
              <Moment at={expiresAt} /> {status === 'in-force' && <Countdown due={expiresAt} />}
            </span>,
          ],
          [say('facts.ended'), ended],
          [say('facts.scale'), info && `${say(`urgency.${info.urgency}`)} · ${say(`certainty.${info.certainty}`)}`],
          [say('facts.contact'), info?.contact],
          [say('facts.restriction'), alert.restriction],
          [say('facts.signed'), signed ? say('facts.signed.yes') : undefined],
        ]}
      />
    </Panel>
  );
};

const Areas = ({ warning: { warningId, alert, cities } }: { readonly warning: WarningView }): ReactNode => {
  const { say, read } = useSpeech(WARNINGS);
  const areas = (alert.info ?? []).flatMap(({ area = [] }) => area);
  const shapesOf = ({ circle = [], polygon = [], geocode = [] }: (typeof areas)[number]): string =>
    [
      ...geocode.map(({ value }) => value),
      ...circle.map((one) => say('areas.circle', { circle: one })),
      ...polygon.map((one) => say('areas.polygon', { corners: polygonOf(one)?.length ?? 0 })),
    ].join('；');
  return (
    <Panel
      title={say('areas.title')}
      actions={<Link to={`/map?selected=warning:${warningId}`}>{say('areas.map')}</Link>}
    >
      <ul className="entries">
        {areas.map((area) => (
          <li key={area.areaDesc}>
            <span className="entry-main">{area.areaDesc}</span>
            <span className="muted">{shapesOf(area)}</span>
          </li>
        ))}
      </ul>
      <p>{say('areas.cities', { cities: cities.map(({ city }) => read(cityName(city))).join('、') || say('none') })}</p>
    </Panel>
  );
};

const Acts = ({ warning }: { readonly warning: WarningView }): ReactNode => {
  const { say } = useSpeech(WARNINGS);
  const may = useMay();
  const { warningId, origin, status } = warning;
  const cancel = useCommand(warningRoutes.cancelWarning);
  const isOwn = origin === 'issued' && status === 'in-force';
  return (
    <>
      {may(warningRoutes.readWarningDocument) && (
        <DownloadButton
          contract={warningRoutes.readWarningDocument}
          input={{ params: { warningId } }}
          fileName={`${warning.alert.identifier}.xml`}
        >
          {say('cap.download')}
        </DownloadButton>
      )}
      {isOwn && may(warningRoutes.updateWarning) && (
        <Link to={`/warnings/${warningId}/update`}>{say('update.act')}</Link>
      )}
      {isOwn && may(warningRoutes.cancelWarning) && (
        <CommandDialog
          act={say('cancel.act')}
          command={cancel}
          danger
          inputOf={(body: { readonly reason: string }) => ({ params: { warningId }, body })}
        >
          <WordsField name={['reason']} label={say('reason')} />
        </CommandDialog>
      )}
    </>
  );
};

/** One warning: what it says, where, whom it concerns, and what it set going. */
export const WarningScreen = (): ReactNode => {
  const { say } = useSpeech(WARNINGS);
  const may = useMay();
  const { warningId = '' } = useParams();
  const warningRead = useRead(warningRoutes.readWarning, { params: { warningId } });
  const shown = warningRead.data?.body;
  const [info] = shown?.alert.info ?? [];
  return (
    <Screen
      title={info?.headline ?? info?.event ?? shown?.alert.identifier ?? say('title')}
      exercise={shown?.realm === 'exercise'}
      actions={shown && <Acts warning={shown} />}
    >
      <Shown read={warningRead}>
        {(warning) => (
          <>
            <p className="filters">
              <ColourMark colour={warning.colour} />{' '}
              <Status status={warning.status} tone={warning.status === 'in-force' ? 'waiting' : 'plain'} />
              <span>{say(`origin.${warning.origin}`)}</span> <ChangedMark id={warningId} />
            </p>
            <div className="columns">
              <div>
                <Said warning={warning} />
                <Areas warning={warning} />
              </div>
              <div>
                <Acknowledgements warning={warning} />
                {may(warningRoutes.listWarnedTeams) && warning.status !== 'recorded' && (
                  <WarnedTeams warningId={warningId} />
                )}
                <WarningActs acts={warning.acts} />
              </div>
            </div>
            {may(warningRoutes.readAfterAction) && warning.status !== 'recorded' && (
              <WarningAnnex warningId={warningId} />
            )}
          </>
        )}
      </Shown>
    </Screen>
  );
};
