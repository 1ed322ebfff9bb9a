import { Mail } from 'lucide-react'
import type { OutputOf } from '../../../shared/contract/index.ts'
import { submissionText as text } from '../../../shared/text/ui/submission.ts'
import { client } from '../../client/index.ts'
import { useIsDesktop } from '../../state/session.ts'
import { toast } from '../../state/toasts.ts'
import { ButtonLink } from '../../ui/button.tsx'
import styles from './mail-link.module.css'

type Mailto = NonNullable<OutputOf<'submission.messages'>['handOff']>['mailto']

/**
 * Hands a message to the user's own mail program, as far as a mailto address carries it. On the desktop the bundle is
 * shown beside it, to be attached.
 * @param bundle where the bundle lies; null where none is attached, or none was written here
 */
export function MailLink({ mailto, bundle = null }: { readonly mailto: Mailto; readonly bundle?: string | null }) {
  const isDesktop = useIsDesktop()
  if (mailto === null) return null
  const reveal = () => {
    if (isDesktop && bundle !== null) client.send('host.reveal', { path: bundle }).catch(toast.failed)
  }
  return (
    <div className={styles.mail}>
      <ButtonLink href={mailto.url} icon={<Mail aria-hidden />} onClick={reveal}>
        {text.mail}
      </ButtonLink>
      <p className={styles.hint}>
        {mailto.short ? text.mailShort : text.mailWhole} {isDesktop && bundle !== null && text.mailReveal}
      </p>
    </div>
  )
}
