import { useState } from 'react'
import { settingsText } from '../../../shared/text/ui/settings.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { TextField } from '../../ui/field.tsx'
import { type Settings, saveSettings } from './save-settings.ts'
import { SettingForm } from './setting-form.tsx'

export function ProfileForm({ settings }: { readonly settings: Settings }) {
  const [company, setCompany] = useState(settings.company)
  const [mspAccountId, setMspAccountId] = useState(settings.mspAccountId)
  const { run, busy, error } = useSubmit()
  return (
    <SettingForm
      title="MSP profile"
      hint={settingsText.profile}
      button="Save profile"
      busy={busy}
      problem={otherProblem(error, ['company', 'mspAccountId'])}
      onSubmit={() => void run(() => saveSettings({ company, mspAccountId }))}
    >
      <TextField label="Company" value={company} onValue={setCompany} problem={fieldProblem(error, 'company')} />
      <TextField
        label="MSP AWS account number"
        value={mspAccountId}
        onValue={setMspAccountId}
        problem={fieldProblem(error, 'mspAccountId')}
        mono
      />
    </SettingForm>
  )
}
