import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { useMay } from '../api/use-api.ts';
import { useSpeech } from '../i18n/language.ts';
import { LabelledChoice } from '../parts/labelled-choice.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { Screen } from '../parts/screen.tsx';
import { RequestLanes } from './request-lanes.tsx';
import { RequestTable } from './request-table.tsx';
import { REQUESTS } from './requests-words.ts';

const VIEWS = ['lanes', 'table'] as const;

/** The requests of this city: in lanes of the seven steps, or as a table with filters. How one looks stands in the address. */
export const RequestList = (): ReactNode => {
  const { say } = useSpeech(REQUESTS);
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const view = VIEWS.find((each) => each === search.get('view')) ?? 'lanes';
  return (
    <Screen
      title={say('title')}
      actions={
        <>
          <LabelledChoice
            label={say('view')}
            value={view}
            options={VIEWS.map((each) => [each, say(`view.${each}`)] as const)}
            onChange={(chosen) => setSearch(chosen === undefined ? {} : { view: chosen })}
          />
          {may(requestRoutes.draftRequest) && (
            <LinkButton primary to="/requests/new">
              {say('new')}
            </LinkButton>
          )}
        </>
      }
    >
      {view === 'lanes' ? <RequestLanes /> : <RequestTable />}
    </Screen>
  );
};
