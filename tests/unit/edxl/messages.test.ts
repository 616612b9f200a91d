import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPointer } from '../../../shared/domain/kernel/json-pointer.ts';
import { type EdxlMessageType, EdxlMessageTypeSchema } from '../../../shared/exchange/edxl/messages.ts';
import { parseEdxl } from '../../../shared/exchange/edxl/parse-edxl.ts';
import { SCHEDULE_TYPES } from '../../../shared/exchange/edxl/schedule-information.ts';
import { fullEdxl, minimalEdxl } from '../../builders/edxl.ts';
import { anyEdxl } from '../../builders/edxl-arbitraries.ts';
import { type Place, withContent, without } from './change.ts';
import { type StandardElement, standardMessages } from './standard.ts';

interface Placed {
  readonly container: string;
  readonly place: Place;
  readonly element: StandardElement;
}

const placed = (elements: readonly StandardElement[], container: string, within: Place): Placed[] =>
  elements.flatMap((element) => {
    const place = [...within, element.name];
    const inside = element.cardinality.endsWith('*') ? [...place, 0] : place;
    return [{ container, place, element }, ...placed(element.children, element.name, inside)];
  });

/** Every element that the standard lists for a message, with its place in a message that has it all. */
const elementsOf = (type: EdxlMessageType): Placed[] => placed(standardMessages.get(type) ?? [], 'Message', []);

const everyElement = EdxlMessageTypeSchema.options.flatMap(elementsOf);

/** Each container of a message: its place, and the names of elements that only other messages have in it. */
const containersOf = (type: EdxlMessageType): [container: string, place: Place, foreign: string[]][] => {
  const own = elementsOf(type);
  return [...new Set(own.map(({ container }) => container))].map((container) => {
    const inside = own.filter((element) => element.container === container);
    const names = new Set(inside.map(({ element }) => element.name));
    const anywhere = everyElement
      .filter((element) => element.container === container)
      .map(({ element }) => element.name);
    return [container, inside[0]?.place.slice(0, -1) ?? [], [...new Set(anywhere)].filter((name) => !names.has(name))];
  });
};

const problemsOf = (type: EdxlMessageType, body: unknown) => {
  const parsed = parseEdxl(type, body);
  return parsed.valid ? [] : parsed.problems;
};

const pointersOf = (type: EdxlMessageType, body: unknown): string[] =>
  problemsOf(type, body).map(({ pointer }) => pointer);

describe.each(EdxlMessageTypeSchema.options)('%s', (type) => {
  const full = fullEdxl(type);

  it('is accepted with what is required and no more', () => {
    expect(parseEdxl(type, minimalEdxl(type))).toEqual({ valid: true, message: minimalEdxl(type) });
  });

  it('is accepted with every element it has', () => {
    expect(parseEdxl(type, full)).toEqual({ valid: true, message: full });
  });

  it.each(elementsOf(type).filter(({ element }) => element.cardinality.startsWith('1')))(
    'is refused without $place',
    ({ place, element }) => {
      expect(pointersOf(type, without(full, ...place))).toEqual([jsonPointer(place)]);
      if (element.cardinality === '1..*')
        expect(pointersOf(type, withContent(full, place, []))).toEqual([jsonPointer(place)]);
    },
  );

  it.each(elementsOf(type))('is refused when $place is an array though single, or single though an array', (at) => {
    const { place, element } = at;
    const content = place.reduce<unknown>((part, step) => (part as Record<string, unknown>)[step], full);
    const other = element.cardinality.endsWith('*') ? (content as unknown[])[0] : [content];
    const [first] = pointersOf(type, withContent(full, place, other));
    expect(first).toMatch(new RegExp(`^${jsonPointer(place)}(/|$)`));
  });

  it.each(containersOf(type))('is refused with an element that its %s does not have', (_container, place, foreign) => {
    for (const name of [...foreign, 'Remark', 'constructor', 'a/b~c']) {
      const body = withContent(full, [...place, name], 'text');
      expect(pointersOf(type, body)).toEqual([jsonPointer([...place, name])]);
    }
  });

  it('is refused with each ScheduleType it does not have, and accepted with each it has', () => {
    const place = ['ResourceInformation', 0, 'ScheduleInformation', 0, 'ScheduleType'];
    const allowed = elementsOf(type).find(({ element }) => element.name === 'ScheduleType')?.element.values ?? [];
    expect(allowed).not.toHaveLength(0);
    for (const schedule of SCHEDULE_TYPES) {
      const problems = problemsOf(type, withContent(full, place, schedule));
      const refusal = [{ pointer: jsonPointer(place), rule: 'schedule-type-not-allowed' }];
      expect(problems).toMatchObject(allowed.includes(schedule) ? [] : refusal);
    }
  });

  it('is refused under the name of any other message', () => {
    for (const other of EdxlMessageTypeSchema.options.filter((name) => name !== type)) {
      expect(pointersOf(type, { ...full, MessageContentType: other })).toEqual(['/MessageContentType']);
    }
  });

  it('survives JSON, whatever its content', () => {
    fc.assert(
      fc.property(anyEdxl(type), (message) => {
        expect(parseEdxl(type, message)).toEqual({ valid: true, message });
        expect(parseEdxl(type, JSON.parse(JSON.stringify(message)))).toEqual({ valid: true, message });
      }),
      { numRuns: 50 },
    );
  });

  it('is told apart from any JSON value without an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(parseEdxl(type, body).valid).toBe(false);
      }),
    );
  });
});
