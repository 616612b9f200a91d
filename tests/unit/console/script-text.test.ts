import { expect, test } from 'vitest';
import { readScript, SCRIPT_TO_BEGIN_WITH } from '../../../console/src/drills/script-text.ts';
import { DrillScriptSchema } from '../../../shared/domain/drill/drill-script.ts';

test('the script to begin with is one that the API takes', () => {
  const read = readScript(SCRIPT_TO_BEGIN_WITH);
  expect(DrillScriptSchema.safeParse('script' in read ? read.script : undefined).error).toBeUndefined();
});

test('JSON is read as well, and what is neither is told', () => {
  expect(readScript('{"title": "桌面推演"}')).toEqual({ script: { title: '桌面推演' } });
  expect(readScript('title: [')).toEqual({ fault: expect.stringContaining('line 1') });
});
