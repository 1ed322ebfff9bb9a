import { useState } from 'react'
import { settingsText as text } from '../../../shared/text/ui/settings.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { TextField } from '../../ui/field.tsx'
import { type Settings, saveSettings } from './save-settings.ts'
import styles from './setting-form.module.css'
import { SettingForm } from './setting-form.tsx'

/** What is proposed to somebody who switches them on. */
const NIGHT = { from: '18:00', to: '08:00' }

/** When nobody is reminded. */
export function QuietHoursForm({ settings }: { readonly settings: Settings }) {
  const [hours, setHours] = useState(settings.quietHours)
  const { run, busy, error } = useSubmit()
  return (
    <SettingForm
      title="Quiet hours"
      hint={text.quiet}
      button="Save quiet hours"
      busy={busy}
      problem={otherProblem(error, ['quietHours.from', 'quietHours.to'])}
      onSubmit={() => void run(() => saveSettings({ quietHours: hours }))}
    >
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={hours !== null}
          onChange={(event) => setHours(event.target.checked ? (settings.quietHours ?? NIGHT) : null)}
        />
        <span>{text.quietOn}</span>
      </label>
      {hours !== null && (
        <div className={styles.pair}>
          <TextField
            type="time"
            label={text.quietFrom}
            value={hours.from}
            onValue={(from) => setHours({ ...hours, from })}
            problem={fieldProblem(error, 'quietHours.from')}
          />
          <TextField
            type="time"
            label={text.quietTo}
            help={text.quietOver}
            value={hours.to}
            onValue={(to) => setHours({ ...hours, to })}
            problem={fieldProblem(error, 'quietHours.to')}
          />
        </div>
      )}
    </SettingForm>
  )
}
