import { describe, expect, it } from 'vitest';
import { facts, table } from '../../../cli/table.ts';

describe('a table', () => {
  it('keeps its columns below one another, Chinese characters being two wide', () => {
    expect(
      table(
        ['名称', 'n'],
        [
          ['水上救援队', '12'],
          ['Team', '3'],
        ],
      ),
    ).toBe(['名称        n', '──────────  ──', '水上救援队  12', 'Team        3'].join('\n'));
  });

  it('shows nothing that a terminal would obey', () => {
    expect(table(['a'], [['x\u001b[31mred\ny']])).toBe('a\n───────────\nx [31mred y');
  });
});

it('facts stand below one another', () => {
  expect(
    facts([
      ['城市', '西宁市'],
      ['id', '1'],
    ]),
  ).toBe('城市  西宁市\nid    1');
});
