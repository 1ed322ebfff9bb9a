import type { Sentence } from '../sentence.ts'
import { caseMessages } from './cases.ts'
import { checkMessages } from './checks.ts'
import { crawlerTemplateMessages } from './crawler-template.ts'
import { duplicateMessages } from './duplicates.ts'
import { exchangeMessages } from './exchange.ts'
import { handoverMessages } from './handover.ts'
import { hostMessages } from './hosts.ts'
import { intakeMessages } from './intake.ts'
import { keepingMessages } from './keeping.ts'
import { templateMessages } from './message-templates.ts'
import { requestMessages } from './requests.ts'
import { rpcMessages } from './rpc.ts'
import { spotLinkMessages } from './spot-link.ts'
import { storeMessages } from './store.ts'
import { submissionMessages } from './submissions.ts'
import { valueMessages } from './values.ts'

/** Every error and finding a person can meet, by code. The only place their sentences are written. */
export const messages = {
  ...valueMessages,
  ...caseMessages,
  ...intakeMessages,
  ...requestMessages,
  ...submissionMessages,
  ...templateMessages,
  ...duplicateMessages,
  ...exchangeMessages,
  ...handoverMessages,
  ...checkMessages,
  ...crawlerTemplateMessages,
  ...spotLinkMessages,
  ...storeMessages,
  ...keepingMessages,
  ...rpcMessages,
  ...hostMessages,
}

export type MessageCode = keyof typeof messages
export type ParamsOf<C extends MessageCode> = Parameters<(typeof messages)[C]>[0]

/** The sentence behind a code. `params` must be the ones the code was raised with. */
export function sentence(code: MessageCode, params: Readonly<Record<string, unknown>>): Sentence {
  return (messages[code] as (params: Readonly<Record<string, unknown>>) => Sentence)(params)
}
