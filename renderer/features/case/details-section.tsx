import type { CaseView, FactView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { dateTime } from '../../format/zoned.ts'
import { hrefOf } from '../../state/route.ts'
import { useZone } from '../../state/session.ts'
import { AccountId } from '../../ui/account-id.tsx'
import { FindingList } from '../../ui/finding-list.tsx'
import { Section } from '../../ui/page.tsx'
import { WaitBar } from '../waits/wait-bar.tsx'
import styles from './details-section.module.css'
import sectionStyles from './section.module.css'

/** Everything the case knows, its past waits, and the notes of those who work on it. */
export function DetailsSection({ view }: { readonly view: CaseView }) {
  const zone = useZone()
  return (
    <div className={sectionStyles.section}>
      <Section title="Case">
        <dl className={styles.facts}>
          <dt>Procedure</dt>
          <dd>
            {view.procedure.title}{' '}
            <span className={styles.weak}>
              ({view.procedure.document}, version {view.procedure.version})
            </span>
          </dd>
          <dt>Opened</dt>
          <dd>{dateTime(view.openedAt, zone)}</dd>
          {view.closedAt !== null && (
            <>
              <dt>Closed</dt>
              <dd>{dateTime(view.closedAt, zone)}</dd>
            </>
          )}
          {view.signIn !== null && (
            <>
              <dt>Console</dt>
              <dd>{view.signIn.why}</dd>
            </>
          )}
          <dt>Customer</dt>
          <dd>
            <a href={hrefOf({ screen: 'customers', id: view.customer.id })}>{view.customer.name}</a>
          </dd>
          <dt>Payer</dt>
          <dd>
            <a href={hrefOf({ screen: 'payers', id: view.payer.id })}>
              <AccountId id={view.payer.accountId} />
            </a>
          </dd>
        </dl>
      </Section>
      <Section title="Facts" hint="Entered once, used everywhere.">
        <dl className={styles.facts}>
          {view.facts.map((fact) => (
            <Fact key={fact.name} fact={fact} />
          ))}
        </dl>
      </Section>
      <FindingList findings={view.advice} />
      {view.waits.length > 0 && (
        <Section title="Waits">
          {view.waits.map((wait) => (
            <WaitBar key={wait.id} wait={wait} />
          ))}
        </Section>
      )}
      {view.formerSteps.length > 0 && (
        <Section title={caseText.newer.former} hint={caseText.newer.formerHint}>
          <dl className={styles.facts}>
            {view.formerSteps.map((former) => (
              <Former key={former.id} former={former} at={dateTime(former.at, zone)} />
            ))}
          </dl>
        </Section>
      )}
      {view.notes !== '' && (
        <Section title={caseText.about.notes}>
          <p className={styles.notes}>{view.notes}</p>
        </Section>
      )}
    </div>
  )
}

function Fact({ fact }: { readonly fact: FactView }) {
  return (
    <>
      <dt title={fact.help}>{fact.label}</dt>
      <dd className={fact.value === null ? styles.weak : undefined}>
        {fact.value !== null && fact.value !== '' && fact.mono && fact.options === null ? (
          <AccountId id={fact.value} />
        ) : (
          fact.display
        )}
      </dd>
    </>
  )
}

/** What was recorded of a step under an earlier version of the procedure. */
function Former({ former, at }: { readonly former: CaseView['formerSteps'][number]; readonly at: string }) {
  const { id, state, by, reason, evidence } = former
  const words: Readonly<Record<string, string>> = caseText.newer.states
  return (
    <>
      <dt>
        <code>{id}</code>
      </dt>
      <dd>
        {words[state] ?? state} <span className={styles.weak}>{caseText.newer.formerBy(by, at)}</span>
        {[reason, evidence].filter(Boolean).map((said) => (
          <p key={said}>{said}</p>
        ))}
      </dd>
    </>
  )
}
