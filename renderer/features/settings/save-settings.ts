import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import { settingsText } from '../../../shared/text/ui/settings.ts'
import { client } from '../../client/index.ts'
import { useSettings } from '../../state/queries.ts'
import { useSession } from '../../state/session.ts'
import { toast } from '../../state/toasts.ts'

export type Settings = OutputOf<'settings.get'>
export type SettingsChange = InputOf<'settings.set'>['set']

/** Saves a part of the settings over the newest revision. @throws OperationError where a value is refused. */
export async function saveSettings(set: SettingsChange): Promise<void> {
  const revision = useSettings.getState().data?.revision ?? 0
  useSettings.getState().put(await client.send('settings.set', { revision, set }))
  await useSession.getState().load()
  toast.done(settingsText.saved)
}
