import { describe, expect, it } from 'vitest';
import type { CapInfo } from '../../../shared/domain/cap/cap-info.ts';
import { assess } from '../../../shared/domain/warning/assess-alert.ts';
import { levelOf } from '../../../shared/domain/warning/warning-colour.ts';
import { CITIES } from '../../../shared/reference/cities.ts';
import { WARNING_VOCABULARY } from '../../../shared/reference/warning-vocabulary.ts';
import { rainstorm, rainstormInfo } from '../../builders/cap.ts';

const assessed = (...infos: Partial<CapInfo>[]) =>
  assess(rainstorm({ info: infos.map((info) => rainstormInfo(info)) }), WARNING_VOCABULARY, CITIES);

const plain = { headline: '预警', eventCode: undefined, parameter: undefined };
const parameter = (valueName: string, value: string) => [{ valueName, value }];

describe('the colour of a warning', () => {
  it.each([
    ['Extreme', 'red', 1],
    ['Severe', 'orange', 2],
    ['Moderate', 'yellow', 3],
    ['Minor', 'blue', 4],
    ['Unknown', undefined, 5],
  ] as const)('by severity %s is %s', (severity, colour, level) => {
    expect(assessed({ ...plain, severity }).colour).toBe(colour);
    expect(levelOf(colour)).toBe(level);
  });

  it.each<[string, Partial<CapInfo>, string]>([
    [
      'a parameter, before headline and severity',
      { parameter: parameter('预警颜色', '蓝色'), headline: '红色预警' },
      'blue',
    ],
    ['a parameter of another issuer', { parameter: parameter('awareness_level', '3; orange; Severe') }, 'orange'],
    ['the headline, before the severity', { headline: '发布暴雨黄色预警信号' }, 'yellow'],
    ['a headline in English', { headline: 'Orange rainstorm warning' }, 'orange'],
    ['the severity, where the headline names two', { headline: '由黄色升级为橙色' }, 'red'],
    ['the severity, where a parameter says nothing of colour', { parameter: parameter('降雨量', '红色') }, 'red'],
  ])('is that of %s', (_, info, colour) => {
    expect(assessed({ ...plain, ...info }).colour).toBe(colour);
  });

  it('is the gravest of what is said to several audiences', () => {
    expect(assessed({ ...plain, severity: 'Minor' }, { ...plain, severity: 'Severe' }).colour).toBe('orange');
  });
});

describe('the hazards of a warning', () => {
  it.each<[string, Partial<CapInfo>, readonly string[]]>([
    ['its code', { event: '某事', eventCode: parameter('any', '11b22') }, ['drought']],
    ['its code, not its words', { event: '暴雨', eventCode: parameter('any', '11B22') }, ['drought']],
    ['its words', { event: '暴雪' }, ['snow-and-ice']],
    ['its words in English', { event: 'Debris flow and FLOOD' }, ['flood', 'geological']],
    ['nothing, where the service has no such hazard', { event: '大风' }, []],
    ['nothing, where nobody knows the event', { event: '其他' }, []],
  ])('are known by %s', (_, info, hazards) => {
    expect(assessed({ ...plain, ...info }).hazards).toEqual(hazards);
  });
});

it('the cities of a warning are those that it takes in', () => {
  const geocode = [{ valueName: '行政区划代码', value: '630000' }];
  const { cities } = assessed({ area: [{ areaDesc: '青海省', geocode }] });
  expect(cities.map(({ city }) => city)).toEqual(['630100', '630200', '632500', '632800']);
});
