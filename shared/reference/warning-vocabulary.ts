import type { Hazard } from '../domain/vocabulary/hazards.ts';
import type { WarnedEvent, WarningVocabulary } from '../domain/warning/warning-vocabulary.ts';

const event = (code: string, words: readonly string[], hazard?: Hazard): WarnedEvent => ({
  code,
  words: words.map((word) => word.toLowerCase()),
  ...(hazard === undefined ? {} : { hazard }),
});

/**
 * Events as the national warning release names and numbers them, as far as the reference deployment needs. The numbers are
 * believed, not confirmed: a deployer's own table takes the place of this one. What the service has no hazard for is listed
 * without one.
 */
const EVENTS: readonly WarnedEvent[] = [
  event('11A01', ['洪水', '山洪', '内涝', 'flood'], 'flood'),
  event('11B01', ['台风', 'typhoon'], 'flood'),
  event('11B03', ['暴雨', '强降雨', 'rainstorm', 'heavy rain'], 'flood'),
  event('11B04', ['暴雪', 'snowstorm', 'blizzard'], 'snow-and-ice'),
  event('11B05', ['寒潮', '低温', 'cold wave'], 'snow-and-ice'),
  event('11B06', ['大风', 'gale']),
  event('11B07', ['沙尘暴', 'sandstorm']),
  event('11B09', ['高温', 'heat wave']),
  event('11B14', ['雷电', 'lightning']),
  event('11B15', ['冰雹', 'hail']),
  event('11B16', ['霜冻', 'frost'], 'snow-and-ice'),
  event('11B17', ['大雾', 'fog']),
  event('11B19', ['霾', 'haze']),
  event('11B20', ['雷雨大风', 'thunderstorm']),
  event('11B21', ['道路结冰', 'icy road'], 'snow-and-ice'),
  event('11B22', ['干旱', 'drought'], 'drought'),
  event('11B25', ['森林火险', '草原火险', 'fire danger', 'wildfire'], 'grassland-fire'),
  event('11C01', ['地震', 'earthquake'], 'earthquake'),
  event('11D01', ['地质灾害', '滑坡', '泥石流', 'landslide', 'debris flow'], 'geological'),
];

/** What the issuers of warnings call things, in the reference deployment. */
export const WARNING_VOCABULARY: WarningVocabulary = {
  events: EVENTS,
  colourNames: [
    '预警颜色',
    '预警级别',
    '预警等级',
    '颜色',
    '级别',
    'colour',
    'color',
    'warning colour',
    'warning color',
    'awareness_level',
  ],
  divisionNames: ['2260', '行政区划', '区划', 'division', 'adcode', 'areacode'],
};
