import { Toast } from '@base-ui/react/toast'
import { AlarmClock, CircleAlert, CircleCheck, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { toastManager } from '../state/toasts.ts'
import { IconButton } from './button.tsx'
import styles from './toasts.module.css'

/** Short word on what was done or failed, announced politely, in a corner that covers nothing being worked on. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  return (
    <Toast.Provider toastManager={toastManager} limit={1}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport}>
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

const ICONS = {
  done: <CircleCheck aria-hidden />,
  failed: <CircleAlert aria-hidden />,
  reminder: <AlarmClock aria-hidden />,
} as const

function ToastList() {
  const { toasts } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles.toast} data-kind={toast.type} swipeDirection="left">
      <Toast.Content className={styles.content}>
        <span className={styles.icon}>
          {ICONS[toast.type === 'failed' || toast.type === 'reminder' ? toast.type : 'done']}
        </span>
        <div className={styles.text}>
          <Toast.Title className={styles.title} />
          <Toast.Description className={styles.description} />
          {toast.actionProps && <Toast.Action className={styles.action} />}
        </div>
        <Toast.Close render={<IconButton label="Dismiss" hint={false} />}>
          <X aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}
