import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import { RESOURCE_KINDS } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { warningRoutes } from '../../../shared/http/routes/warnings.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Countdown } from '../parts/countdown.tsx';
import { Facts } from '../parts/facts.tsx';
import { ColourMark } from '../parts/grave-marks.tsx';
import { Status } from '../parts/marks.tsx';
import { MessageFailures } from '../parts/message-failures.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { WARNINGS } from './warnings-words.ts';

/** One awareness notice: what is feared, where, and who may be asked for. */
export const AwarenessScreen = (): ReactNode => {
  const { say, read } = useSpeech(WARNINGS);
  const { awarenessId = '' } = useParams();
  const awareness = useRead(warningRoutes.readAwarenessNotice, { params: { awarenessId } });
  const shown = awareness.data?.body;
  return (
    <Screen title={shown?.notice.headline ?? say('awareness.title')} exercise={shown?.notice.exercise}>
      <Shown read={awareness}>
        {({ status, side, teller, told, notice, endedAt, reason, failures }) => (
          <>
            <p className="filters">
              <ColourMark colour={notice.colour} />{' '}
              <Status status={status} tone={status === 'in-effect' ? 'waiting' : 'plain'} />
            </p>
            <MessageFailures failures={failures} />
            <Panel title={say('facts.title')}>
              <p>{say('awareness.nothing-asked')}</p>
              <Facts
                facts={[
                  [
                    say('awareness.side'),
                    `${say(`awareness.${side}`)} ${read(cityName(teller))} → ${read(cityName(told))}`,
                  ],
                  [
                    say('column.hazards'),
                    notice.hazards.map((hazard) => read(HAZARDS[hazard])).join('、') || say('none'),
                  ],
                  [say('awareness.where'), notice.where],
                  [say('column.cities'), notice.cities.map((city) => read(cityName(city))).join('、') || say('none')],
                  [
                    say('awareness.may-ask'),
                    notice.mayAsk
                      .map(({ kind, level, quantity }) =>
                        say('awareness.team', { kind: read(RESOURCE_KINDS[kind]), level, quantity }),
                      )
                      .join('；') || say('none'),
                  ],
                  [say('awareness.at'), <Moment key="told" at={notice.toldAt} relative />],
                  [
                    say('column.until'),
                    <span key="until">
                      <Moment at={notice.until} /> {status === 'in-effect' && <Countdown due={notice.until} />}
                    </span>,
                  ],
                  [say('facts.ended'), endedAt && <Moment key="ended" at={endedAt} />],
                  [say('awareness.reason'), reason],
                  [say('facts.identifier'), <code key="identifier">{notice.alert.identifier}</code>],
                ]}
              />
            </Panel>
          </>
        )}
      </Shown>
    </Screen>
  );
};
