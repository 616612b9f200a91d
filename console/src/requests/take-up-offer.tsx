import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import type { OfferedResource } from '../../../shared/domain/offer/offer-state.ts';
import { RESOURCE_KINDS } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { offerRoutes } from '../../../shared/http/routes/offers.ts';
import type { OfferView } from '../../../shared/http/views/offer.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { LabelledChoice } from '../parts/labelled-choice.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { useNamed } from '../parts/named.ts';
import { Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { COMPARISON } from './comparison-words.ts';
import { OfferPaper } from './offer-paper.tsx';
import './requests.css';

/** Makes a request of an offer that came unasked, and requisitions its teams by one signature. */
export const TakeUpOffer = (): ReactNode => {
  const { offerId = '' } = useParams();
  const offer = useRead(offerRoutes.readOffer, { params: { offerId } });
  return <Shown read={offer}>{(view) => <Choosing offer={view} />}</Shown>;
};

/** First: which resource, for which incident. */
const Choosing = ({ offer }: { readonly offer: OfferView }): ReactNode => {
  const { say, read } = useSpeech(COMPARISON);
  const [incidentId, setIncident] = useState(offer.subject.incidentId);
  const ready = offer.resources.filter(({ teams }) => teams.length > 0);
  const [resourceId, setResource] = useState(ready[0]?.resourceId);
  const resource = ready.find((one) => one.resourceId === resourceId);
  return (
    <Screen
      title={`${say('offer.title')} · ${read(cityName(offer.provider))}`}
      exercise={offer.exercise}
      actions={<LinkButton to={`/offers/${offer.offerId}`}>{say('offer.back')}</LinkButton>}
    >
      {ready.length === 0 && <p role="status">{say('offer.none')}</p>}
      <div className="filters">
        <Resources resources={ready} value={resourceId} onChange={setResource} />
        <Incidents value={incidentId} onChange={setIncident} />
      </div>
      {resource && incidentId !== undefined && (
        <OfferPaper
          key={`${resource.resourceId} ${incidentId}`}
          offer={offer}
          resource={resource}
          incidentId={incidentId}
        />
      )}
    </Screen>
  );
};

interface ChosenProps {
  readonly value: string | undefined;
  readonly onChange: (chosen: string | undefined) => void;
}

const Resources = (props: ChosenProps & { readonly resources: readonly OfferedResource[] }): ReactNode => {
  const { resources, value, onChange } = props;
  const { say, read } = useSpeech(COMPARISON);
  const named = useNamed();
  return (
    <LabelledChoice<string>
      label={say('offer.resource')}
      value={value}
      onChange={onChange}
      options={resources.map(
        ({ resourceId, kind, teams }) => [resourceId, `${read(RESOURCE_KINDS[kind])}：${named({ teams })}`] as const,
      )}
    />
  );
};

const Incidents = ({ value, onChange }: ChosenProps): ReactNode => {
  const { say } = useSpeech(COMPARISON);
  const incidents = useRead(incidentRoutes.listIncidents, { query: { status: 'open', limit: 100 } });
  return (
    <LabelledChoice<string>
      label={say('offer.incident')}
      value={value}
      onChange={onChange}
      options={(incidents.data?.body.items ?? []).map(({ incidentId, title }) => [incidentId, title] as const)}
    />
  );
};
