import type { ReactNode } from 'react';
import type { IncidentSummary } from '../../../shared/domain/incident/incident-summary.ts';
import type { CityCode } from '../../../shared/domain/kernel/city-code.ts';
import type { ItemAnswer } from '../../../shared/domain/request/answer.ts';
import { itemInShort, type RequestItem } from '../../../shared/domain/request/request-item.ts';
import type { Commitment, Requisition } from '../../../shared/domain/request/requisition.ts';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useSpeech } from '../i18n/language.ts';
import { AskedFacts } from './asked-facts.tsx';
import { BindingBasis } from './binding-basis.tsx';
import { Facts } from './facts.tsx';
import { useItemInShort } from './item-in-short.tsx';
import { ExerciseMark } from './marks.tsx';
import { Moment } from './moment.tsx';
import { CostsShown } from './money.tsx';
import { useNamed } from './named.ts';
import { PARTS } from './part-words.ts';
import './binding-paper.css';

type Committed = Extract<Commitment, { outcome: 'committed' }>;

interface BindingPaperProps {
  readonly requester: CityCode;
  readonly provider: CityCode;
  readonly incident: Pick<IncidentSummary, 'title' | 'hazard' | 'responseLevel'>;
  readonly item: RequestItem;
  /** What the provider promised; absent where an offer is taken up. */
  readonly answer?: ItemAnswer | undefined;
  /** What the requester takes of it; without a signature while it is only about to be signed. */
  readonly requisition: Pick<Requisition, 'teams' | 'lots' | 'costs' | 'funding'> &
    Partial<Pick<Requisition, 'signedBy'>>;
  /** What the provider commits; absent until it has signed. */
  readonly commitment?: Committed | undefined;
  /** The agreement that makes it bind; its terms are shown then. */
  readonly agreementId?: string | undefined;
  readonly exercise: boolean;
}

/** The paper that binds two cities, as it is signed or will stand: what is asked, what is promised, what is taken at what price, who signed. */
export const BindingPaper = (props: BindingPaperProps): ReactNode => {
  const { requester, provider, incident, item, answer, requisition, commitment, agreementId, exercise } = props;
  const { say, read } = useSpeech(PARTS);
  const inShort = useItemInShort();
  const asking = read(cityName(requester));
  const giving = read(cityName(provider));
  const level = incident.responseLevel ?? say('paper.no-level');
  return (
    <section className="binding-paper" aria-label={say('paper.title')}>
      <h3 className="binding-paper-title">
        {say('paper.title')} <ExerciseMark exercise={exercise} />
      </h3>
      <h4>{say('paper.asked', { city: asking })}</h4>
      <p>{say('paper.incident', { title: incident.title, hazard: read(HAZARDS[incident.hazard]), level })}</p>
      <p>
        <strong>{inShort(itemInShort(item))}</strong>
      </p>
      <AskedFacts item={item} />
      <h4>{say('paper.promised', { city: giving })}</h4>
      <Promised answer={answer} commitment={commitment} />
      <h4>{say('paper.taken', { city: asking })}</h4>
      <Taken requisition={requisition} />
      {agreementId !== undefined && <BindingBasis agreementId={agreementId} costs={requisition.costs} />}
      <div className="binding-paper-seals">
        <Signature city={asking} signedBy={requisition.signedBy} />
        <Signature city={giving} signedBy={commitment?.signedBy} />
      </div>
    </section>
  );
};

const Promised = ({ answer, commitment }: Pick<BindingPaperProps, 'answer' | 'commitment'>): ReactNode => {
  const { say } = useSpeech(PARTS);
  const named = useNamed();
  const promise = answer?.response === 'decline' ? undefined : answer;
  const times = commitment ?? promise;
  return (
    <Facts
      facts={[
        [say('paper.named'), promise && named(promise)],
        [say('paper.departure'), times && <Moment at={times.estimatedDeparture} />],
        [say('paper.arrival'), times && <Moment at={times.estimatedArrival} />],
        [say('paper.conditions'), promise?.response === 'provisional' ? promise.reason : undefined],
        [say('paper.order-number'), commitment?.orderNumber],
      ]}
    />
  );
};

const Taken = ({ requisition: { teams, lots, costs, funding } }: Pick<BindingPaperProps, 'requisition'>): ReactNode => {
  const { say } = useSpeech(PARTS);
  const named = useNamed();
  const { fundCode, fundingInfo } = funding;
  return (
    <Facts
      facts={[
        [say('paper.named'), named({ teams, lots })],
        [say('paper.price'), <CostsShown key="price" costs={costs} />],
        [say('paper.funding'), [fundCode, fundingInfo].filter((each) => each !== undefined).join(' ')],
      ]}
    />
  );
};

interface SignatureProps {
  readonly city: string;
  readonly signedBy: Requisition['signedBy'] | undefined;
}

const Signature = ({ city, signedBy }: SignatureProps): ReactNode => {
  const { say } = useSpeech(PARTS);
  return (
    <p>
      {say('paper.signs', { city })}
      <br />
      {signedBy ? (
        <>
          <strong>{signedBy.name}</strong> <Moment at={signedBy.signedAt} />
        </>
      ) : (
        <span className="muted">{say('paper.unsigned')}</span>
      )}
    </p>
  );
};
