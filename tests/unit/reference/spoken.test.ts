import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { reason, sentenceOf } from '../../../shared/domain/kernel/refusal.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import { spoken } from '../../../shared/reference/spoken.ts';
import { STATUS_NAMES } from '../../../shared/reference/statuses.ts';

describe('sentences as people read them', () => {
  it('names cities, hazards, kinds, statuses and categories in the reader’s language', () => {
    const outOfScope = reason('x', 'conflict', {
      zh: '{partner}：{hazard}、{kind}，协议{status}，{category}，{title}',
      en: '{partner}: {hazard}, {kind}, {status}, {category}, {title}',
    });
    const parameters = {
      partner: '620100',
      hazard: 'flood',
      kind: 'water-rescue',
      status: 'in-force',
      category: 'travel',
      title: '备忘录',
    };
    expect(spoken(sentenceOf({ reason: outOfScope, parameters }))).toEqual({
      zh: '兰州市：洪涝、水上救援，协议生效中，交通，备忘录',
      en: 'Lanzhou: Flood, Water rescue, in force, travel, 备忘录',
    });
  });

  it('says moments by the clock on the wall of the duty room', () => {
    const text = { zh: '请于2026-07-14T18:30:00.000Z前答复', en: 'by 2026-07-14T18:30:00.000Z' };
    expect(spoken(text)).toEqual({ zh: '请于2026年7月15日02:30前答复', en: 'by 2026-07-15 02:30 (UTC+8)' });
  });

  it('leaves a code it does not know as it is, and braces that are none of its own', () => {
    expect(spoken({ zh: '{city:999999}{hazard:火山}{x}', en: '{status:odd}' })).toEqual({
      zh: '999999火山{x}',
      en: 'odd',
    });
  });

  const statusesOf = (schema: z.ZodType): readonly string[] => {
    const { def } = schema as unknown as {
      def: { options?: z.ZodType[]; innerType?: z.ZodType; in?: z.ZodType; left?: z.ZodType; right?: z.ZodType };
    };
    const inner = [...(def.options ?? []), def.innerType, def.in, def.left, def.right].filter(
      (each) => each !== undefined,
    );
    const { shape } = schema as unknown as { shape?: { status?: z.ZodType & { values?: Set<string> } } };
    return [...(shape?.status?.values ?? []), ...inner.flatMap(statusesOf)];
  };

  it.each(Object.entries(CONVERSATIONS))('has a name for every status of a %s', (_, { aggregate }) => {
    for (const status of statusesOf(aggregate.stateSchema)) expect(STATUS_NAMES, status).toHaveProperty([status]);
  });
});
