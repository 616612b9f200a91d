import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { thoseOf } from '../../../shared/domain/request/answer.ts';
import type { ItemComparison } from '../../../shared/domain/request/compare-answers.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import { useDesk, useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { BindingPaper } from '../parts/binding-paper.tsx';
import { Panel } from '../parts/screen.tsx';
import type { Offered } from './compared-cells.tsx';
import { COMPARISON } from './comparison-words.ts';
import { useWhyBest } from './item-comparison.tsx';
import { onRequest } from './on-request.ts';
import type { RequestProps } from './request-screen.tsx';
import { SignatureForm } from './signature-form.tsx';
import { costsTyped, fundingTyped, proposed, type TakingValues, takenIds, takingTyped } from './taking.ts';

interface PaperDeskProps {
  readonly view: RequestView;
  readonly etag: RequestProps['etag'];
  readonly compared: ItemComparison;
  readonly offer: Offered;
}

/** The paper as it will stand, and beside it what can still be changed of it, and the signature. */
export const PaperDesk = ({ view, etag, compared, offer }: PaperDeskProps): ReactNode => {
  const { city } = useDesk();
  const whyBest = useReasonToTake(compared, offer);
  const [values, setValues] = useState<TakingValues>(() => ({
    ...proposed(offer, compared.quantities.open),
    costs: offer.cost.costs,
    funding: {},
    ...(whyBest === undefined ? {} : { reason: whyBest }),
  }));
  const placement = view.placements.find((one) => one.city === offer.city);
  const answer = placement?.answers.find((one) => one.messageId === offer.messageId)?.answer;
  const { teams, lots } = thoseOf(offer, takenIds(values));
  return (
    <div className="paper-desk">
      <BindingPaper
        requester={city.code}
        provider={offer.city}
        incident={view.incident}
        item={compared.item}
        answer={answer}
        requisition={{ teams, lots, costs: costsTyped(values.costs), funding: fundingTyped(values.funding) }}
        agreementId={placement?.agreementId}
        exercise={view.exercise}
      />
      <Signing
        view={view}
        etag={etag}
        compared={compared}
        offer={offer}
        initial={values}
        onChange={setValues}
        replyWithinMinutes={placement?.replyWithinMinutes}
      />
    </div>
  );
};

/** @returns what speaks for taking this offer, where it is the better one. */
const useReasonToTake = ({ offers }: ItemComparison, offer: Offered): string | undefined => {
  const { say } = useSpeech(COMPARISON);
  const whyBest = useWhyBest();
  return offer.rank === 1 ? say('sign.reason.best', { why: whyBest(offers) }) : undefined;
};

interface SigningProps extends PaperDeskProps {
  readonly initial: TakingValues;
  readonly onChange: (values: TakingValues) => void;
  readonly replyWithinMinutes: number | undefined;
}

const Signing = (props: SigningProps): ReactNode => {
  const { view, etag, compared, offer, initial, onChange, replyWithinMinutes } = props;
  const { say } = useSpeech(COMPARISON);
  const navigate = useNavigate();
  const may = useMay();
  const command = useCommand(requestRoutes.requisitionTeams);
  const inputOf = (values: TakingValues): Parameters<typeof command.run>[0] => {
    const { itemId } = compared.item;
    const { teamIds = [], stockIds = [] } = values;
    const taken = { city: offer.city, itemId, teamIds: [...teamIds], stockIds: [...stockIds], ...takingTyped(values) };
    return { ...onRequest(view, etag), body: { requisitions: [taken] } };
  };
  return (
    <div className="sign-desk">
      <Panel title={say('sign.desk')}>
        {may(requestRoutes.requisitionTeams) ? (
          <SignatureForm
            at={['requisitions', 0]}
            offer={offer}
            provider={offer.city}
            initial={initial}
            onChange={onChange}
            command={command}
            inputOf={inputOf}
            submit={say('sign.act')}
            replyWithinMinutes={replyWithinMinutes}
            onSigned={() => void navigate(`/requests/${view.requestId}`)}
          />
        ) : (
          <p role="status">{say('sign.not-yours')}</p>
        )}
      </Panel>
    </div>
  );
};
