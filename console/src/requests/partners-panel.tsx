import type { ReactNode } from 'react';
import type { Placement } from '../../../shared/domain/request/placement.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useMay } from '../api/use-api.ts';
import { useSpeech } from '../i18n/language.ts';
import { Countdown } from '../parts/countdown.tsx';
import { Rows } from '../parts/entry-table.tsx';
import { Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { actsOn } from './acts-on.ts';
import { PlaceDialog } from './place-dialog.tsx';
import type { RequestProps } from './request-screen.tsx';
import { toneOfPlacement } from './request-tones.ts';
import { REQUESTS } from './requests-words.ts';

/** With which partners the request is placed, under which agreement, and by when each answers. */
export const PartnersPanel = ({ view, etag }: RequestProps): ReactNode => {
  const { say, read } = useSpeech(REQUESTS);
  const may = useMay();
  const { placements, items } = view;
  const columns = [
    {
      title: say('partners.city'),
      cell: ({ city, agreementId }: Placement) => (
        <SubjectLink kind="agreement" id={agreementId}>
          {read(cityName(city))}
        </SubjectLink>
      ),
    },
    {
      title: say('partners.state'),
      cell: (placement: Placement) => (
        <>
          <Tag tone={toneOfPlacement(placement.status)}>{say(`placement.${placement.status}`)}</Tag>{' '}
          {'reason' in placement && placement.reason}
        </>
      ),
    },
    {
      title: say('partners.reply-by'),
      cell: ({ status, replyBy }: Placement) => (
        <>
          <Moment at={replyBy} /> {status === 'awaiting' && <Countdown due={replyBy} />}
        </>
      ),
    },
    {
      title: say('partners.answers'),
      cell: ({ answers }: Placement) => (
        <>
          {say('partners.answered', { count: answers.length, of: items.length })}{' '}
          {answers.some(({ automatic }) => automatic) && <Tag>{say('partners.automatic')}</Tag>}
        </>
      ),
    },
  ];
  const mayPlace = actsOn(view).place && may(requestRoutes.placeRequest);
  return (
    <Panel title={say('partners.title')} actions={mayPlace && <PlaceDialog view={view} etag={etag} />}>
      {placements.length === 0 ? (
        <p className="muted">{say('partners.none')}</p>
      ) : (
        <Rows label={say('partners.title')} rows={placements} columns={columns} rowKey={({ city }) => city} />
      )}
    </Panel>
  );
};
