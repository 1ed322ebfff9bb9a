import type { CaseView, StepView } from '../../../shared/contract/views.ts'
import { requestsText as text } from '../../../shared/text/ui/requests.ts'
import { useRequests } from '../../state/queries.ts'
import { useAsked } from '../../state/use-asked.ts'
import { Section } from '../../ui/page.tsx'
import { RequestList } from './request-list.tsx'

/** At a step that cannot go on without the customer: the request, ready to send, and how it stands. */
export function StepRequests({ view, step }: { readonly view: CaseView; readonly step: StepView }) {
  const answer = useAsked(useRequests, { case: view.id })
  if (answer.data === null) return null
  const here = answer.data.requests.filter((r) => r.steps.includes(step.id))
  if (here.length === 0) return null
  return (
    <Section title={text.here}>
      <RequestList of={{ id: view.id, ref: view.ref, open: view.state === 'open' }} requests={here} />
    </Section>
  )
}
