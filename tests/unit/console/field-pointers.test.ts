import { describe, expect, it } from 'vitest';
import { fieldAt } from '../../../console/src/parts/field-pointers.ts';

describe('the field that what the API says stands beside', () => {
  const fields = [['title'], ['position'], ['position', 'place'], ['items', 0, 'quantity'], ['a/b']] as const;

  it.each([
    ['/title', ['title']],
    ['/items/0/quantity', ['items', 0, 'quantity']],
    ['/position/place', ['position', 'place']],
    ['/position/latitude', ['position']],
    ['/a~1b', ['a/b']],
  ])('is, for %s, the one that the pointer leads to or into', (pointer, field) => {
    expect(fieldAt(pointer, fields)).toEqual(field);
  });

  it.each(['', '/', '/items/1/quantity', '/query/limit', '/titles'])('is none for %j', (pointer) => {
    expect(fieldAt(pointer, fields)).toBeUndefined();
  });
});
