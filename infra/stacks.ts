import { CfnOutput, type Stack, type StackProps } from 'aws-cdk-lib';
import { cityName } from '../shared/reference/cities.ts';
import type { Placement } from './cities.ts';

/**
 * @param part what of the cell the stack holds.
 * @param keep whether it is protected against deletion.
 * @returns the properties of a stack of a city's cell.
 */
export const cellStackProps = ({ city, region, account }: Placement, part: string, keep: boolean): StackProps => ({
  env: { region, ...(account !== undefined && { account }) },
  description: `Shouwang: ${part} of ${cityName(city).en} (${city})`,
  terminationProtection: keep,
});

/** What operators and scripts need to know of a stack: its outputs. */
export const tell = (stack: Stack, outputs: Readonly<Record<string, string>>): void => {
  for (const [name, value] of Object.entries(outputs)) new CfnOutput(stack, name, { value });
};
