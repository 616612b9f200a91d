import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import type { OfferedResource } from '../../../shared/domain/offer/offer-state.ts';
import { thoseOf } from '../../../shared/domain/request/answer.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { IncidentView } from '../../../shared/http/views/incident.ts';
import type { OfferView } from '../../../shared/http/views/offer.ts';
import { useDesk } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNow } from '../live/use-now.ts';
import { BindingPaper } from '../parts/binding-paper.tsx';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { COMPARISON } from './comparison-words.ts';
import { type Errand, errandTyped, freshErrand } from './draft-values.ts';
import { ErrandFields } from './errand-fields.tsx';
import { SignatureForm } from './signature-form.tsx';
import { costsTyped, fundingTyped, proposed, type TakingValues, takenIds, takingTyped } from './taking.ts';

interface OfferPaperProps {
  readonly offer: OfferView;
  readonly resource: OfferedResource;
  readonly incidentId: string;
}

interface TakeUpValues extends TakingValues {
  readonly mission: Errand;
}

/** The paper by which an offer is taken up, as it will stand, what is to be said for it, and the signature. */
export const OfferPaper = (props: OfferPaperProps): ReactNode => {
  const incident = useRead(incidentRoutes.readIncident, { params: { incidentId: props.incidentId } });
  return <Shown read={incident}>{(body) => <Desk {...props} incident={body} />}</Shown>;
};

interface DeskProps extends OfferPaperProps {
  readonly incident: IncidentView;
}

const Desk = ({ offer, resource, incident }: DeskProps): ReactNode => {
  const { say } = useSpeech(COMPARISON);
  const navigate = useNavigate();
  const now = new Date(useNow()).toISOString();
  const command = useCommand(requestRoutes.takeUpOffer);
  const [values, setValues] = useState<TakeUpValues>(() => ({
    ...proposed(resource, resource.quantity),
    costs: resource.costs,
    funding: {},
    mission: { ...freshErrand(now, incident.position), neededUntil: offer.availableUntil },
  }));
  const inputOf = (given: TakeUpValues): Parameters<typeof command.run>[0] => ({
    params: { offerId: offer.offerId },
    body: {
      incidentId: incident.incidentId,
      agreementId: offer.agreementId,
      resourceId: resource.resourceId,
      mission: errandTyped(given.mission),
      teamIds: [...takenIds(given)],
      ...takingTyped(given),
    },
  });
  return (
    <div className="paper-desk">
      <Paper offer={offer} resource={resource} incident={incident} values={values} />
      <div className="sign-desk sign-desk-long">
        <Panel title={say('sign.desk')}>
          <SignatureForm<TakeUpValues, Parameters<typeof command.run>[0], { readonly requestId: string }>
            at={[]}
            offer={resource}
            provider={offer.provider}
            initial={values}
            onChange={setValues}
            command={command}
            inputOf={inputOf}
            submit={say('offer.act')}
            onSigned={({ requestId }) => void navigate(`/requests/${requestId}`)}
          >
            <ErrandFields name={['mission']} />
          </SignatureForm>
        </Panel>
      </div>
    </div>
  );
};

const Paper = (props: Omit<DeskProps, 'incidentId'> & { readonly values: TakeUpValues }): ReactNode => {
  const { offer, resource, incident, values } = props;
  const { city } = useDesk();
  const { neededBy, neededUntil, mission = '' } = values.mission;
  if (neededBy === undefined || neededUntil === undefined) return <div />;
  const { teams } = thoseOf(resource, takenIds(values));
  const { kind, level, resourceId: itemId } = resource;
  const errand = { ...errandTyped(values.mission), mission };
  return (
    <BindingPaper
      requester={city.code}
      provider={offer.provider}
      incident={incident}
      item={{ itemId, kind, level, quantity: teams.length, ...errand }}
      requisition={{ teams, costs: costsTyped(values.costs), funding: fundingTyped(values.funding) }}
      agreementId={offer.agreementId}
      exercise={offer.exercise}
    />
  );
};
