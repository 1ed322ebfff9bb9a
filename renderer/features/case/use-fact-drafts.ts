import { useState } from 'react'
import type { FactView, FindingView } from '../../../shared/contract/views.ts'
import { onCase } from '../../state/current-case.ts'
import { type Submit, useSubmit } from '../../state/use-submit.ts'
import { type Drafts, factsToSend, NO_DRAFTS } from './fact-drafts.ts'

export interface FactDrafts {
  readonly drafts: Drafts
  readonly change: (drafts: Drafts) => void
  /** Something is typed, suggested or declared that is not on record. */
  readonly dirty: boolean
  readonly submit: Submit
  /** What the host noticed while it read what was saved last. */
  readonly noticed: readonly FindingView[]
  /** Puts it on record; answers whether it was taken. True as well where there was nothing to save. Confirmed: also where other cases of the payer are touched. */
  save(confirmed?: boolean): Promise<boolean>
}

/** The fields of a step while they are being filled in. */
export function useFactDrafts(facts: readonly FactView[]): FactDrafts {
  const [drafts, change] = useState<Drafts>(NO_DRAFTS)
  const [noticed, notice] = useState<readonly FindingView[]>([])
  const submit = useSubmit()
  const send = factsToSend(facts, drafts)
  const dirty = Object.keys(send).length > 0
  return {
    drafts,
    change,
    dirty,
    submit,
    noticed,
    save: async (confirmed = false) => {
      if (!dirty) return true
      const saved = await submit.run(async () => {
        const answer = await onCase('case.set', { facts: send, ...(confirmed ? { confirmed } : {}) })
        notice(answer.noticed)
      })
      if (saved) change(NO_DRAFTS)
      return saved
    },
  }
}
