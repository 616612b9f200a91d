import type { ReactNode } from 'react';
import { boardRoutes } from '../../../shared/http/routes/board.ts';
import type { DeadlineRules as Rules } from '../../../shared/http/views/deadline-rules.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Facts } from '../parts/facts.tsx';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { WideTable } from '../parts/wide-table.tsx';
import { ADMINISTRATION } from './administration-words.ts';

/** The table of deadlines and the calendar of working days, in words. */
export const DeadlineRules = (): ReactNode => {
  const rules = useRead(boardRoutes.readDeadlineRules, {});
  return (
    <Shown read={rules}>
      {(body) => (
        <>
          <RulesTable rules={body} />
          <Calendar rules={body} />
        </>
      )}
    </Shown>
  );
};

interface RulesProps {
  readonly rules: Rules;
}

const RulesTable = ({ rules }: RulesProps): ReactNode => {
  const { say, read } = useSpeech(ADMINISTRATION);
  return (
    <Panel title={say('rules.title')}>
      <p>{say('rules.explain')}</p>
      <WideTable label={say('rules.title')} heads={[say('rules.hand-off'), say('rules.due'), say('rules.acts')]}>
        {rules.handOffs.map(({ handOff, name, due, acts }) => (
          <tr key={handOff}>
            <th scope="row">{read(name)}</th>
            <td>{due ? read(due) : say('rules.other')}</td>
            <td>
              {acts
                .map(({ name: act, when }) => say('rules.act', { when: read(when), act: read(act) }))
                .join(say('and'))}
            </td>
          </tr>
        ))}
      </WideTable>
    </Panel>
  );
};

const Calendar = ({ rules: { calendar } }: RulesProps): ReactNode => {
  const { say } = useSpeech(ADMINISTRATION);
  return (
    <Panel title={say('calendar.title')}>
      <Facts
        facts={[
          [say('calendar.years'), calendar.years.join(' ')],
          [say('calendar.holidays'), calendar.holidays.join(' ')],
          [say('calendar.worked'), calendar.workedWeekends.join(' ')],
        ]}
      />
    </Panel>
  );
};
