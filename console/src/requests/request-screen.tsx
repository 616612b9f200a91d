import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { RequestReading } from '../../../shared/http/views/request.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { StoryTimeline } from '../ledger/story-timeline.tsx';
import { ChangedMark, Status } from '../parts/marks.tsx';
import { MessageFailures } from '../parts/message-failures.tsx';
import { MessagesBothWays } from '../parts/messages-both-ways.tsx';
import { PendingList } from '../parts/pending-list.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { ComparisonPanel } from './comparison-panel.tsx';
import { ItemsPanel } from './items-panel.tsx';
import { NextMover } from './next-mover.tsx';
import { OverlapsPanel } from './overlaps-panel.tsx';
import { OwnHelpPanel } from './own-help-panel.tsx';
import { PartnersPanel } from './partners-panel.tsx';
import { RequestActs } from './request-acts.tsx';
import { RequestFacts, Turns } from './request-facts.tsx';
import { toneOfRequest } from './request-tones.ts';
import { REQUESTS } from './requests-words.ts';
import { RequisitionsPanel } from './requisitions-panel.tsx';
import { SourcingPanel } from './sourcing-panel.tsx';
import { StepBar } from './step-bar.tsx';
import './requests.css';

/** One request of this city, with everything that can be done about it. */
export const RequestScreen = (): ReactNode => {
  const { requestId = '' } = useParams();
  const request = useRead(requestRoutes.readRequest, { params: { requestId } });
  return <Shown read={request}>{(body, etag) => <Request key={requestId} view={body} etag={etag} />}</Shown>;
};

/** What the parts of the screen are about. */
export interface RequestProps {
  readonly view: RequestReading;
  /** Version of what is shown: acts name it. */
  readonly etag: string | undefined;
}

const Request = ({ view, etag }: RequestProps): ReactNode => {
  const { say } = useSpeech(REQUESTS);
  const { requestId, status, incident, exercise, failures, workOrderStep, pending } = view;
  const isWritten = status === 'drafted';
  return (
    <Screen
      title={say('title.one', { incident: incident.title })}
      exercise={exercise}
      actions={
        <>
          <ChangedMark id={requestId} />
          <Status status={status} tone={toneOfRequest(status)} />
          <RequestActs view={view} etag={etag} />
        </>
      }
    >
      <StepBar step={workOrderStep} />
      <NextMover pending={pending} />
      <MessageFailures failures={failures} />
      <Turns view={view} />
      <OverlapsPanel requestId={requestId} />
      <ItemsPanel view={view} />
      <ComparisonPanel view={view} etag={etag} />
      <RequisitionsPanel view={view} />
      {!isWritten && <OwnHelpPanel view={view} etag={etag} />}
      {!isWritten && <SourcingPanel view={view} />}
      {!isWritten && <PartnersPanel view={view} etag={etag} />}
      <div className="columns">
        <RequestFacts view={view} />
        <Panel title={say('pending.title')}>
          <PendingList pending={pending} />
        </Panel>
        <MessagesBothWays kind="request" id={requestId} />
      </div>
      <StoryTimeline kind="request" id={requestId} />
    </Screen>
  );
};
