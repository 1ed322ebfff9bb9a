import { useEffect } from 'react'
import type { MessageView } from '../../../shared/contract/message-views.ts'
import { templatesText as text } from '../../../shared/text/ui/templates.ts'
import { client } from '../../client/index.ts'
import { createQueryStore } from '../../state/query-store.ts'
import { hrefOf } from '../../state/route.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { PartLinks } from '../../ui/part-links.tsx'
import { TemplateEditor } from './template-editor.tsx'

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
              <PartLinks
                line
                label={text.title}
                parts={templates.map((one) => ({
                  href: hrefOf({ screen: 'templates', kind: one.kind }),
                  title: one.title,
                  isShown: one.kind === kind,
                }))}
              />
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
