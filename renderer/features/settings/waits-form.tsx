import { useState } from 'react'
import { settingsText } from '../../../shared/text/ui/settings.ts'
import { otherProblem } from '../../state/field-problem.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { TextField } from '../../ui/field.tsx'
import { readHours } from './operator-lines.ts'
import { type Settings, saveSettings } from './save-settings.ts'
import styles from './setting-form.module.css'
import { SettingForm } from './setting-form.tsx'

const WAITS = ['report-delivery', 'spot-link'] as const
type WaitName = (typeof WAITS)[number]

export function WaitsForm({ settings }: { readonly settings: Settings }) {
  const [typed, setTyped] = useState<Readonly<Record<WaitName, string>>>({
    'report-delivery': String(settings.waitHours['report-delivery'] ?? ''),
    'spot-link': String(settings.waitHours['spot-link'] ?? ''),
  })
  const [bad, setBad] = useState<readonly WaitName[]>([])
  const { run, busy, error } = useSubmit()
  const submit = () => {
    const read = WAITS.map((name) => ({ name, hours: readHours(typed[name]) }))
    const wrong = read.filter((r) => r.hours === null).map((r) => r.name)
    setBad(wrong)
    if (wrong.length > 0) return
    const others = Object.entries(settings.waitHours).filter(([name]) => !WAITS.some((w) => w === name))
    const own = read.flatMap(({ name, hours }) => (typeof hours === 'number' ? [[name, hours] as const] : []))
    void run(() => saveSettings({ waitHours: Object.fromEntries([...others, ...own]) }))
  }
  return (
    <SettingForm
      title="Waits"
      hint={settingsText.waits}
      button="Save waits"
      busy={busy}
      problem={otherProblem(error, [])}
      onSubmit={submit}
    >
      <div className={styles.pair}>
        {WAITS.map((name) => (
          <TextField
            key={name}
            label={`${settingsText.waitTitles[name]} (hours)`}
            placeholder={settingsText.waitDefaults[name]}
            inputMode="decimal"
            value={typed[name]}
            onValue={(value) => setTyped({ ...typed, [name]: value })}
            problem={bad.includes(name) ? settingsText.badHours : null}
          />
        ))}
      </div>
    </SettingForm>
  )
}
