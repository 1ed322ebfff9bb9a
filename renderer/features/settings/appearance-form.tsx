import { settingsText } from '../../../shared/text/ui/settings.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { SelectField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import { type Settings, saveSettings } from './save-settings.ts'
import styles from './setting-form.module.css'

const THEMES = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'contrast', label: 'High contrast' },
] as const

const DENSITIES = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
] as const

/** The look. It changes as it is chosen, so that it can be seen. */
export function AppearanceForm({ settings }: { readonly settings: Settings }) {
  const { run, error } = useSubmit()
  const { appearance } = settings
  const set = (change: Partial<Settings['appearance']>) =>
    void run(() => saveSettings({ appearance: { ...appearance, ...change } }))
  return (
    <Section title="Appearance" hint={settingsText.appearance}>
      <div className={styles.form}>
        <div className={styles.pair}>
          <SelectField label="Theme" value={appearance.theme} onValue={(theme) => set({ theme })} options={THEMES} />
          <SelectField
            label="Density"
            value={appearance.density}
            onValue={(density) => set({ density })}
            options={DENSITIES}
          />
        </div>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={appearance.singleKeys}
            onChange={(event) => set({ singleKeys: event.target.checked })}
          />
          <span>
            {settingsText.singleKeys}
            <span className={styles.hint}>{settingsText.singleKeysHint}</span>
          </span>
        </label>
        <Problem error={error} />
      </div>
    </Section>
  )
}
