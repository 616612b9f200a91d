import { describe, expect, it } from 'vitest';
import {
  type Caution,
  cautionedBy,
  type Fear,
  gravestOf,
  putBackMinutes,
} from '../../../shared/domain/warning/feared.ts';

const fear = (colour: Fear['colour'], hazards: Fear['hazards'] = ['flood']): Fear => ({
  ...{ colour, hazards, headline: `${colour} warning`, until: '2026-07-15T06:00:00.000Z' },
});

describe('what a city fears', () => {
  it('counts by the gravest', () => {
    expect(gravestOf([fear('blue'), fear('red'), fear('orange')])?.colour).toBe('red');
    expect([putBackMinutes([fear('blue'), fear('red')]), putBackMinutes([fear('yellow')]), putBackMinutes([])]).toEqual(
      [120, 0, 0],
    );
  });

  it.each<[string, readonly Fear[] | undefined, Caution, boolean]>([
    ['red, whatever the hazard', [fear('red', ['fire'])], { colour: 'red', hazards: 'any' }, true],
    [
      'red of another hazard, where only the same counts',
      [fear('red', ['fire'])],
      { colour: 'red', hazards: 'same' },
      false,
    ],
    ['red of the same hazard', [fear('red')], { colour: 'red', hazards: 'same' }, true],
    ['orange, where red is laid down', [fear('orange')], { colour: 'red', hazards: 'any' }, false],
    ['orange, where orange is laid down', [fear('orange')], { colour: 'orange', hazards: 'any' }, true],
    ['nothing', undefined, { colour: 'red', hazards: 'any' }, false],
  ])('%s: asks the duty room, or not', (_, fears, caution, asks) => {
    expect(cautionedBy(fears, 'flood', caution) !== undefined).toBe(asks);
  });
});
