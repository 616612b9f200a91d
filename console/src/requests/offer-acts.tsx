import type { ReactNode } from 'react';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { actsOn } from './acts-on.ts';
import type { Offered } from './compared-cells.tsx';
import { COMPARISON } from './comparison-words.ts';
import { onRequest } from './on-request.ts';
import type { RequestProps } from './request-screen.tsx';

interface OfferActsProps extends RequestProps {
  readonly offer: Offered;
  readonly itemId: string;
}

/** What can be done about a partner's offer: take of it, or decline all that the partner answered. */
export const OfferActs = ({ view, etag, offer: { city }, itemId }: OfferActsProps): ReactNode => {
  const { say } = useSpeech(COMPARISON);
  const may = useMay();
  if (!actsOn(view).requisition) return null;
  const isTaken = view.requisitions.some(
    (record) => record.city === city && (record.status === 'awaiting' || record.status === 'committed'),
  );
  return (
    <span className="screen-actions">
      <LinkButton
        primary
        small
        to={`/requests/${view.requestId}/requisition?${new URLSearchParams({ city, item: itemId })}`}
      >
        {say('requisition')}
      </LinkButton>
      {!isTaken && may(requestRoutes.declineAnswer) && <Decline view={view} etag={etag} city={city} />}
    </span>
  );
};

const Decline = ({ view, etag, city }: RequestProps & { readonly city: string }): ReactNode => {
  const { say, read } = useSpeech(COMPARISON);
  const command = useCommand(requestRoutes.declineAnswer);
  return (
    <CommandDialog<{ readonly reason: string }, Parameters<typeof command.run>[0], RequestView>
      act={say('decline')}
      danger
      command={command}
      inputOf={({ reason }) => ({ ...onRequest(view, etag), body: { city, reason } })}
    >
      <p>{say('decline.text', { city: read(cityName(city)) })}</p>
      <WordsField name={['reason']} label={say('row.reasons')} />
    </CommandDialog>
  );
};
