import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CapAlertSchema } from '../../../shared/domain/cap/cap-alert.ts';
import { readCap } from '../../../shared/exchange/cap/read-cap.ts';
import { writeCap } from '../../../shared/exchange/cap/write-cap.ts';
import { anyAlert, rainstorm } from '../../builders/cap.ts';

describe('CAP in XML', () => {
  it('says the same as in JSON, whatever the alert', () => {
    fc.assert(
      fc.property(anyAlert, (alert) => {
        const parsed = CapAlertSchema.parse(alert);
        expect(readCap(writeCap(parsed))).toEqual({ read: true, value: { alert: parsed, signed: false } });
      }),
    );
  });

  it('is written in the order of the standard, whatever the order of the members', () => {
    const { info, identifier, ...rest } = rainstorm();
    expect(writeCap({ ...(info && { info }), ...rest, identifier })).toBe(writeCap(rainstorm()));
  });
});
