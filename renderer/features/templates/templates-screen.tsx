import { useEffect } from 'react'
import type { MessageView } from '../../../shared/contract/message-views.ts'
import { templatesText as text } from '../../../shared/text/ui/templates.ts'
import { client } from '../../client/index.ts'
import { createQueryStore } from '../../state/query-store.ts'
import { hrefOf } from '../../state/route.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { TemplateEditor } from './template-editor.tsx'
import styles from './templates-screen.module.css'

const useTemplates = createQueryStore(client, 'message.templates')

/** The words of the messages to Spot: one template at a time, with how it reads beside it. */
export function TemplatesScreen({ kind }: { readonly kind: MessageView['kind'] }) {
  const query = useTemplates()
  useEffect(() => {
    void useTemplates.getState().load({})
  }, [])
  return (
    <Page title={text.title} subtitle={text.lead} actions={<ButtonLink href="#/settings">{text.back}</ButtonLink>}>
      <Loaded from={query}>
        {({ templates, variables }) => {
          const template = templates.find((one) => one.kind === kind)
          return (
            <>
              <nav aria-label={text.title} className={styles.kinds}>
                {templates.map((one) => (
                  <a
                    key={one.kind}
                    href={hrefOf({ screen: 'templates', kind: one.kind })}
                    className={styles.kind}
                    aria-current={one.kind === kind ? 'page' : undefined}
                  >
                    {one.title}
                  </a>
                ))}
              </nav>
              {template && (
                <TemplateEditor
                  key={kind}
                  template={template}
                  variables={variables}
                  onSaved={useTemplates.getState().refresh}
                />
              )}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}
