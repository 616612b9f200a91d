import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { RequestComparison, RequestView } from '../../../shared/http/views/request.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { LinkButton } from '../parts/link-button.tsx';
import { Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { COMPARISON } from './comparison-words.ts';
import { PaperDesk } from './paper-desk.tsx';
import './requests.css';

/** Requisitions out of one partner's answer to one item: the paper as it will stand, and the signature. Both stand in the address. */
export const RequisitionScreen = (): ReactNode => {
  const { requestId = '' } = useParams();
  const params = { requestId };
  const request = useRead(requestRoutes.readRequest, { params });
  const comparison = useRead(requestRoutes.compareAnswers, { params });
  return (
    <Shown read={request}>
      {(view, etag) => (
        <Shown read={comparison}>{(compared) => <Chosen view={view} etag={etag} comparison={compared} />}</Shown>
      )}
    </Shown>
  );
};

interface ChosenProps {
  readonly view: RequestView;
  readonly etag: string | undefined;
  readonly comparison: RequestComparison;
}

/** The answer that is named in the address, if it still can be taken up. */
const Chosen = ({ view, etag, comparison }: ChosenProps): ReactNode => {
  const { say } = useSpeech(COMPARISON);
  const [search] = useSearchParams();
  const compared = comparison.items.find(({ item }) => item.itemId === search.get('item'));
  const offer = compared?.offers.find(({ city }) => city === search.get('city'));
  return (
    <Screen
      title={`${say('sign.title')} · ${view.incident.title}`}
      exercise={view.exercise}
      actions={<LinkButton to={`/requests/${view.requestId}`}>{say('sign.back')}</LinkButton>}
    >
      {compared && offer ? (
        <PaperDesk key={offer.messageId} view={view} etag={etag} compared={compared} offer={offer} />
      ) : (
        <p role="status">{say('sign.gone')}</p>
      )}
    </Screen>
  );
};
