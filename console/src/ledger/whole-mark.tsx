import { useQuery } from '@tanstack/react-query';
import Alert from 'antd/es/alert';
import type { ReactNode } from 'react';
import type { AggregateKind } from '../../../shared/domain/kernel/aggregate.ts';
import { type Fault, ledgerRoutes } from '../../../shared/http/routes/ledger.ts';
import { AGGREGATE_KIND_NAMES } from '../../../shared/reference/aggregate-kinds.ts';
import { useDesk } from '../api/use-api.ts';
import { useSpeech } from '../i18n/language.ts';
import { Tag } from '../parts/marks.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { LEDGER } from './ledger-words.ts';

const isKind = (kind: string): kind is AggregateKind => kind in AGGREGATE_KIND_NAMES;

interface WholeMarkProps {
  readonly kind: AggregateKind;
  readonly id: string;
  /** Where its chains end. */
  readonly heads: readonly string[];
}

/**
 * Whether chains, states and signatures of a story hold; if not, where and why. It takes the service some reckoning: it is asked again
 * when the story has gone on, and not whenever something else in the city has changed.
 */
export const WholeMark = ({ kind, id, heads }: WholeMarkProps): ReactNode => {
  const { say } = useSpeech(LEDGER);
  const { api, city } = useDesk();
  const { data, error } = useQuery({
    queryKey: ['verification', city.code, kind, id, heads],
    queryFn: () => api.call(ledgerRoutes.verifyStory, { params: { kind, id } }),
  });
  if (error) return <ProblemAlert error={error} />;
  if (!data) return <p role="status">{say('whole.checking')}</p>;
  const { intact, entries, messages, firstFault } = data.body;
  return intact || !firstFault ? (
    <p>
      <Tag tone="good">{say('whole.yes', { entries, messages })}</Tag>
    </p>
  ) : (
    <BrokenMark fault={firstFault} />
  );
};

const BrokenMark = ({ fault }: { readonly fault: Fault }): ReactNode => {
  const { say, read } = useSpeech(LEDGER);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={say('whole.no')}
      description={say('whole.where', {
        what: isKind(fault.kind) ? read(AGGREGATE_KIND_NAMES[fault.kind]) : fault.kind,
        sequence: fault.sequence,
        why: say(`fault.${fault.fault}`),
      })}
    />
  );
};
