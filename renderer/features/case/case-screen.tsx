import { useEffect, useMemo } from 'react'
import type { CaseView } from '../../../shared/contract/views.ts'
import { useCase } from '../../state/current-case.ts'
import { caseHref, type Route } from '../../state/route.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { SubmissionSection } from '../submission/submission-section.tsx'
import { useDueRefresh } from '../waits/use-due-refresh.ts'
import { CaseHeader } from './case-header.tsx'
import styles from './case-screen.module.css'
import { DetailsSection } from './details-section.tsx'
import { FilesSection } from './files-section.tsx'
import { StepsSection } from './steps-section.tsx'
import { TimelineSection } from './timeline-section.tsx'

type CaseRoute = Extract<Route, { screen: 'case' }>

/** One case: its header always in sight, below it the section the address names. */
export function CaseScreen({ route }: { readonly route: CaseRoute }) {
  const query = useCase()
  const { ref } = route

  useEffect(() => {
    void useCase.getState().load({ case: ref }, { keep: false })
  }, [ref])

  // Between two cases the store still holds the one before.
  const shown = useMemo(() => (query.input?.case === ref ? query : { ...query, data: null }), [query, ref])
  if (shown.error !== null && shown.data === null) {
    return (
      <Page title={`Case ${ref}`}>
        <Loaded from={shown}>{() => null}</Loaded>
        <div>
          <ButtonLink href="#/cases">All cases</ButtonLink>
        </div>
      </Page>
    )
  }
  return (
    <div className={styles.screen}>
      <Loaded from={shown}>{(view) => <LoadedCase view={view} route={route} />}</Loaded>
    </div>
  )
}

function LoadedCase({ view, route }: { readonly view: CaseView; readonly route: CaseRoute }) {
  useDueRefresh(view.waits, useCase.getState().refresh)

  // The address without a step becomes the one of the step that is next, so that nothing moves by itself later.
  // So does one with a step that this case has not, from an old link or a slip of typing.
  const isKnown = view.steps.some((s) => s.id === route.step)
  const startsAt = route.section === 'steps' && !isKnown ? startingStep(view) : null
  useEffect(() => {
    if (startsAt !== null) window.location.replace(caseHref(route.ref, 'steps', startsAt))
  }, [startsAt, route.ref])

  return (
    <>
      <CaseHeader view={view} section={route.section} />
      {/* It scrolls, so the keyboard has to reach it even where nothing inside takes the focus. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable (WCAG 2.1.1) */}
      <section className={styles.section} aria-label={view.ref} tabIndex={0}>
        {route.section === 'steps' && <StepsSection view={view} stepId={startsAt ?? route.step} />}
        {route.section === 'submission' && <SubmissionSection view={view} />}
        {route.section === 'files' && <FilesSection view={view} />}
        {route.section === 'timeline' && <TimelineSection view={view} />}
        {route.section === 'details' && <DetailsSection view={view} />}
      </section>
    </>
  )
}

/** The next step; where there is none, the first that is still open, or the last. */
function startingStep(view: CaseView): string | null {
  const open = view.steps.find((s) => s.status !== 'done' && s.status !== 'not-applicable')
  return view.nextStepId ?? open?.id ?? view.steps.at(-1)?.id ?? null
}
