import { AlarmClock, CircleAlert, Info } from 'lucide-react'
import { useEffect } from 'react'
import { messagesText as text } from '../../../shared/text/ui/messages.ts'
import { type Message, useMessageList } from '../../state/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './messages.module.css'

const ICONS = {
  reminder: <AlarmClock aria-hidden />,
  news: <Info aria-hidden />,
  failed: <CircleAlert aria-hidden />,
} as const

/** What was told in passing, newest first, with the way to what it spoke of. */
export function MessagesDialog({ onClose }: { readonly onClose: () => void }) {
  const list = useMessageList((s) => s.list)
  useEffect(() => useMessageList.getState().seen(), [])
  return (
    <Dialog open onClose={onClose} title={text.title} description={text.lead}>
      {list.length === 0 && <p>{text.none}</p>}
      <ul className={styles.list}>
        {list.map((message) => (
          <Row key={message.id} message={message} onClose={onClose} />
        ))}
      </ul>
    </Dialog>
  )
}

function Row({ message, onClose }: { readonly message: Message; readonly onClose: () => void }) {
  const { kind, title, description, open } = message
  return (
    <li className={styles.row} data-kind={kind}>
      {ICONS[kind]}
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        <p className={styles.description}>{description}</p>
      </div>
      {open !== null && (
        <Button
          aria-label={text.open(title)}
          onClick={() => {
            onClose()
            open()
          }}
        >
          Open
        </Button>
      )}
    </li>
  )
}
