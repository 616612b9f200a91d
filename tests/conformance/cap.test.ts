import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCap } from '../../shared/exchange/cap/read-cap.ts';
import { writeCap } from '../../shared/exchange/cap/write-cap.ts';

const documentOf = (name: string): string =>
  readFileSync(new URL(`./cap/${name}.xml`, import.meta.url), { encoding: 'utf8' });

const GOOD = documentOf('rainstorm-red');
const PREFIXED = documentOf('update-with-prefix');
const SIGNED = documentOf('cancel-signed');

/** What makes a good document a bad one, and where the fault is found. */
type Spoilt = readonly [what: string, from: string, to: string, ...pointers: string[]];

const POLYGON = '<polygon>36.5,101.6 36.5,101.9 36.7,101.9 36.7,101.6 36.5,101.6</polygon>';
const IDENTIFIER = '<identifier>63010041600000_20260715080000_1</identifier>';
const SENT = '<sent>2026-07-15T08:00:00+08:00</sent>';
const STATUS_AND_TYPE = '<status>Actual</status>\n  <msgType>Alert</msgType>';
const TYPE_AND_STATUS = '<msgType>Alert</msgType><status>Actual</status>';
const SAFETY = '<cap:category>Safety</cap:category>';
const polygon = (points: string) => `<polygon>${points}</polygon>`;

const SPOILT: readonly Spoilt[] = [
  ['a document type', '<alert', '<!DOCTYPE alert [<!ENTITY x "y">]><alert', ''],
  ['a billion laughs', '<alert', '<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><alert', ''],
  ['an unknown entity', '暴雨红色', '暴雨&red;红色', '/info/0/headline'],
  ['a reference to no character', '暴雨红色', '暴雨&#0;红色', '/info/0/headline'],
  ['a bare ampersand', '&amp;', '&', ''],
  ['an element left open', '</alert>', '', ''],
  ['another root beside it', '</alert>', '</alert><alert/>', ''],
  ['text after the root', '</alert>', '</alert>x', ''],
  ['CAP 1.1', 'cap:1.2', 'cap:1.1', ''],
  ['no namespace', ' xmlns="urn:oasis:names:tc:emergency:cap:1.2"', '', ''],
  ['another root', '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">', '<alert xmlns="urn:example">', ''],
  ['an attribute of the root', '<alert ', '<alert version="1" ', ''],
  ['an attribute of an element', '<event>', '<event xml:lang="zh">', '/info/0/event'],
  ['text between elements', '</info>', 'x</info>', '/info/0'],
  ['an element in text', '<event>暴雨', '<event><b/>暴雨', '/info/0/event'],
  ['an unknown element', '<scope>', '<colour>red</colour><scope>', '/colour'],
  ['an element of another namespace', '<scope>', '<x:a xmlns:x="urn:x"/><scope>', '/a'],
  ['an element of another namespace at the end', '</alert>', '<x:a xmlns:x="urn:x"/></alert>', '/a'],
  ['a known name in another namespace', '<scope>', '<scope xmlns="urn:x">', '/scope'],
  ['elements out of order', STATUS_AND_TYPE, TYPE_AND_STATUS, '/status'],
  ['an identifier given twice', IDENTIFIER, IDENTIFIER + IDENTIFIER, '/identifier'],
  ['a category after the event', '<urgency>', '<category>Met</category><urgency>', '/info/0/category/1'],
  ['no identifier', IDENTIFIER, '', '/identifier'],
  ['an identifier with a space', IDENTIFIER, '<identifier>a b</identifier>', '/identifier'],
  ['an identifier with a comma', IDENTIFIER, '<identifier>a,b</identifier>', '/identifier'],
  ['an empty sender', '<sender>63010041600000</sender>', '<sender></sender>', '/sender'],
  ['sent in Z', SENT, '<sent>2026-07-15T00:00:00Z</sent>', '/sent'],
  ['sent without an offset', SENT, '<sent>2026-07-15T08:00:00</sent>', '/sent'],
  ['sent with a fraction', SENT, '<sent>2026-07-15T08:00:00.0+08:00</sent>', '/sent'],
  ['sent on a day there is none of', SENT, '<sent>2026-02-30T08:00:00+08:00</sent>', '/sent'],
  ['a status of its own', 'Actual', 'actual', '/status'],
  ['a message type of its own', '<msgType>Alert', '<msgType>Notice', '/msgType'],
  ['an update without references', '<msgType>Alert', '<msgType>Update', '/references'],
  ['a cancellation without references', '<msgType>Alert', '<msgType>Cancel', '/references'],
  ['an acknowledgement without references', '<msgType>Alert', '<msgType>Ack', '/references'],
  ['an error without references', '<msgType>Alert', '<msgType>Error', '/references'],
  ['Restricted to nobody knows whom', '<scope>Public', '<scope>Restricted', '/restriction'],
  ['Private for nobody knows whom', '<scope>Public', '<scope>Private', '/addresses'],
  ['a category of its own', '<category>Met', '<category>Weather', '/info/0/category/0'],
  ['no category', '<category>Met</category>', '', '/info/0/category'],
  ['no event', '<event>暴雨</event>', '', '/info/0/event'],
  ['an urgency of its own', 'Immediate', 'Now', '/info/0/urgency'],
  ['a severity of its own', 'Extreme', 'Red', '/info/0/severity'],
  ['a certainty of its own', 'Observed', 'Very Likely', '/info/0/certainty'],
  ['a response of its own', '<responseType>Avoid', '<responseType>Run', '/info/0/responseType/1'],
  ['an event code without a value', '<value>11B03</value>', '', '/info/0/eventCode/0/value'],
  ['a language that is none', 'zh-CN', 'zh_CN', '/info/0/language'],
  ['an area without words', '<areaDesc>西宁市城区</areaDesc>', '', '/info/0/area/0/areaDesc'],
  ['an open polygon', POLYGON, polygon('36.5,101.6 36.5,101.9 36.7,101.9 36.7,101.6'), '/info/0/area/0/polygon/0'],
  ['a polygon of three points', POLYGON, polygon('36.5,101.6 36.5,101.9 36.5,101.6'), '/info/0/area/0/polygon/0'],
  ['a polygon off the earth', POLYGON, polygon('96.5,101 36,101 36,102 96.5,101'), '/info/0/area/0/polygon/0'],
  ['a circle without a radius', '<circle>36.617,101.778 12.5', '<circle>36.617,101.778', '/info/0/area/0/circle/0'],
  ['a circle less than nothing', '101.778 12.5', '101.778 -1', '/info/0/area/0/circle/0'],
  ['a ceiling without a floor', '<altitude>7000</altitude>', '', '/info/0/area/0/ceiling'],
  ['an altitude that is no number', '7000', 'high', '/info/0/area/0/altitude'],
];

const SPOILT_UPDATE: readonly Spoilt[] = [
  ['a reference of two parts', ',2026-06-17T14:57:00-07:00', '', '/references'],
  ['a reference whose time is none', '2026-06-17T15:57:00-07:00', '2026-06-17T15:57:00Z', '/references'],
  ['a blank restriction', 'bureaus only', ' ', '/restriction'],
  ['a resource without a type', '<cap:mimeType>image/png</cap:mimeType>', '', '/info/0/resource/0/mimeType'],
  ['a size that is none', '1024', '-1', '/info/0/resource/0/size'],
  ['a prefix that nobody declared', SAFETY, SAFETY.replaceAll('cap:', 'dog:'), '/info/0/category/1'],
];

const pointersOf = (document: string): readonly string[] => {
  const read = readCap(document);
  return read.read ? [] : read.problems.map(({ pointer }) => pointer);
};

describe('CAP 1.2 conformance', () => {
  it.each([
    ['a red rainstorm warning', GOOD],
    ['an update with a prefix', PREFIXED],
    ['a signed cancellation', SIGNED],
  ])('%s is read, and written as it says', (_, document) => {
    const read = readCap(document);
    expect(read).toMatchObject({ read: true });
    if (!read.read) return;
    const again = readCap(writeCap(read.value.alert));
    expect(again).toEqual({ read: true, value: { alert: read.value.alert, signed: false } });
  });

  it('what a document says comes through to the letter', () => {
    const read = readCap(PREFIXED);
    expect(read).toMatchObject({
      value: {
        signed: false,
        alert: {
          note: 'a drill <nothing else> & no more',
          info: [{ event: 'Severe thunderstorm — häftig', description: '', expires: '2026-06-18T04:00:00-00:00' }],
        },
      },
    });
    expect(readCap(SIGNED)).toMatchObject({ value: { signed: true } });
  });

  it.each(SPOILT)('%s is refused', (_, from, to, ...pointers) => {
    const spoilt = GOOD.replace(from, to);
    expect(spoilt).not.toBe(GOOD);
    expect(pointersOf(spoilt)).toEqual(pointers);
  });

  it.each(SPOILT_UPDATE)('%s is refused', (_, from, to, ...pointers) => {
    const spoilt = PREFIXED.replace(from, to);
    expect(spoilt).not.toBe(PREFIXED);
    expect(pointersOf(spoilt)).toEqual(pointers);
  });

  it('refuses a signature before the rest, and nesting without end', () => {
    const [signature = ''] = /<ds:Signature .*<\/ds:Signature>/.exec(SIGNED) ?? [];
    expect(pointersOf(SIGNED.replace(signature, '').replace('<scope>', `${signature}<scope>`))).toEqual(['/Signature']);
    const deep = '<a>'.repeat(2000) + '</a>'.repeat(2000);
    expect(pointersOf(GOOD.replace('暴雨</event>', `${deep}</event>`))).toEqual(['']);
    for (const nothing of ['', 'hello', '{}', '\u0000']) expect(pointersOf(nothing)).toEqual(['']);
  });
});
