import type { ReactNode } from 'react';
import type * as z from 'zod';
import type { OfferCardSchema } from '../../../shared/domain/offer/offer-listings.ts';
import type { OfferSide } from '../../../shared/domain/offer/offer-state.ts';
import { OFFER_STATUSES } from '../../../shared/domain/offer/offer-status.ts';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import { RESOURCE_KINDS } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { offerRoutes } from '../../../shared/http/routes/offers.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useMay } from '../api/use-api.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { Countdown } from '../parts/countdown.tsx';
import { EntryTable } from '../parts/entry-table.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { ChangedMark, ExerciseMark, Status } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { PARTS } from '../parts/part-words.ts';
import { Screen } from '../parts/screen.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { OFFERS } from './offers-words.ts';
import { useSidedFilters } from './use-sided-filters.tsx';

type Card = z.infer<typeof OfferCardSchema>;

const SIDES: readonly OfferSide[] = ['provider', 'receiver'];

/** Help offered unasked, by this city and to it. */
export const OfferList = (): ReactNode => {
  const { say, read } = useSpeech(OFFERS);
  const may = useMay();
  const { filters, query } = useSidedFilters({ sides: SIDES, statuses: OFFER_STATUSES, say, read });
  const pages = usePages(offerRoutes.listOffers, { query });
  return (
    <Screen
      title={say('title')}
      actions={
        may(offerRoutes.makeOffer) && (
          <LinkButton to="/offers/new" primary>
            {say('new')}
          </LinkButton>
        )
      }
    >
      {filters}
      <EntryTable<Card>
        label={say('list.label')}
        pages={pages}
        rowKey={({ offerId }) => offerId}
        columns={[
          { title: say('column.offer'), cell: (card) => <Subject card={card} /> },
          {
            title: say('column.route'),
            width: '14rem',
            cell: ({ provider, receiver }) =>
              say('route', { provider: read(cityName(provider)), receiver: read(cityName(receiver)) }),
          },
          { title: say('column.status'), width: '8rem', cell: (card) => <Status status={card.status} /> },
          {
            title: say('column.until'),
            width: '11rem',
            cell: ({ status: now, availableUntil }) =>
              now === 'offered' ? <Countdown due={availableUntil} /> : <Moment at={availableUntil} />,
          },
          { title: say('column.offered'), width: '9rem', cell: ({ offeredAt }) => <Moment at={offeredAt} /> },
        ]}
      />
    </Screen>
  );
};

const Subject = ({ card: { offerId, kinds, hazard, exercise } }: { readonly card: Card }): ReactNode => {
  const { read } = useSpeech(OFFERS);
  const { say } = useSpeech(PARTS);
  return (
    <>
      <SubjectLink kind="offer" id={offerId}>
        {kinds.map((kind) => read(RESOURCE_KINDS[kind])).join(say('list.and'))}
      </SubjectLink>{' '}
      <ExerciseMark exercise={exercise} /> <ChangedMark id={offerId} />{' '}
      <span className="muted">{read(HAZARDS[hazard])}</span>
    </>
  );
};
