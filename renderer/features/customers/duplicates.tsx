import type { FindingView } from '../../../shared/contract/views.ts'
import { directoryText } from '../../../shared/text/ui/directory.ts'
import { FindingList } from '../../ui/finding-list.tsx'
import { Section } from '../../ui/page.tsx'

const { title, hint } = directoryText.twice

/** What a customer or a payer has that others have too, each with the way to the other. */
export function Duplicates({ findings }: { readonly findings: readonly FindingView[] }) {
  if (findings.length === 0) return null
  return (
    <Section title={title} hint={hint}>
      <FindingList findings={findings} />
    </Section>
  )
}

/** Those that no section of its own shows. */
export function withoutDuplicates(findings: readonly FindingView[]): readonly FindingView[] {
  return findings.filter((f) => f.other === undefined)
}
