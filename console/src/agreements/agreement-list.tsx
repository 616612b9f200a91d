import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type * as z from 'zod';
import type { AgreementCardSchema } from '../../../shared/domain/agreement/agreement-listings.ts';
import type { AgreementStatus } from '../../../shared/domain/agreement/agreement-state.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { CITIES, cityName } from '../../../shared/reference/cities.ts';
import { STATUS_NAMES } from '../../../shared/reference/statuses.ts';
import { useDesk, useMay } from '../api/use-api.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { type Column, EntryTable } from '../parts/entry-table.tsx';
import { ChangedMark, ExerciseMark, Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Screen } from '../parts/screen.tsx';
import { AgreementStatusMark, STATUS_TONES, StandingMark } from './agreement-standing.tsx';
import { AGREEMENTS } from './agreements-words.ts';

type Card = z.infer<typeof AgreementCardSchema>;

const STATUSES = Object.keys(STATUS_TONES) as readonly AgreementStatus[];

const useColumns = (): readonly Column<Card>[] => {
  const { say, read } = useSpeech(AGREEMENTS);
  const { city } = useDesk();
  return [
    {
      title: say('column.title'),
      cell: ({ agreementId, title, exercise, amendmentPending }) => (
        <>
          <ExerciseMark exercise={exercise} /> <Link to={`/agreements/${agreementId}`}>{title}</Link>{' '}
          {amendmentPending && <Tag tone="waiting">{say('amendment.pending')}</Tag>} <ChangedMark id={agreementId} />
        </>
      ),
    },
    {
      title: say('column.partner'),
      width: '9rem',
      cell: ({ proposer, partner }) => read(cityName(proposer === city.code ? partner : proposer)),
    },
    {
      title: say('column.status'),
      width: '15rem',
      cell: ({ status, proposer }) => (
        <>
          <AgreementStatusMark status={status} />{' '}
          {status === 'proposed' && (
            <span className="muted">{say(proposer === city.code ? 'needs.partner' : 'needs.signature')}</span>
          )}
        </>
      ),
    },
    { title: say('column.standing'), width: '11rem', cell: ({ standing }) => <StandingMark standing={standing} /> },
    {
      title: say('column.validity'),
      width: '17rem',
      cell: ({ validFrom, validUntil }) => (
        <>
          <Moment at={validFrom} /> – <Moment at={validUntil} />
        </>
      ),
    },
  ];
};

/** The agreements with partner cities. Filters stand in the address. */
export const AgreementList = (): ReactNode => {
  const { say, read } = useSpeech(AGREEMENTS);
  const may = useMay();
  const { city } = useDesk();
  const [search, setSearch] = useSearchParams();
  const columns = useColumns();
  const status = STATUSES.find((one) => one === search.get('status'));
  const partner = CITIES.find(({ code }) => code === search.get('partner'))?.code;
  const agreements = usePages(agreementRoutes.listAgreements, {
    query: { ...(status === undefined ? {} : { status }), ...(partner === undefined ? {} : { partner }) },
  });
  const narrow = (name: string, value: string | undefined): void =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (value === undefined) after.delete(name);
      else after.set(name, value);
      return after;
    });
  return (
    <Screen
      title={say('title')}
      actions={may(agreementRoutes.proposeAgreement) && <Link to="/agreements/new">{say('propose.title')}</Link>}
    >
      <div className="filters">
        <Choice
          aria-label={say('list.label.status')}
          none={say('list.any-status')}
          value={status}
          options={STATUSES.map((one) => [one, read(STATUS_NAMES[one] ?? { zh: one, en: one })])}
          onChange={(value) => narrow('status', value)}
        />
        <Choice
          aria-label={say('list.label.partner')}
          none={say('list.any-partner')}
          value={partner}
          options={CITIES.filter(({ code }) => code !== city.code).map(({ code, name }) => [code, read(name)])}
          onChange={(value) => narrow('partner', value)}
        />
      </div>
      <EntryTable
        label={say('list.label')}
        pages={agreements}
        columns={columns}
        rowKey={({ agreementId }) => agreementId}
      />
    </Screen>
  );
};
