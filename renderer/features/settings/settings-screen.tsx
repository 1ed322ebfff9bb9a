import { useEffect } from 'react'
import { dataText } from '../../../shared/text/ui/data.ts'
import { useSettings } from '../../state/queries.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { TemplatesSetting } from '../templates/templates-setting.tsx'
import { AppearanceForm } from './appearance-form.tsx'
import { DesktopForm } from './desktop-form.tsx'
import { ListsForm } from './lists-form.tsx'
import { NamingForm } from './naming-form.tsx'
import { OperatorsForm } from './operators-form.tsx'
import { ProfileForm } from './profile-form.tsx'
import { QuietHoursForm } from './quiet-hours-form.tsx'
import { RecipientSetting } from './recipient-setting.tsx'
import { WaitsForm } from './waits-form.tsx'

/** What holds for the whole workspace. Each part is saved on its own. */
export function SettingsScreen() {
  const settings = useSettings()
  useEffect(() => {
    void useSettings.getState().load({})
  }, [])
  return (
    <Page title="Settings">
      <Loaded from={settings}>
        {(data) => (
          <>
            <DataLink />
            <AppearanceForm settings={data} />
            <DesktopForm />
            <ProfileForm settings={data} />
            <OperatorsForm settings={data} />
            <RecipientSetting settings={data} />
            <NamingForm settings={data} />
            <TemplatesSetting />
            <QuietHoursForm settings={data} />
            <WaitsForm settings={data} />
            <ListsForm settings={data} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function DataLink() {
  return (
    <Section title={dataText.title} hint={dataText.openHint}>
      <div>
        <ButtonLink href="#/data">{dataText.open}</ButtonLink>
      </div>
    </Section>
  )
}
