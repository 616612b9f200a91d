import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import { offerRoutes } from '../../../shared/http/routes/offers.ts';
import { questionRoutes } from '../../../shared/http/routes/questions.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { OfferView } from '../../../shared/http/views/offer.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Countdown } from '../parts/countdown.tsx';
import { Facts } from '../parts/facts.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { ChangedMark, Status } from '../parts/marks.tsx';
import { MessageFailures } from '../parts/message-failures.tsx';
import { Moment } from '../parts/moment.tsx';
import { ReasonedAct } from '../parts/reasoned-act.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { OfferedPackage, OfferedResources } from './offered-resources.tsx';
import { OFFERS } from './offers-words.ts';

/** Help offered unasked: by whom, for what, until when, and what becomes of it. */
export const OfferScreen = (): ReactNode => {
  const { offerId = '' } = useParams();
  const offer = useRead(offerRoutes.readOffer, { params: { offerId } });
  return <Shown read={offer}>{(view, etag) => <Loaded view={view} etag={etag} />}</Shown>;
};

interface LoadedProps {
  readonly view: OfferView;
  readonly etag: string | undefined;
}

const Loaded = ({ view, etag }: LoadedProps): ReactNode => {
  const { say, read } = useSpeech(OFFERS);
  const { offerId, provider, receiver, status, exercise, failures } = view;
  const names = { provider: read(cityName(provider)), receiver: read(cityName(receiver)) };
  return (
    <Screen
      title={say('screen.title', names)}
      exercise={exercise}
      actions={
        <>
          <ChangedMark id={offerId} />
          <Status status={status} />
          <Acts view={view} etag={etag} />
        </>
      }
    >
      <MessageFailures failures={failures} />
      <Panel title={say('about')}>
        <About view={view} />
      </Panel>
      <Panel title={say('resources')}>
        <OfferedResources view={view} />
      </Panel>
      {view.package && <OfferedPackage summary={view.package} />}
    </Screen>
  );
};

const About = ({ view }: Pick<LoadedProps, 'view'>): ReactNode => {
  const { say, read } = useSpeech(OFFERS);
  const { subject, status, side, availableFrom, availableUntil, offeredAt, agreementId } = view;
  const until = status === 'offered' ? <Countdown due={availableUntil} /> : <Moment at={availableUntil} />;
  return (
    <Facts
      facts={[
        [say('fact.hazard'), read(HAZARDS[subject.hazard])],
        [
          say('fact.incident'),
          subject.incidentId && (
            <SubjectLink kind={side === 'receiver' ? 'incident' : 'partner-incident'} id={subject.incidentId}>
              {say('see.incident')}
            </SubjectLink>
          ),
        ],
        [say('fact.description'), subject.description],
        [say('fact.from'), <Moment key="from" at={availableFrom} />],
        [say('fact.until'), until],
        [say('fact.offered'), <Moment key="offered" at={offeredAt} />],
        [
          say('fact.agreement'),
          <SubjectLink key="agreement" kind="agreement" id={agreementId}>
            {say('see.agreement')}
          </SubjectLink>,
        ],
        [say('fact.end'), endOf(view) && <End view={view} />],
      ]}
    />
  );
};

const endOf = ({ withdrawal, decline, takenUp, lapsedAt }: OfferView): string | undefined =>
  withdrawal?.at ?? decline?.at ?? takenUp?.at ?? lapsedAt;

const End = ({ view }: Pick<LoadedProps, 'view'>): ReactNode => {
  const { say } = useSpeech(OFFERS);
  const { side, withdrawal, decline, takenUp, lapsedAt } = view;
  const at = endOf(view);
  return (
    <>
      {withdrawal && say('end.withdrawn', { reason: withdrawal.reason })}
      {decline && say('end.declined', { reason: decline.reason })}
      {lapsedAt !== undefined && say('end.lapsed')}
      {takenUp && (
        <>
          {say('end.taken-up')}{' '}
          <SubjectLink kind={side === 'receiver' ? 'request' : 'received-request'} id={takenUp.requestId}>
            {say('see.request')}
          </SubjectLink>
        </>
      )}{' '}
      {at !== undefined && <Moment at={at} />}
    </>
  );
};

const Acts = ({ view: { offerId, side, status, agreementId }, etag }: LoadedProps): ReactNode => {
  const { say } = useSpeech(OFFERS);
  const may = useMay();
  const withdraw = useCommand(offerRoutes.withdrawOffer);
  const decline = useCommand(offerRoutes.declineOffer);
  const isOpen = status === 'offered';
  const on = { params: { offerId }, ...(etag === undefined ? {} : { ifMatch: etag }) };
  return (
    <>
      {isOpen && side === 'receiver' && may(requestRoutes.takeUpOffer) && (
        <LinkButton to={`/offers/${offerId}/requests`} primary>
          {say('act.take-up')}
        </LinkButton>
      )}
      {may(questionRoutes.askQuestion) && (
        <LinkButton to={`/questions/new?about=offer&id=${offerId}&agreement=${agreementId}`}>
          {say('act.question')}
        </LinkButton>
      )}
      {side === 'provider' && may(offerRoutes.withdrawOffer) && (
        <ReasonedAct
          danger
          act={say('act.withdraw')}
          offered={isOpen}
          command={withdraw}
          inputOf={(body) => ({ ...on, body })}
        />
      )}
      {side === 'receiver' && may(offerRoutes.declineOffer) && (
        <ReasonedAct
          danger
          act={say('act.decline')}
          offered={isOpen}
          command={decline}
          inputOf={(body) => ({ ...on, body })}
        />
      )}
    </>
  );
};
