import {
  ChevronDown,
  ChevronUp,
  CircleCheck,
  CirclePause,
  CirclePlay,
  CircleSlash,
  Ellipsis,
  FileText,
  KeyRound,
  RefreshCw,
  RotateCcw,
} from 'lucide-react'
import { useState } from 'react'
import type { CaseView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { dossierScreenText } from '../../../shared/text/ui/dossier.ts'
import { onCase } from '../../state/current-case.ts'
import { goToNeighbour } from '../../state/next-case.ts'
import { CASE_SECTIONS, type CaseSection, caseHref, hrefOf } from '../../state/route.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { AccountId } from '../../ui/account-id.tsx'
import { Button, ButtonLink, IconButton } from '../../ui/button.tsx'
import { CopyChip } from '../../ui/copy-chip.tsx'
import { Menu, type MenuAction } from '../../ui/menu.tsx'
import { PageHeading } from '../../ui/page.tsx'
import { PartLinks } from '../../ui/part-links.tsx'
import { Term } from '../glossary/term.tsx'
import { CaseAbout } from './case-about.tsx'
import styles from './case-header.module.css'
import { CaseStateDialog, type CaseTransition } from './case-state-dialog.tsx'
import { CaseStatePill } from './case-state-pill.tsx'
import { PhaseRail } from './phase-rail.tsx'

const SECTION_LABELS: Readonly<Record<CaseSection, string>> = {
  steps: 'Steps',
  submission: 'Submission',
  files: 'Files',
  timeline: 'Timeline',
  details: 'Details',
}

/** Who the case is about, the IDs that must not be mixed up, and where it stands. */
export function CaseHeader({ view, section }: { readonly view: CaseView; readonly section: CaseSection }) {
  const [transition, setTransition] = useState<CaseTransition | null>(null)
  const { run, busy } = useSubmit()
  const checkAll = () =>
    run(async () => {
      try {
        await onCase('case.check', {})
        toast.done('Checked')
      } catch (thrown) {
        toast.failed(thrown)
      }
    })
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <span className={styles.ref}>{view.ref}</span>
        <PageHeading title={view.customer.name} windowTitle={`${view.ref} ${view.customer.name}`} />
        <CaseStatePill view={view} />
        <div className={styles.actions}>
          <IconButton label={caseText.previous} onClick={() => void goToNeighbour(view.ref, -1)}>
            <ChevronUp aria-hidden />
          </IconButton>
          <IconButton label={caseText.next} onClick={() => void goToNeighbour(view.ref, 1)}>
            <ChevronDown aria-hidden />
          </IconButton>
          {view.state !== 'abandoned' && hasChecks(view) && (
            <Button icon={<RefreshCw aria-hidden />} busy={busy} onClick={checkAll}>
              Check all
            </Button>
          )}
          <ButtonLink href={hrefOf({ screen: 'dossier', ref: view.ref })} icon={<FileText aria-hidden />}>
            {dossierScreenText.open}
          </ButtonLink>
          <Menu
            trigger={
              <IconButton label="Case actions">
                <Ellipsis aria-hidden />
              </IconButton>
            }
            actions={transitions(view, setTransition)}
          />
        </div>
      </div>
      <div className={styles.ids}>
        <Ids view={view} />
        {view.signIn !== null && (
          <p className={styles.signIn} title={view.signIn.why}>
            <KeyRound aria-hidden />
            {caseText.signIn}{' '}
            <strong>
              <AccountId id={view.signIn.accountId} />
            </strong>
          </p>
        )}
      </div>
      <CaseAbout key={view.id} view={view} />
      <PhaseRail view={view} />
      <PartLinks
        label="Case"
        parts={CASE_SECTIONS.filter((s) => s !== 'submission' || hasSubmission(view)).map((s) => ({
          href: caseHref(view.ref, s),
          title: SECTION_LABELS[s],
          isShown: s === section,
        }))}
      />
      {transition !== null && (
        <CaseStateDialog view={view} transition={transition} onClose={() => setTransition(null)} />
      )}
    </header>
  )
}

/** Where everything is done by hand there is nothing to look up in AWS. */
export function hasChecks({ steps }: CaseView): boolean {
  return steps.some((s) => s.status !== 'not-applicable' && s.checks.length > 0)
}

/** Only the MSP’s procedure hands something in; what was handed in once stays in reach. */
function hasSubmission({ steps, submissions }: CaseView): boolean {
  return submissions.length > 0 || steps.some((s) => s.kind === 'send')
}

function Ids({ view }: { readonly view: CaseView }) {
  const ids = [
    { label: 'Management account', word: 'management-account', value: view.customer.managementAccountId },
    { label: 'Payer', word: 'payer', value: view.payer.accountId },
    ...view.customer.orgIds.map((value) => ({ label: 'Spot Org ID', word: 'org-id', value })),
  ]
  return (
    <dl className={styles.list}>
      {ids.map(({ label, word, value }) => (
        <div key={`${label} ${value}`} className={styles.id}>
          <dt>
            <Term id={word}>{label}</Term>
          </dt>
          <dd>
            <CopyChip compact label={label} value={value} place={`${view.ref} header`} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function transitions(view: CaseView, show: (transition: CaseTransition) => void): readonly MenuAction[] {
  const hold = { label: 'Put on hold…', icon: <CirclePause aria-hidden />, onSelect: () => show('hold') }
  const resume = { label: 'Resume…', icon: <CirclePlay aria-hidden />, onSelect: () => show('resume') }
  const reopen = { label: 'Reopen case…', icon: <RotateCcw aria-hidden />, onSelect: () => show('reopen') }
  const close = { label: 'Close case…', icon: <CircleCheck aria-hidden />, onSelect: () => show('close') }
  const abandon = {
    label: 'Abandon…',
    icon: <CircleSlash aria-hidden />,
    onSelect: () => show('abandon'),
    danger: true,
    apart: true,
  }
  switch (view.state) {
    case 'open':
      // Reopened with every step settled, a case is closed again on purpose.
      return view.phases.every((p) => p.state === 'done') ? [close, hold, abandon] : [hold, abandon]
    case 'on-hold':
      return [resume, abandon]
    case 'done':
    case 'abandoned':
      return [reopen]
  }
}
