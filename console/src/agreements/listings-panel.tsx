import { type ReactNode, useState } from 'react';
import { partnerListingRoutes } from '../../../shared/http/routes/partner-listings.ts';
import type { ListingShareView } from '../../../shared/http/views/listing-share.ts';
import { AGGREGATE_KIND_NAMES } from '../../../shared/reference/aggregate-kinds.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { type Pages, usePages } from '../api/use-pages.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { EntryTable } from '../parts/entry-table.tsx';
import { Tag, type Tone } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { AGREEMENTS } from './agreements-words.ts';

type ShareStatus = ListingShareView['ours']['status'] | ListingShareView['theirs']['status'];

const TONES: Readonly<Partial<Record<ShareStatus, Tone>>> = {
  current: 'good',
  refused: 'bad',
  paused: 'bad',
  asked: 'waiting',
  listing: 'waiting',
  clearing: 'waiting',
  comparing: 'waiting',
};

interface ListingsPanelProps {
  readonly agreementId: string;
}

/** What each city shows the other of its registry under an agreement, as far as it has come. */
export const ListingsPanel = ({ agreementId }: ListingsPanelProps): ReactNode => {
  const { say } = useSpeech(AGREEMENTS);
  const may = useMay();
  const params = { agreementId };
  const share = useRead(partnerListingRoutes.listPartnerListings, { params, query: { limit: 1 } });
  const renew = useCommand(partnerListingRoutes.renewPartnerListings);
  const standing = share.data?.body.share;
  // Under an agreement that was never signed nothing is shared.
  if (!standing) return null;
  const { ours, theirs } = standing;
  return (
    <Panel
      title={say('listings.title')}
      actions={
        may(partnerListingRoutes.renewPartnerListings) && (
          <CommandDialog act={say('listings.renew')} command={renew} inputOf={() => ({ params, body: {} })}>
            <p>{say('listings.renew.explain')}</p>
          </CommandDialog>
        )
      }
    >
      <SideShown title={say('listings.theirs')} side={theirs} list={<HeldListings agreementId={agreementId} />} />
      <SideShown title={say('listings.ours')} side={ours} list={<SharedListings agreementId={agreementId} />} />
    </Panel>
  );
};

interface SideShownProps {
  readonly title: string;
  readonly side: { readonly status: ShareStatus; readonly since?: string | undefined };
  readonly list: ReactNode;
}

/** One direction; its entries are fetched when they are unfolded. */
const SideShown = ({ title, side: { status, since }, list }: SideShownProps): ReactNode => {
  const { say } = useSpeech(AGREEMENTS);
  const [isOpen, setOpen] = useState(false);
  const tone = TONES[status];
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {title} <Tag {...(tone === undefined ? {} : { tone })}>{say(`share.${status}`)}</Tag>{' '}
        {since && <Moment at={since} relative />}
      </summary>
      {isOpen && list}
    </details>
  );
};

const SharedListings = ({ agreementId }: ListingsPanelProps): ReactNode => {
  const pages = usePages(partnerListingRoutes.listSharedListings, { params: { agreementId } });
  return <Listings pages={pages} />;
};

const HeldListings = ({ agreementId }: ListingsPanelProps): ReactNode => {
  const pages = usePages(partnerListingRoutes.listPartnerListings, { params: { agreementId } });
  return <Listings pages={pages} />;
};

interface Listed {
  readonly entry: { readonly id: string; readonly kind: keyof typeof AGGREGATE_KIND_NAMES; readonly name: string };
  readonly at: string;
}

const Listings = ({ pages }: { readonly pages: Pages<Listed> }): ReactNode => {
  const { say, read } = useSpeech(AGREEMENTS);
  return (
    <EntryTable
      label={say('listings.title')}
      pages={pages}
      rowKey={({ entry }) => `${entry.kind} ${entry.id}`}
      columns={[
        { title: say('listings.name'), cell: ({ entry }) => entry.name },
        { title: say('listings.kind'), width: '8rem', cell: ({ entry }) => read(AGGREGATE_KIND_NAMES[entry.kind]) },
        { title: say('listings.since'), width: '9rem', cell: ({ at }) => <Moment at={at} /> },
      ]}
    />
  );
};
