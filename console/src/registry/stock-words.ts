import { wordBook } from '../i18n/language.ts';

/** What is said of stock only. */
export const STOCK = wordBook('stock', {
  'of-depot': { zh: '库存', en: 'Stock' },
  balance: { zh: '数量', en: 'How much there is' },
  onHand: { zh: '在库', en: 'On hand' },
  reserved: { zh: '预留', en: 'Reserved' },
  committed: { zh: '调拨', en: 'Committed' },
  free: { zh: '可用', en: 'Free' },
  reservations: { zh: '预留', en: 'Reservations' },
  commitments: { zh: '调拨', en: 'Commitments' },
  'column.purpose': { zh: '用途', en: 'For' },
  'column.quantity': { zh: '数量', en: 'Quantity' },
  'column.since': { zh: '自', en: 'Since' },
  'column.until': { zh: '至', en: 'Until' },
  'column.acts': { zh: '操作', en: 'Acts' },
});
