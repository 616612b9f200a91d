import type { ReactNode } from 'react';
import type { ExpertView } from '../../../shared/http/views/expert.ts';
import { useSpeech, wordBook } from '../i18n/language.ts';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import type { EntryPanelProps } from './registry-kind.ts';

const MEMBERSHIP = wordBook('expert-membership', {
  title: { zh: '聘任记录', en: 'Appointments' },
  appointed: { zh: '聘任', en: 'Appointed' },
  renewed: { zh: '续聘', en: 'Renewed' },
  left: { zh: '出库', en: 'Left' },
  appraisals: { zh: '咨询评价', en: 'Appraisals' },
  grade: { zh: '{{grade}}分', en: '{{grade}} of 5' },
});

/** When an expert was appointed, renewed and left, and how they served. */
export const ExpertMembership = ({ view: { membership, appraisals } }: EntryPanelProps<ExpertView>): ReactNode => {
  const { say } = useSpeech(MEMBERSHIP);
  return (
    <div className="columns">
      <Panel title={say('title')}>
        <ul className="plain-list">
          {membership.map(({ step, at, reason }) => (
            <li key={`${step} ${at}`}>
              <strong>{say(step)}</strong> <Moment at={at} /> {reason}
            </li>
          ))}
        </ul>
      </Panel>
      {appraisals.length > 0 && (
        <Panel title={say('appraisals')}>
          <ul className="plain-list">
            {appraisals.map(({ callOutId, grade, words, by, at }) => (
              <li key={callOutId}>
                <strong>{say('grade', { grade })}</strong>{' '}
                <SubjectLink kind="call-out" id={callOutId}>
                  {words}
                </SubjectLink>{' '}
                <span className="muted">
                  {by.name} <Moment at={at} />
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
};
