import { FilePen } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { CaseView, PreflightView, SubmissionView } from '../../../shared/contract/views.ts'
import { submissionText as text } from '../../../shared/text/ui/submission.ts'
import { templatesText } from '../../../shared/text/ui/templates.ts'
import { useMessages, usePreflight } from '../../state/queries.ts'
import { hrefOf } from '../../state/route.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { FindingList } from '../../ui/finding-list.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Section } from '../../ui/page.tsx'
import { WaitBar } from '../waits/wait-bar.tsx'
import { AnswerForm } from './answer-form.tsx'
import { AttemptNote } from './attempt-note.tsx'
import { Attempts } from './attempts.tsx'
import { ExportBundle } from './export-bundle.tsx'
import { FollowUp } from './follow-up.tsx'
import { MailLink } from './mail-link.tsx'
import { MarkSent } from './mark-sent.tsx'
import { MessagePreview } from './message-preview.tsx'
import { RecipientForm } from './recipient-form.tsx'
import { SevenItems } from './seven-items.tsx'
import styles from './submission-section.module.css'
import { useWrittenBundles } from './written-bundles.ts'

/** The hand-off to Spot: what goes out, whether it is complete, and how far it has got. */
export function SubmissionSection({ view }: { readonly view: CaseView }) {
  const preflight = usePreflight()

  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the case may change what stands against it
  useEffect(() => {
    const { input } = usePreflight.getState()
    const keep = input?.case === view.id
    void usePreflight.getState().load({ case: view.id }, { keep })
    void useMessages.getState().load({ case: view.id }, { keep })
  }, [view.id, view.revision])

  return <Loaded from={preflight}>{(loaded) => <Composer key={view.id} view={view} preflight={loaded} />}</Loaded>
}

function Composer({ view, preflight }: { readonly view: CaseView; readonly preflight: PreflightView }) {
  const latest = view.submissions.at(-1)
  const handOff = useMessages((s) => s.data?.handOff)
  const bundle = useWrittenBundles((s) => s[view.id] ?? null)
  const stage = useRef<HTMLDivElement>(null)
  const shownState = useRef(latest?.state)
  const wait = view.waits.find((w) => w.waitsOn === 'spot' && w.state !== 'cancelled' && w.state !== 'met')
  // What can be done next takes the place of what was just done: it must not lie out of sight.
  useEffect(() => {
    if (shownState.current === latest?.state) return
    shownState.current = latest?.state
    stage.current?.scrollIntoView({ block: 'nearest' })
  }, [latest?.state])

  return (
    <div className={styles.composer}>
      <div className={styles.column}>
        <Section title="The seven items" hint={text.lead}>
          <SevenItems items={preflight.items} place={`${view.ref} submission`} />
          <p className={preflight.ready ? styles.ready : styles.notReady} role="status">
            {preflight.ready ? text.ready : text.notReady}
          </p>
          <FindingList findings={preflight.findings} />
        </Section>
        <Section title={text.attempts}>
          <Attempts view={view} />
          {latest?.sent && <AttemptNote key={latest.id} latest={latest} />}
        </Section>
      </div>
      <div className={styles.column}>
        <div ref={stage} className={styles.stage}>
          {wait && <WaitBar wait={wait} />}
          {(view.state === 'open' || latest?.state === 'answered') && (
            <Stage view={view} preflight={preflight} latest={latest} />
          )}
        </div>
        <Section title={text.message}>
          <MessagePreview message={preflight.message} place={`${view.ref} submission`} />
          <MailLink mailto={handOff?.mailto ?? null} bundle={bundle} />
          <FindingList findings={(handOff?.findings ?? []).filter(({ level }) => level === 'warning')} />
          <div>
            <ButtonLink
              variant="quiet"
              href={hrefOf({ screen: 'templates', kind: handOff?.kind ?? 'submission' })}
              icon={<FilePen aria-hidden />}
            >
              {templatesText.editThis}
            </ButtonLink>
          </div>
        </Section>
      </div>
    </div>
  )
}

interface StageProps {
  readonly view: CaseView
  readonly preflight: PreflightView
  readonly latest: SubmissionView | undefined
}

/** What can be done now, by how far the newest attempt has got. */
function Stage({ view, preflight, latest }: StageProps) {
  if (latest?.state === 'answered') {
    return (
      <Section title={text.answer.title}>
        <p>{text.answered}</p>
        <p className={styles.link}>{latest.answered?.link}</p>
      </Section>
    )
  }
  if (latest?.state === 'sent') {
    return (
      <>
        <AnswerForm view={view} />
        <FollowUp place={view.ref} />
      </>
    )
  }
  const exported = latest?.state === 'exported' ? latest : undefined
  return (
    <>
      <RecipientForm view={view} latest={latest} />
      <ExportBundle view={view} preflight={preflight} exported={exported} />
      {exported && !exported.stale && <MarkSent view={view} />}
    </>
  )
}
