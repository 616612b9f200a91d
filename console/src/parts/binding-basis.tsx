import type { ReactNode } from 'react';
import { PAYERS } from '../../../shared/domain/agreement/agreement-terms.ts';
import { COST_CATEGORIES, type Costs, totalCost } from '../../../shared/domain/vocabulary/costs.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import type { AgreementView } from '../../../shared/http/views/agreement.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { COST_CATEGORY_NAMES } from '../../../shared/reference/cost-categories.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Moment } from './moment.tsx';
import { useYuan } from './money.tsx';
import { PAPER } from './paper-words.ts';
import { requesterBears } from './requester-bears.ts';
import { Shown } from './shown.tsx';

interface BindingBasisProps {
  readonly agreementId: string;
  /** What is taken costs this, CNY fen by category. */
  readonly costs: Costs;
}

/** On what authority the paper binds: the agreement as both cities signed it, who bears which costs by it, and who is liable. */
export const BindingBasis = ({ agreementId, costs }: BindingBasisProps): ReactNode => {
  const { say } = useSpeech(PAPER);
  const agreement = useRead(agreementRoutes.readAgreement, { params: { agreementId } });
  return (
    <>
      <h4>{say('basis.title')}</h4>
      <Shown read={agreement}>
        {(body) => (
          <>
            <Authority agreement={body} />
            <Burden agreement={body} costs={costs} />
            <p>{say('basis.liability', { liability: body.terms.liability })}</p>
          </>
        )}
      </Shown>
    </>
  );
};

const Authority = ({ agreement }: { readonly agreement: AgreementView }): ReactNode => {
  const { say, read } = useSpeech(PAPER);
  const { terms, termsVersion, signatures, inForceSince } = agreement;
  return (
    <p>
      {say('basis.agreement', { title: terms.title, version: termsVersion })}
      {inForceSince !== undefined && (
        <>
          {say('basis.since')} <Moment at={inForceSince} />
        </>
      )}
      {signatures.length > 0 &&
        say('basis.signed', {
          names: signatures
            .map(({ city, representative }) => `${read(cityName(city))} ${representative.name}`)
            .join(say('basis.and')),
        })}
    </p>
  );
};

const Burden = ({
  agreement: { terms },
  costs,
}: Pick<BindingBasisProps, 'costs'> & { readonly agreement: AgreementView }): ReactNode => {
  const { say, read } = useSpeech(PAPER);
  const yuan = useYuan();
  return (
    <table className="plain" aria-label={say('burden.title')}>
      <thead>
        <tr>
          <th scope="col">{say('burden.category')}</th>
          <th scope="col">{say('burden.amount')}</th>
          <th scope="col">{say('burden.payer')}</th>
        </tr>
      </thead>
      <tbody>
        {COST_CATEGORIES.map((category) => (
          <tr key={category}>
            <th scope="row">{read(COST_CATEGORY_NAMES[category])}</th>
            <td className="amount">{yuan(costs[category] ?? 0)}</td>
            <td>{read(PAYERS[terms.payment[category]])}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{say('burden.total')}</th>
          <td className="amount">
            <strong>{yuan(totalCost(costs))}</strong>
          </td>
          <td>{say('burden.share', { amount: yuan(requesterBears(costs, terms.payment)) })}</td>
        </tr>
      </tbody>
    </table>
  );
};
