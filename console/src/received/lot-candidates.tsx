import InputNumber from 'antd/es/input-number';
import type { ReactNode } from 'react';
import type { SupplyItem } from '../../../shared/domain/request/request-item.ts';
import { stockRoutes } from '../../../shared/http/routes/stock.ts';
import type { StockListEntry } from '../../../shared/http/views/stock.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Moment } from '../parts/moment.tsx';
import { Shown } from '../parts/shown.tsx';
import { RECEIVED } from './received-words.ts';
import './received.css';

interface Lot {
  readonly stockId: string;
  readonly quantity: number;
}

interface LotCandidatesProps {
  readonly id?: string;
  readonly value?: readonly Lot[];
  readonly onChange?: (lots: readonly Lot[]) => void;
  readonly item: SupplyItem;
  readonly label: string;
}

const LAST = '9999';

/** What keeps the shortest time goes first. */
const fitting = (lines: readonly StockListEntry[], { supply }: SupplyItem): readonly StockListEntry[] =>
  lines
    .filter(({ code, unit, condition }) => code === supply.code && unit === supply.unit && condition === 'available')
    .sort((one, other) => ((one.expiresAt ?? LAST) < (other.expiresAt ?? LAST) ? -1 : 1));

/** Chooses how much of which own goods to send, of those with the code and unit asked for. */
export const LotCandidates = ({ id, value = [], onChange, item, label }: LotCandidatesProps): ReactNode => {
  const { say } = useSpeech(RECEIVED);
  const stock = useRead(stockRoutes.listStock, { query: { code: item.supply.code, limit: 100 } });
  const set = (stockId: string, quantity: number | null): void => {
    const others = value.filter((lot) => lot.stockId !== stockId);
    onChange?.(quantity === null || quantity <= 0 ? others : [...others, { stockId, quantity }]);
  };
  return (
    <Shown read={stock}>
      {({ items }) => {
        const lines = fitting(items, item);
        return lines.length === 0 ? (
          <p>{say('lots.none')}</p>
        ) : (
          <ul className="candidates" id={id} aria-label={label}>
            {lines.map(({ stockId, name, depotName, balance, unit, expiresAt }) => (
              <li key={stockId}>
                <InputNumber
                  aria-label={say('lots.line', { name, depot: depotName })}
                  value={value.find((lot) => lot.stockId === stockId)?.quantity ?? null}
                  min={0}
                  max={Math.min(Math.floor(balance.free), item.quantity)}
                  precision={0}
                  suffix={unit}
                  onChange={(quantity) => set(stockId, quantity)}
                />{' '}
                {say('lots.line', { name, depot: depotName })}
                <p className="candidate-facts">
                  {say('lots.free', { free: balance.free, unit })}
                  {expiresAt !== undefined && (
                    <>
                      {' '}
                      {say('lots.expires')} <Moment at={expiresAt} />
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        );
      }}
    </Shown>
  );
};
