import type { ReactNode } from 'react';
import type { RequisitionRecord } from '../../../shared/domain/request/requisition-record.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useSpeech } from '../i18n/language.ts';
import { Countdown } from '../parts/countdown.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { Tag } from '../parts/marks.tsx';
import { CostsShown } from '../parts/money.tsx';
import { useNamed } from '../parts/named.ts';
import { Panel } from '../parts/screen.tsx';
import { COMPARISON } from './comparison-words.ts';
import { toneOfRequisition } from './request-tones.ts';

/** What was requisitioned of whom, by when they commit, and what came of it; nothing before anything was. */
export const RequisitionsPanel = ({ view }: { readonly view: RequestView }): ReactNode => {
  const { say } = useSpeech(COMPARISON);
  if (view.requisitions.length === 0) return null;
  return (
    <Panel title={say('requisitions.title')}>
      {view.requisitions.map((record) => (
        <Requisitioned key={record.requisition.requisitionId} requestId={view.requestId} record={record} />
      ))}
    </Panel>
  );
};

interface RequisitionedProps {
  readonly requestId: string;
  readonly record: RequisitionRecord;
}

const Requisitioned = ({ requestId, record }: RequisitionedProps): ReactNode => {
  const { say, read } = useSpeech(COMPARISON);
  const named = useNamed();
  const { requisition, city, status } = record;
  return (
    <p className="requisition-line">
      <Tag tone={toneOfRequisition(status)}>{say(`requisition.${status}`)}</Tag> {read(cityName(city))}{' '}
      <strong>{named(requisition)}</strong> <CostsShown costs={requisition.costs} /> <Outcome record={record} />{' '}
      <LinkButton small to={`/requests/${requestId}/requisitions/${requisition.requisitionId}`}>
        {say('requisitions.paper')}
      </LinkButton>
    </p>
  );
};

const Outcome = ({ record }: Pick<RequisitionedProps, 'record'>): ReactNode => {
  const { say, read } = useSpeech(COMPARISON);
  switch (record.status) {
    case 'awaiting':
      return <Countdown due={record.commitBy} />;
    case 'committed':
      return say('requisitions.order', { order: record.commitment.orderNumber });
    case 'refused':
      return record.refusal.reason;
    case 'not-taken':
      return read(record.failure.reason);
    default:
      return null;
  }
};
