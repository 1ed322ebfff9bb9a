import type { BroughtAlong as View } from '../../../shared/contract/operations/procedures.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { count } from '../../format/plural.ts'
import { hrefOf } from '../../state/route.ts'
import { AccountId } from '../../ui/account-id.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import styles from './new-case.module.css'

const text = casesText.newCase.brings

/** What a payer that is here already brings: its values, and what other cases have done for it. */
export function BroughtAlong({ brings }: { readonly brings: View }) {
  const { payer, values, crawlerFile, reuse } = brings
  return (
    <section className={styles.brings} aria-label={text.title}>
      <h3 className={styles.bringsTitle}>
        {text.title}{' '}
        <a href={hrefOf({ screen: 'payers', id: payer.id })}>
          <AccountId id={payer.accountId} />
        </a>
        , {text.kinds[payer.kind]}
      </h3>
      <dl className={styles.values}>
        {values.map((fact) => (
          <div key={fact.name}>
            <dt>{fact.label}</dt>
            <dd>{fact.display}</dd>
          </div>
        ))}
        {crawlerFile !== null && (
          <div>
            <dt>{text.crawlerFile}</dt>
            <dd>{crawlerFile.from === null ? crawlerFile.name : text.file(crawlerFile.name, crawlerFile.from)}</dd>
          </div>
        )}
      </dl>
      {reuse === null ? (
        <p>{text.nothingDone}</p>
      ) : (
        <>
          <p>
            {text.reuse(reuse.cases, count(reuse.steps.length, 'step'))}{' '}
            {reuse.startsAt !== null && text.startsAt(reuse.startsAt)}
          </p>
          <Disclosure summary={text.steps}>
            <ul className={styles.steps}>
              {reuse.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
          </Disclosure>
        </>
      )}
    </section>
  )
}
