import type { WaitDefinition } from '../domain/procedure/types.ts'
import { connectingWaits as text } from '../text/procedures/connecting.ts'

/** Spot processes the first data, up to 48 h, and ends it with an e-mail: the last paragraph of 000, 001 and 003. */
export function dataProcessing(source: string): WaitDefinition {
  return {
    id: 'data-processing',
    ...text.dataProcessing,
    expectedHours: 48,
    graceHours: 12,
    source,
    waitsOn: 'spot',
  }
}

/** Spot Support connects an account that an MSP manages. No document names a time: the hours are our own default. */
export function supportAnswer(source: string): WaitDefinition {
  return { id: 'support-answer', ...text.supportAnswer, expectedHours: 48, graceHours: 24, source, waitsOn: 'spot' }
}
