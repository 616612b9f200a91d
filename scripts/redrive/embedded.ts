import * as z from 'zod';
import { LOCAL_DEAD_LETTERS } from '../../infra/local/city/local-dead-letters.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import type { DeadLetterQueueName } from '../../shared/exchange/dead-letters.ts';
import { CannotRedrive } from './cannot-redrive.ts';

const AnswerSchema = z.object({ redriven: z.int() });

const post = async (url: string): Promise<Response> => {
  try {
    return await fetch(url, { method: 'POST' });
  } catch (error) {
    const { origin } = new URL(url);
    throw new CannotRedrive({ zh: `${origin} 没有应答。`, en: `Nothing answers at ${origin}.` }, error);
  }
};

/**
 * Has an embedded runtime put back what was given up in a city: in one queue, or in all.
 * @throws CannotRedrive
 */
export const redriveEmbedded = async (
  url: string,
  city: string,
  queue: DeadLetterQueueName | undefined,
): Promise<Text> => {
  const place = `${url}/_local/${city}/redrive${queue === undefined ? '' : `/${LOCAL_DEAD_LETTERS[queue]}`}`;
  const response = await post(place);
  if (!response.ok)
    throw new CannotRedrive({
      zh: `${place} 答复 ${response.status}：该处没有${city}的本机运行环境，或不是在本机上调用。`,
      en: `${place} answers ${response.status}: there is no embedded runtime of ${city} there, or this is not the machine it runs on.`,
    });
  const { redriven } = AnswerSchema.parse(await response.json());
  return { zh: `已移回${redriven}条。`, en: `${redriven} put back.` };
};
