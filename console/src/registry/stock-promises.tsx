import type { ReactNode } from 'react';
import { STOCK_PURPOSES, type StockPurpose } from '../../../shared/domain/stock/stock-state.ts';
import { stockPromiseRoutes as routes } from '../../../shared/http/routes/stock-promises.ts';
import type { StockView } from '../../../shared/http/views/stock.ts';
import { AGGREGATE_KIND_NAMES } from '../../../shared/reference/aggregate-kinds.ts';
import { useSpeech } from '../i18n/language.ts';
import { ExerciseMark } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { ActDialog } from './act-dialog.tsx';
import { isKept } from './common-acts.ts';
import { reason } from './common-fields.tsx';
import { number } from './controls/simple-controls.tsx';
import { type Field, field, needed } from './field.ts';
import { useEntryId } from './registry-entry.tsx';
import type { Act, EntryPanelProps } from './registry-kind.ts';
import { STOCK } from './stock-words.ts';

const quantity = (isNeeded: boolean): Field =>
  field('quantity', '数量', 'Quantity', number(undefined, { min: 0 }), {
    ...(isNeeded ? { required: true } : { hint: { zh: '不填即全部', en: 'Left empty: all of it' } }),
  });

const RELEASE: Act<StockView> = {
  contract: routes.releaseStock,
  label: { zh: '解除预留', en: 'Release' },
  fields: [reason],
};
const COMMIT: Act<StockView> = {
  contract: routes.commitReservedStock,
  label: { zh: '调拨', en: 'Commit' },
  about: { zh: '部分调拨的，余下仍为预留。', en: 'If it is some of it, the rest stays reserved.' },
  fields: [quantity(false)],
  isOpen: isKept,
};
const RETURN: Act<StockView> = {
  contract: routes.returnStock,
  label: { zh: '了结调拨', en: 'End the commitment' },
  about: { zh: '归还的回到库存，其余为消耗。', en: 'What came back is on hand again; the rest is used up.' },
  fields: [needed('returned', '归还数量', 'Came back', number(undefined, { min: 0 })), reason],
};

const Purpose = ({ purpose: { kind, id } }: { readonly purpose: StockPurpose }): ReactNode => {
  const { read } = useSpeech(STOCK);
  return (
    <SubjectLink kind={kind} id={id}>
      {read(AGGREGATE_KIND_NAMES[kind])}
    </SubjectLink>
  );
};

interface Promised {
  readonly id: string;
  readonly purpose: StockPurpose;
  readonly quantity: number;
  readonly since: string;
  readonly until?: string;
  readonly exercise?: boolean | undefined;
}

interface PromisesProps extends EntryPanelProps<StockView> {
  readonly title: string;
  readonly idName: string;
  readonly promised: readonly Promised[];
  readonly acts: readonly Act<StockView>[];
}

const Promises = ({ view, etag, title, idName, promised, acts }: PromisesProps): ReactNode => {
  const { say } = useSpeech(STOCK);
  const { params } = useEntryId({ idName: 'stockId' });
  if (promised.length === 0) return null;
  return (
    <Panel title={title}>
      <table className="plain" aria-label={title}>
        <thead>
          <tr>
            {(['purpose', 'quantity', 'since', 'until', 'acts'] as const).map((column) => (
              <th key={column} scope="col">
                {say(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {promised.map(({ id, purpose, quantity: much, since, until, exercise }) => (
            <tr key={id}>
              <td>
                <Purpose purpose={purpose} /> <ExerciseMark exercise={exercise} />
              </td>
              <td>
                {much} {view.unit}
              </td>
              <td>
                <Moment at={since} />
              </td>
              <td>{until === undefined ? '—' : <Moment at={until} relative />}</td>
              <td className="acts">
                {acts.map((act) => (
                  <ActDialog
                    key={act.contract.operationId}
                    act={act}
                    view={view}
                    etag={etag}
                    params={{ ...params, [idName]: id }}
                  />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
};

const AMOUNTS = ['onHand', 'reserved', 'committed', 'free'] as const;

/** How much there is of a stock line, and what of it is promised for what. */
export const StockPromises = ({ view, etag }: EntryPanelProps<StockView>): ReactNode => {
  const { say } = useSpeech(STOCK);
  return (
    <>
      <Panel title={say('balance')}>
        <ul className="amounts">
          {AMOUNTS.map((amount) => (
            <li key={amount} className={`amount-${amount}`}>
              <span>{say(amount)}</span>
              <strong>
                {view.balance[amount]} {view.unit}
              </strong>
            </li>
          ))}
        </ul>
      </Panel>
      <Promises
        view={view}
        etag={etag}
        title={say('reservations')}
        idName="reservationId"
        promised={view.reservations.map(({ reservationId, ...rest }) => ({ id: reservationId, ...rest }))}
        acts={[COMMIT, RELEASE]}
      />
      <Promises
        view={view}
        etag={etag}
        title={say('commitments')}
        idName="commitmentId"
        promised={view.commitments.map(({ commitmentId, ...rest }) => ({ id: commitmentId, ...rest }))}
        acts={[RETURN]}
      />
    </>
  );
};

/** What goods can be promised for. */
export const PURPOSE_CHOICES = STOCK_PURPOSES.map((kind) => [kind, AGGREGATE_KIND_NAMES[kind]] as const);
