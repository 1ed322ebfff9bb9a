import type { TemplateView } from '../../../shared/contract/judgement-views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import styles from './template-facts.module.css'

const text = caseText.plan

/** What a template of somebody else’s would make, to be read before it is accepted. */
export function TemplateFacts({
  template,
  named = false,
}: {
  readonly template: TemplateView
  /** Its address stands beside it already. */
  readonly named?: boolean
}) {
  return (
    <section className={styles.template} aria-label={text.template}>
      <h3 className={styles.title}>{text.template}</h3>
      {template.description !== '' && <p>{template.description}</p>}
      <ul className={styles.types}>
        {template.resourceTypes.map((type) => (
          <li key={type}>
            <code>{type}</code>
          </li>
        ))}
      </ul>
      <dl className={styles.facts}>
        {!named && (
          <>
            <dt>{text.templateFrom}</dt>
            <dd>
              <code>{template.url}</code>
            </dd>
          </>
        )}
        <dt>{text.templateAllows}</dt>
        <dd>
          {template.capabilities.length === 0 ? text.templateNone : <code>{template.capabilities.join(', ')}</code>}
        </dd>
      </dl>
    </section>
  )
}
