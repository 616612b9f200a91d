import Alert from 'antd/es/alert';
import type { ReactNode } from 'react';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import { useSpeech } from '../i18n/language.ts';
import { Facts } from '../parts/facts.tsx';
import { LevelMark } from '../parts/grave-marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { PARTS } from '../parts/part-words.ts';
import { Panel } from '../parts/screen.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { REQUESTS } from './requests-words.ts';

interface RequestFactsProps {
  readonly view: RequestView;
}

/** What the request is for, who wrote and approved it, and how those who were helped found it. */
export const RequestFacts = ({ view }: RequestFactsProps): ReactNode => {
  const { say, read } = useSpeech(REQUESTS);
  const parts = useSpeech(PARTS);
  const { incident, authors, approval, plan, followUp, draftedAt } = view;
  return (
    <Panel title={say('facts.title')}>
      <Facts
        facts={[
          [
            say('facts.incident'),
            <SubjectLink key="incident" kind="incident" id={incident.incidentId}>
              {incident.title}
            </SubjectLink>,
          ],
          [say('facts.hazard'), read(HAZARDS[incident.hazard])],
          [say('facts.level'), <LevelMark key="level" level={incident.responseLevel} />],
          [say('facts.where'), incident.position.place],
          [
            say('facts.authors'),
            <span key="authors">
              {authors.map(({ name }) => name).join(parts.say('list.and'))} <Moment at={draftedAt} />
            </span>,
          ],
          [
            say('facts.approved'),
            approval && (
              <span>
                {approval.by.name} <Moment at={approval.at} />
              </span>
            ),
          ],
          [
            say('facts.plan'),
            plan && (
              <SubjectLink kind="plan" id={plan.planId}>
                {plan.title}
              </SubjectLink>
            ),
          ],
          [
            say('follow-up'),
            followUp && say('follow-up.said', { satisfaction: followUp.satisfaction, words: followUp.words }),
          ],
        ]}
      />
    </Panel>
  );
};

/** Turns that whoever opens the request must not overlook. */
export const Turns = ({ view: { sentBack, cancellation, closing } }: RequestFactsProps): ReactNode => {
  const { say } = useSpeech(REQUESTS);
  return (
    <>
      {sentBack && (
        <Alert
          type="warning"
          showIcon
          title={say('sent-back', { reason: sentBack.reason })}
          description={
            <>
              {sentBack.by.name} <Moment at={sentBack.at} />
            </>
          }
        />
      )}
      {cancellation && <Alert type="warning" showIcon title={say('cancelled', { reason: cancellation.reason })} />}
      {closing && <Alert type="success" showIcon title={say('closed', { name: closing.by.name })} />}
    </>
  );
};
