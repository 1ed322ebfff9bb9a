import { useState } from 'react'
import { settingsText } from '../../../shared/text/ui/settings.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { RecipientFields } from '../submission/recipient-fields.tsx'
import { type Settings, saveSettings } from './save-settings.ts'
import { SettingForm } from './setting-form.tsx'

export function RecipientSetting({ settings }: { readonly settings: Settings }) {
  const [recipient, setRecipient] = useState(settings.recipient)
  const { run, busy, error } = useSubmit()
  const inPlace = error?.field?.startsWith('recipient') || error?.field === 'email'
  return (
    <SettingForm
      title="Recipient of submissions"
      hint={settingsText.recipient}
      button="Save recipient"
      busy={busy}
      problem={inPlace ? null : error}
      onSubmit={() => void run(() => saveSettings({ recipient }))}
    >
      <RecipientFields value={recipient} onValue={setRecipient} error={error} />
    </SettingForm>
  )
}
