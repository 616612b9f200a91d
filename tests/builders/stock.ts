import {
  type Reservation,
  type StockCommitment,
  type StockDetails,
  type StockPurpose,
  type StockState,
  stockDepotOf,
} from '../../shared/domain/stock/stock-state.ts';
import { NOW } from './circumstances.ts';
import { aDepot, DEPOT_ID } from './depot.ts';

export const STOCK_ID = '0190b000-0000-7000-8000-000000000b01';
export const RESERVATION_ID = '0190b000-0000-7000-8000-000000000b11';
export const COMMITMENT_ID = '0190b000-0000-7000-8000-000000000b12';

export const INCIDENT: StockPurpose = { kind: 'incident', id: '0190b000-0000-7000-8000-000000000b21' };

export const stockDetails = (overrides: Partial<StockDetails> = {}): StockDetails => ({
  depotId: DEPOT_ID,
  code: '1040102',
  name: '12平方米棉帐篷',
  batch: '2025-01',
  unit: '顶',
  expiresAt: '2030-06-30T16:00:00.000Z',
  ...overrides,
});

export const aReservation = (overrides: Partial<Reservation> = {}): Reservation => ({
  reservationId: RESERVATION_ID,
  purpose: INCIDENT,
  quantity: 30,
  since: NOW,
  until: '2026-07-16T00:00:00.000Z',
  ...overrides,
});

export const aStockCommitment = (overrides: Partial<StockCommitment> = {}): StockCommitment => ({
  commitmentId: COMMITMENT_ID,
  purpose: INCIDENT,
  quantity: 20,
  since: NOW,
  ...overrides,
});

/** A hundred tents of which nothing is promised. */
export const aStockLine = (
  overrides: Partial<Omit<Extract<StockState, { status: 'active' }>, 'status'>> = {},
): StockState => ({
  status: 'active',
  id: STOCK_ID,
  details: stockDetails(),
  depot: stockDepotOf(aDepot()),
  confirmedAt: NOW,
  onHand: 100,
  reservations: [],
  commitments: [],
  expiryNotice: 'none',
  ...overrides,
});

/** The same with thirty reserved and twenty committed. */
export const aPromisedStockLine = (): StockState =>
  aStockLine({ reservations: [aReservation()], commitments: [aStockCommitment()] });
