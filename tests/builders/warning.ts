import type { AwarenessState } from '../../shared/domain/awareness/awareness-state.ts';
import type { CapAlert } from '../../shared/domain/cap/cap-alert.ts';
import { assess } from '../../shared/domain/warning/assess-alert.ts';
import type { ReceiveWarning } from '../../shared/domain/warning/warning-commands.ts';
import type { WarningDraft } from '../../shared/domain/warning/warning-draft.ts';
import type { Warning } from '../../shared/domain/warning/warning-state.ts';
import type { WarningRuleState } from '../../shared/domain/warning-rule/warning-rule-state.ts';
import { warningIdOf, warningReferencesOf } from '../../shared/exchange/cap/warning-id.ts';
import { CITIES } from '../../shared/reference/cities.ts';
import { WARNING_VOCABULARY } from '../../shared/reference/warning-vocabulary.ts';
import { AGREEMENT_ID } from './agreement.ts';
import { AROUND_XINING, rainstorm } from './cap.ts';
import { aFreshId, LANZHOU, NOW, XINING } from './circumstances.ts';

/** @returns the command that takes an alert in. */
export const receiving = (alert: CapAlert): Omit<ReceiveWarning, 'acts'> => ({
  type: 'receive',
  id: warningIdOf(alert),
  alert,
  assessment: assess(alert, WARNING_VOCABULARY, CITIES),
  references: warningReferencesOf(alert),
  signed: false,
});

/** @returns a warning in force, changed as wanted. */
export const aWarning = (alert: CapAlert = rainstorm()): Warning => {
  const { type: _, ...taken } = receiving(alert);
  return {
    ...{ status: 'in-force', origin: 'received', acknowledgements: [], rejections: [] },
    ...taken,
    references: [...taken.references],
    at: NOW,
    expiresAt: '2026-07-15T06:00:00.000Z',
  } as Warning;
};

/** @returns what a city warns of, changed as wanted. */
export const warningDraft = (overrides: Partial<WarningDraft> = {}): WarningDraft => ({
  hazard: 'flood',
  colour: 'orange',
  event: '山洪',
  headline: '西宁市山洪橙色预警（演示）',
  description: '湟水河水位快速上涨（演示）。',
  urgency: 'Expected',
  certainty: 'Likely',
  expiresAt: '2026-07-15T12:00:00.000Z',
  areas: [{ areaDesc: '湟水河沿岸', polygon: [AROUND_XINING] }],
  ...overrides,
});

/** @returns a rule in use. */
export const aWarningRule = (): WarningRuleState => ({
  ...{ status: 'active', id: aFreshId(), setBy: { id: 'representative@630100', name: '示例' }, setAt: NOW },
  details: {
    ...{ name: '橙色及以上暴雨预警', realm: 'actual', colour: 'orange', hazards: ['flood'], area: 'here' },
    ...{ agreements: [], teams: [], partners: [], mayAsk: [], plans: [] },
  },
});

/** @returns what Xining lets Lanzhou know of a red rainstorm, as Lanzhou holds it. */
export const anAwareness = (): AwarenessState => ({
  ...{ status: 'in-effect', id: aFreshId(), side: 'told', teller: XINING, told: LANZHOU, failures: [] },
  notice: {
    ...{
      messageId: aFreshId(),
      agreementId: AGREEMENT_ID,
      headline: '暴雨红色预警',
      colour: 'red',
      hazards: ['flood'],
    },
    ...{ alert: { sender: '63010041600000', identifier: '1' }, where: '西宁市', cities: [XINING], exercise: false },
    mayAsk: [{ kind: 'water-rescue', level: 2, quantity: 2 }],
    ...{ toldAt: NOW, until: '2026-07-15T06:00:00.000Z' },
  },
});
