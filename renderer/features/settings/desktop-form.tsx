import { useEffect } from 'react'
import { desktopScreenText as text } from '../../../shared/text/ui/desktop.ts'
import { client } from '../../client/index.ts'
import { useDesktop } from '../../state/queries.ts'
import { useIsDesktop } from '../../state/session.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import styles from './setting-form.module.css'

/** What the desktop app does beside its window. In a browser it says where these settings are. */
export function DesktopForm() {
  const isDesktop = useIsDesktop()
  const view = useDesktop((s) => s.data)
  const loadError = useDesktop((s) => s.error)
  const { run, error } = useSubmit()
  useEffect(() => {
    if (isDesktop) void useDesktop.getState().load({})
  }, [isDesktop])
  const set = (change: { readonly startAtLogin?: boolean; readonly stayInTray?: boolean }) =>
    void run(async () => useDesktop.getState().put(await client.send('host.desktop-set', change)))

  if (!isDesktop) {
    return (
      <Section title={text.title}>
        <p>{text.notHere}</p>
      </Section>
    )
  }
  return (
    <Section title={text.title} hint={text.lead}>
      <div className={styles.form}>
        {view && (
          <>
            <Check
              label={text.startAtLogin}
              hint={view.startAtLogin.can ? text.startAtLoginHint : text.startAtLoginNotHere}
              checked={view.startAtLogin.on}
              disabled={!view.startAtLogin.can}
              onChecked={(startAtLogin) => set({ startAtLogin })}
            />
            <Check
              label={text.stayInTray}
              hint={text.stayInTrayHint}
              checked={view.stayInTray}
              onChecked={(stayInTray) => set({ stayInTray })}
            />
            <p className={styles.note}>
              {text.updates}
              <span className={styles.hint}>{text.updatesOff}</span>
            </p>
          </>
        )}
        <Problem error={error ?? loadError} />
      </div>
    </Section>
  )
}

interface CheckProps {
  readonly label: string
  readonly hint: string
  readonly checked: boolean
  readonly disabled?: boolean
  readonly onChecked: (checked: boolean) => void
}

function Check({ label, hint, checked, disabled = false, onChecked }: CheckProps) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChecked(event.target.checked)}
      />
      <span>
        {label}
        <span className={styles.hint}>{hint}</span>
      </span>
    </label>
  )
}
