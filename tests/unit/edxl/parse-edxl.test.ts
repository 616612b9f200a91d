import { describe, expect, it } from 'vitest';
import { jsonPointer } from '../../../shared/domain/kernel/json-pointer.ts';
import { parseEdxl } from '../../../shared/exchange/edxl/parse-edxl.ts';
import { MAXIMUM_PROBLEMS } from '../../../shared/exchange/edxl/problems.ts';
import { fullEdxl, minimalEdxl } from '../../builders/edxl.ts';
import { withContent, without } from './change.ts';

const problems = (body: unknown) => {
  const parsed = parseEdxl('RequestResource', body);
  return parsed.valid ? [] : parsed.problems;
};

describe('parsing a message', () => {
  it('brings every moment to UTC, whatever offset it came with', () => {
    const parsed = parseEdxl('RequestResource', {
      ...minimalEdxl('RequestResource'),
      SentDateTime: '2026-11-03T10:15:00+08:00',
    });
    expect(parsed).toMatchObject({ valid: true, message: { SentDateTime: '2026-11-03T02:15:00.000Z' } });
  });

  it.each([
    '2026-11-03T10:15:00',
    '2026-11-03',
    '0000-01-01T00:00:00+08:00',
    '9999-12-31T23:00:00-08:00',
    'yesterday',
    1_793_672_100_000,
    null,
  ])('refuses %s as a moment', (moment) => {
    const told = problems({ ...minimalEdxl('RequestResource'), SentDateTime: moment });
    expect(told).toMatchObject([{ pointer: '/SentDateTime', rule: 'schema' }]);
  });

  it('tells every problem, each at its place', () => {
    const body = withContent(
      { ...minimalEdxl('RequestResource'), ContactInformation: [{}], Remark: 'x' },
      ['ResourceInformation', 0, 'ResourceInfoElementID'],
      7,
    );
    const told = problems(without(body as object, 'MessageID'));
    expect(told.map(({ pointer, rule }) => [pointer, rule])).toEqual([
      ['/MessageID', 'schema'],
      ['/ContactInformation/0', 'contact-is-named'],
      ['/ResourceInformation/0/ResourceInfoElementID', 'schema'],
      ['/Remark', 'schema'],
    ]);
  });

  it('says in both languages what is missing, what does not belong, and what is wrong', () => {
    expect(problems({ ...(without(minimalEdxl('RequestResource'), 'MessageID') as object), Remark: 1 })).toEqual([
      {
        pointer: '/MessageID',
        rule: 'schema',
        message: { en: 'A required element is missing.', zh: '缺少必需的元素。' },
      },
      {
        pointer: '/Remark',
        rule: 'schema',
        message: { en: 'This message has no such element here.', zh: '此消息在此处没有这一元素。' },
      },
    ]);
    const [wrong] = problems({ ...minimalEdxl('RequestResource'), SentDateTime: 7 });
    expect(wrong?.message.en).toMatch(/string/);
    expect(wrong?.message.zh).toMatch(/无效输入.*string/);
  });

  it.each([
    [{ MeasuredQuantity: { Amount: -1 } }, ['/MeasuredQuantity/Amount']],
    [{ MeasuredQuantity: { Amount: 1, Unit: 'team' } }, ['/MeasuredQuantity/Unit']],
    [{ MeasuredQuantity: { Unit: 'team' } }, ['/MeasuredQuantity/Amount', '/MeasuredQuantity/Unit']],
    [{ MeasuredQuantity: {} }, ['/MeasuredQuantity/Amount']],
    [{ QuantityText: 'two' }, ['/QuantityText']],
    [{ QuantityText: [] }, ['/QuantityText']],
    [{ QuantityText: ['two', ''] }, ['/QuantityText/1']],
    ['two', ['']],
  ])('looks into the alternative that the quantity %j means', (quantity, expected) => {
    const place = ['ResourceInformation', 0, 'AssignmentInformation', 'Quantity'];
    const told = problems(withContent(fullEdxl('RequestResource'), place, quantity));
    expect(told.map(({ pointer }) => pointer)).toEqual(expected.map((rest) => jsonPointer(place) + rest));
  });

  it.each([
    [{ srsName: '', pos: [36.6, 101.8] }, '/srsName'],
    [{ srsName: 'urn:ogc:def:crs:EPSG::4490', pos: [36.6] }, '/pos'],
    [{ srsName: 'urn:ogc:def:crs:EPSG::4490', pos: [36.6, 101.8, 2261] }, '/pos'],
    [{ srsName: 'urn:ogc:def:crs:EPSG::4490', pos: [36.6, '101.8'] }, '/pos/1'],
    [{ srsName: 'urn:ogc:def:crs:EPSG::4490', pos: [36.6, Number.NaN] }, '/pos/1'],
  ])('refuses %j as a point', (point, expected) => {
    const place = ['ResourceInformation', 0, 'ScheduleInformation', 0, 'Location', 'TargetArea'];
    const told = problems(withContent(fullEdxl('RequestResource'), place, point));
    expect(told.map(({ pointer }) => pointer)).toEqual([jsonPointer(place) + expected]);
  });

  it('takes an element that is undefined for one that is not there', () => {
    const message = { ...minimalEdxl('RequestResource'), MessageDescription: undefined };
    expect(problems(message)).toEqual([]);
    expect(problems({ ...message, IncidentInformation: [{ IncidentID: undefined }] })).toMatchObject([
      { pointer: '/IncidentInformation/0', rule: 'incident-is-named' },
    ]);
  });

  it.each([undefined, null, [], 'text', 3])('refuses %j as a whole', (body) => {
    expect(problems(body)).toMatchObject([{ pointer: '', rule: 'schema' }]);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty'])('is not led astray by an element named %s', (name) => {
    expect(problems({ ...minimalEdxl('RequestResource'), [name]: 'x' })).toEqual([
      { pointer: `/${name}`, rule: 'schema', message: { en: expect.any(String), zh: expect.any(String) } },
    ]);
  });

  it('refuses to be given another prototype', () => {
    const text = JSON.stringify(minimalEdxl('RequestResource')).replace('{', '{"__proto__":{"Funding":[]},');
    expect(problems(JSON.parse(text))).toMatchObject([{ pointer: '/__proto__', rule: 'schema' }]);
  });

  it(`tells no more than ${MAXIMUM_PROBLEMS} problems`, () => {
    const crowd = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`Remark${index}`, index]));
    expect(problems({ ...minimalEdxl('RequestResource'), ...crowd })).toHaveLength(MAXIMUM_PROBLEMS);
  });
});
