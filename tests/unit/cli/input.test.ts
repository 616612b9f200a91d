import { describe, expect, it } from 'vitest';
import { parseCount, parseDocument, parseDuration, parseMoment, parsePlace } from '../../../cli/input.ts';

describe('what is typed', () => {
  it.each([
    ['90s', 90_000],
    ['10m', 600_000],
    ['1.5h', 5_400_000],
    ['1d', 86_400_000],
  ])('the duration %s', (text, milliseconds) => expect(parseDuration(text)).toBe(milliseconds));

  it.each(['', '10', 'h', '-1h', '1w'])('no duration: "%s"', (text) => expect(() => parseDuration(text)).toThrow());

  it('a moment, from now or by itself', () => {
    const now = Date.parse('2026-11-24T12:00:00Z');
    expect(parseMoment('+12h', now)).toBe('2026-11-25T00:00:00.000Z');
    expect(parseMoment('2026-11-24T20:00:00+08:00', now)).toBe('2026-11-24T12:00:00.000Z');
    expect(() => parseMoment('tomorrow', now)).toThrow('tomorrow');
  });

  it('a place', () => {
    expect(parsePlace('36.617,101.778,城东集结点，北门')).toEqual({
      latitude: 36.617,
      longitude: 101.778,
      crs: 'CGCS2000',
      place: '城东集结点，北门',
    });
    for (const wrong of ['36.617,101.778', ',101.778,城东', 'x,y,z']) expect(() => parsePlace(wrong)).toThrow();
  });

  it('a count', () => {
    expect(parseCount('20')).toBe(20);
    for (const wrong of ['0', '-1', '1.5', 'x', '']) expect(() => parseCount(wrong)).toThrow();
  });

  it('YAML, and JSON as well', () => {
    expect(parseDocument('incidentId: a\nitems: [{ kind: water-rescue }]')).toEqual(
      parseDocument('{"incidentId":"a","items":[{"kind":"water-rescue"}]}'),
    );
    expect(() => parseDocument('a: [')).toThrow('neither YAML nor JSON');
  });
});
