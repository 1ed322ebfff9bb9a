import { Mail } from 'lucide-react'
import type { OutputOf } from '../../../shared/contract/index.ts'
import { submissionText as text } from '../../../shared/text/ui/submission.ts'
import { ButtonLink } from '../../ui/button.tsx'
import styles from './mail-link.module.css'

type Mailto = NonNullable<OutputOf<'submission.messages'>['handOff']>['mailto']

/** Hands a message to the user's own mail program, as far as a mailto address carries it. */
export function MailLink({ mailto }: { readonly mailto: Mailto }) {
  if (mailto === null) return null
  return (
    <div className={styles.mail}>
      <ButtonLink href={mailto.url} icon={<Mail aria-hidden />}>
        {text.mail}
      </ButtonLink>
      <p className={styles.hint}>{mailto.short ? text.mailShort : text.mailWhole}</p>
    </div>
  )
}
