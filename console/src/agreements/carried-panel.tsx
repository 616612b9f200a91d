import type { ReactNode } from 'react';
import { figureRoutes } from '../../../shared/http/routes/figures.ts';
import type { Figures } from '../../../shared/http/views/figures.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useMay } from '../api/use-api.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { AGREEMENTS } from './agreements-words.ts';

interface CarriedPanelProps {
  readonly partner: string;
  readonly exercise: boolean;
}

/** What two cities have asked of each other, and what came of it. */
export const CarriedPanel = ({ partner, exercise }: CarriedPanelProps): ReactNode => {
  const { say, read } = useSpeech(AGREEMENTS);
  const may = useMay()(figureRoutes.readFigures);
  const query = { subject: partner, realm: exercise ? 'exercise' : 'real' } as const;
  const theirs = useRead(figureRoutes.readFigures, { query: { of: 'partner', ...query } }, may);
  const ours = useRead(figureRoutes.readFigures, { query: { of: 'helped', ...query } }, may);
  if (!may) return null;
  return (
    <Panel title={say('carried.title', { city: read(cityName(partner)) })}>
      <Shown read={theirs}>
        {({ total: received }) => (
          <Shown read={ours}>{({ total: given }) => <CarriedTable received={received} given={given} />}</Shown>
        )}
      </Shown>
    </Panel>
  );
};

interface CarriedTableProps {
  readonly received: Figures;
  readonly given: Figures;
}

const CarriedTable = ({ received, given }: CarriedTableProps): ReactNode => {
  const { say } = useSpeech(AGREEMENTS);
  const reply = ({ reply: times }: Figures): string =>
    times?.medianMinutes === undefined ? say('carried.none') : say('carried.minutes', { minutes: times.medianMinutes });
  const inTime = ({ answeredInTime, answered }: Figures): string => `${answeredInTime}/${answered}`;
  const lines: readonly (readonly [string, (figures: Figures) => ReactNode])[] = [
    [say('carried.asked'), ({ asked }) => asked],
    [say('carried.promised'), ({ promised }) => promised],
    [say('carried.filled'), ({ filled }) => filled],
    [say('carried.missions'), ({ missions }) => missions],
    [say('carried.in-time'), inTime],
    [say('carried.reply'), reply],
  ];
  return (
    <table className="plain" aria-label={say('carried.label')}>
      <thead>
        <tr>
          <th scope="col">{say('carried.measure')}</th>
          <th scope="col">{say('carried.partner')}</th>
          <th scope="col">{say('carried.helped')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([name, shown]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{shown(received)}</td>
            <td>{shown(given)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
