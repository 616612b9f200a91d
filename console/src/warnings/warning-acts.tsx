import type { ReactNode } from 'react';
import type { WarningAct } from '../../../shared/domain/warning/warning-act.ts';
import { useSpeech } from '../i18n/language.ts';
import { Tag, type Tone } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { WARNINGS } from './warnings-words.ts';

/** What the target of an act is. */
const KINDS: Readonly<Record<WarningAct['what'], string>> = {
  'arm-agreement': 'agreement',
  'put-on-standby': 'team',
  'tell-partner': 'agreement',
  'draft-request': 'plan',
};

/** What came of an act. */
const MADE: Partial<Record<WarningAct['what'], string>> = { 'tell-partner': 'awareness', 'draft-request': 'request' };

const TONES: Readonly<Record<WarningAct['status'], Tone>> = {
  due: 'waiting',
  done: 'good',
  refused: 'bad',
  undone: 'plain',
};

const Act = ({ act }: { readonly act: WarningAct }): ReactNode => {
  const { say, read } = useSpeech(WARNINGS);
  const { what, targetId, name, rule, status, at, madeId, refusal } = act;
  const made = MADE[what];
  return (
    <li>
      <span className="entry-main">
        {say(`act.${what}`)}：
        <SubjectLink kind={KINDS[what]} id={targetId}>
          {name ?? targetId}
        </SubjectLink>
        {madeId !== undefined && made !== undefined && (
          <>
            {' '}
            →{' '}
            <SubjectLink kind={made} id={madeId}>
              {say(`act.${what}`)}
            </SubjectLink>
          </>
        )}
        <br />
        <span className="muted">
          {say('acts.rule')}{' '}
          <SubjectLink kind="warning-rule" id={rule.ruleId}>
            {rule.name}
          </SubjectLink>
          {refusal && ` · ${read(refusal.text)}`}
        </span>
      </span>
      <Tag tone={TONES[status]}>{say(`outcome.${status}`)}</Tag>
      {at && <Moment at={at} />}
    </li>
  );
};

/** What the city's rules had a warning do. */
export const WarningActs = ({ acts }: { readonly acts: readonly WarningAct[] }): ReactNode => {
  const { say } = useSpeech(WARNINGS);
  return (
    <Panel title={say('acts.title')}>
      {acts.length === 0 && <p className="muted">{say('acts.none')}</p>}
      <ul className="entries">
        {acts.map((act) => (
          <Act key={`${act.what} ${act.targetId}`} act={act} />
        ))}
      </ul>
    </Panel>
  );
};
