import * as z from 'zod';

/** The code values of CAP 1.2, in the standard's order. */
export const CapStatusSchema = z.enum(['Actual', 'Exercise', 'System', 'Test', 'Draft']).meta({ id: 'CapStatus' });
export type CapStatus = z.infer<typeof CapStatusSchema>;

export const CapMessageTypeSchema = z
  .enum(['Alert', 'Update', 'Cancel', 'Ack', 'Error'])
  .meta({ id: 'CapMessageType' });

export const CapScopeSchema = z.enum(['Public', 'Restricted', 'Private']).meta({ id: 'CapScope' });

export const CapCategorySchema = z
  .enum(['Geo', 'Met', 'Safety', 'Security', 'Rescue', 'Fire', 'Health', 'Env', 'Transport', 'Infra', 'CBRNE', 'Other'])
  .meta({ id: 'CapCategory' });

export const CapResponseTypeSchema = z
  .enum(['Shelter', 'Evacuate', 'Prepare', 'Execute', 'Avoid', 'Monitor', 'Assess', 'AllClear', 'None'])
  .meta({ id: 'CapResponseType' });

export const CapUrgencySchema = z
  .enum(['Immediate', 'Expected', 'Future', 'Past', 'Unknown'])
  .meta({ id: 'CapUrgency' });

export const CapSeveritySchema = z
  .enum(['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'])
  .meta({ id: 'CapSeverity' });
export type CapSeverity = z.infer<typeof CapSeveritySchema>;

export const CapCertaintySchema = z
  .enum(['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'])
  .meta({ id: 'CapCertainty' });
