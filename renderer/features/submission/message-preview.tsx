import { Copy } from 'lucide-react'
import type { PreflightView } from '../../../shared/contract/views.ts'
import { submissionText as text } from '../../../shared/text/ui/submission.ts'
import { toast } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { copyText } from '../../ui/copy.ts'
import { CopyChip } from '../../ui/copy-chip.tsx'
import styles from './message-preview.module.css'

/** The message exactly as it goes out. */
export function MessagePreview({
  message,
  place,
}: {
  readonly message: PreflightView['message']
  readonly place: string
}) {
  if (message === null) return <p className={styles.none}>{text.noMessage}</p>
  const copy = async () => {
    try {
      await copyText(message.text)
      toast.done('Message copied')
    } catch (thrown) {
      toast.failed(thrown)
    }
  }
  return (
    <div className={styles.message}>
      <CopyChip words label="To" value={message.to} place={place} />
      <CopyChip words label="Subject" value={message.subject} place={place} />
      {/* Scrolls in itself, so the keyboard has to be able to get in. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls */}
      <section className={styles.text} tabIndex={0} aria-label="Message text">
        {message.text}
      </section>
      <div>
        <Button icon={<Copy aria-hidden />} onClick={() => void copy()}>
          Copy message
        </Button>
      </div>
    </div>
  )
}
