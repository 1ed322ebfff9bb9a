import { FilePen } from 'lucide-react'
import { templatesText as text } from '../../../shared/text/ui/templates.ts'
import { hrefOf } from '../../state/route.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'

/** The way from the settings to the words of the messages. */
export function TemplatesSetting() {
  return (
    <Section title={text.title} hint={text.settingsHint}>
      <div>
        <ButtonLink href={hrefOf({ screen: 'templates', kind: 'submission' })} icon={<FilePen aria-hidden />}>
          {text.edit}
        </ButtonLink>
      </div>
    </Section>
  )
}
