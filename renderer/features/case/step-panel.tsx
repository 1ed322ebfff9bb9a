import { ExternalLink, Lock } from 'lucide-react'
import type { CaseView, FindingView, StepView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { CopyChip } from '../../ui/copy-chip.tsx'
import { FindingList } from '../../ui/finding-list.tsx'
import { StatusPill } from '../../ui/status-pill.tsx'
import { StepRequests } from '../requests/step-requests.tsx'
import { MessagePreview } from '../submission/message-preview.tsx'
import { WaitBar } from '../waits/wait-bar.tsx'
import { CrawlerFile } from './crawler-file.tsx'
import { FactForm } from './fact-form.tsx'
import { StackProgress, stackInTheMaking } from './stack-progress.tsx'
import { StepChecks } from './step-checks.tsx'
import { StepFinish } from './step-finish.tsx'
import styles from './step-panel.module.css'
import { StepRecord } from './step-record.tsx'
import { stepLook } from './step-status.tsx'
import { Traps } from './traps.tsx'
import { useFactDrafts } from './use-fact-drafts.ts'

/** The heading of the step in hand: it takes the focus when the operator goes from one step to another. */
export const STEP_TITLE = 'step-title'

/** The step in hand, large: why, with which values, where, how, what can go wrong, and how it is finished. */
export function StepPanel({ view, step }: { readonly view: CaseView; readonly step: StepView }) {
  const drafts = useFactDrafts(step.enters)
  const open = view.state === 'open'
  const look = stepLook(view, step)
  const making = open ? stackInTheMaking(step) : null
  const settled = step.status === 'done' || step.status === 'not-applicable'
  // Where the step is about a value or a file, that comes before the document's instructions.
  const fillsFirst = step.kind === 'decide' || step.kind === 'collect' || step.kind === 'attach'
  const entering = open && !settled && (
    <>
      {step.enters.length > 0 && <FactForm view={view} step={step} drafts={drafts} />}
      {step.kind === 'attach' && <CrawlerFile />}
    </>
  )

  return (
    <article className={styles.panel} aria-labelledby={STEP_TITLE}>
      <div className={styles.body}>
        <header className={styles.header}>
          <p className={styles.eyebrow}>
            <span>{step.source}</span>
            <StatusPill tone={look.tone} icon={look.icon}>
              {look.word}
            </StatusPill>
          </p>
          <h2 id={STEP_TITLE} tabIndex={-1} className={styles.title}>
            {step.title}
          </h2>
          <p className={styles.why}>{step.why}</p>
        </header>
        {step.wait !== null && <WaitBar wait={step.wait} />}
        {making !== null && <StackProgress caseId={view.id} step={step} stack={making} />}
        {step.gate.length > 0 && !settled && <Gate sentences={step.gate} own={step.id === view.nextStepId} />}
        {step.because !== null && <p className={styles.because}>{step.because}</p>}
        {step.record !== null && <StepRecord view={view} step={step} record={step.record} />}
        <Values view={view} step={step} />
        <FindingList findings={view.advice.filter((a) => concerns(step, a.field) && !isSaid(a, drafts.noticed))} />
        {step.message !== null && (
          <section aria-label={caseText.message}>
            <h3 className={styles.subtitle}>{caseText.message}</h3>
            <MessagePreview message={step.message} place={`${view.ref} ${step.id}`} />
          </section>
        )}
        {fillsFirst && entering}
        {step.instructions.length > 0 && <Instructions step={step} />}
        <Traps traps={step.traps} source={step.source} open={!settled} />
        {!fillsFirst && entering}
        {open && !settled && <StepRequests view={view} step={step} />}
        {step.checks.length > 0 && <StepChecks view={view} step={step} />}
      </div>
      {view.state !== 'abandoned' && <StepFinish view={view} step={step} drafts={drafts} />}
    </article>
  )
}

/** Whether something noticed about a fact belongs to this step. */
function concerns(step: StepView, field: string | null): boolean {
  return field !== null && [...step.values, ...step.enters].some((fact) => fact.name === field)
}

/** Whether the form says it already, beside what has just been entered. */
function isSaid(advice: FindingView, noticed: readonly FindingView[]): boolean {
  return noticed.some((n) => n.code === advice.code && n.message === advice.message)
}

/** What has to come first. `own`: it is this very step that brings it about. */
function Gate({ sentences, own }: { readonly sentences: readonly string[]; readonly own: boolean }) {
  return (
    <div className={styles.gate}>
      {!own && <Lock aria-hidden />}
      <div>
        <p className={styles.gateTitle}>{own ? caseText.stillNeeded : caseText.locked}</p>
        <ul>
          {sentences.map((s) => (
            <li key={s}>{s}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** What has to be pasted, and the page it is pasted into. */
function Values({ view, step }: { readonly view: CaseView; readonly step: StepView }) {
  const known = step.values.filter((v) => v.value !== null)
  if (known.length === 0 && step.link === null) return null
  return (
    <section className={styles.values} aria-label="Values">
      {known.length > 0 && (
        <ul className={styles.chips}>
          {known.map((fact) => (
            <li key={fact.name}>
              <CopyChip
                label={fact.label}
                value={fact.value ?? ''}
                display={fact.display}
                place={`${view.ref} ${step.id}`}
              />
            </li>
          ))}
        </ul>
      )}
      {step.link !== null && (
        <ButtonLink href={step.link.url} target="_blank" rel="noopener noreferrer" icon={<ExternalLink aria-hidden />}>
          {step.link.label}
          <span className="visually-hidden"> ({caseText.opensInNewTab})</span>
        </ButtonLink>
      )}
    </section>
  )
}

function Instructions({ step }: { readonly step: StepView }) {
  return (
    <section aria-label="Instructions">
      <h3 className={styles.subtitle}>By hand in the console</h3>
      <ol className={styles.instructions}>
        {step.instructions.map((instruction) => (
          <li key={`${instruction.source} ${instruction.text}`} className={styles.instruction}>
            <p>{instruction.text}</p>
            <p className={styles.source}>{instruction.source}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
