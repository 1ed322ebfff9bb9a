import { Suspense } from 'react'
import { shellText } from '../../shared/text/ui/shell.ts'
import { CaseScreen } from '../features/case/case-screen.tsx'
import { CasesScreen } from '../features/cases/cases-screen.tsx'
import { CustomersScreen } from '../features/customers/customers-screen.tsx'
import { PayersScreen } from '../features/payers/payers-screen.tsx'
import { TodayScreen } from '../features/today/today-screen.tsx'
import type { Route } from '../state/route.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import {
  ChangesScreen,
  ChecksScreen,
  DataScreen,
  DossierScreen,
  ExchangeScreen,
  ReportsScreen,
  ScenariosScreen,
  SettingsScreen,
  TemplatesScreen,
} from './later-screens.ts'

/** The screen an address leads to. One that is fetched only now is there in a moment: nothing is said of it. */
export function Screen({ route }: { readonly route: Route }) {
  return (
    <Suspense fallback={null}>
      <ScreenOf route={route} />
    </Suspense>
  )
}

function ScreenOf({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'today':
      return <TodayScreen />
    case 'cases':
      return <CasesScreen search={route.search} />
    case 'case':
      return <CaseScreen route={route} />
    case 'checks':
      return <ChecksScreen />
    case 'customers':
      return <CustomersScreen id={route.id} />
    case 'payers':
      return <PayersScreen id={route.id} />
    case 'dossier':
      return <DossierScreen reference={route.ref} />
    case 'exchange':
      return <ExchangeScreen part={route.part} />
    case 'practice':
      return <ScenariosScreen />
    case 'templates':
      return <TemplatesScreen kind={route.kind} />
    case 'reports':
      return <ReportsScreen />
    case 'settings':
      return <SettingsScreen />
    case 'data':
      return <DataScreen />
    case 'changes':
      return <ChangesScreen />
    case 'unknown':
      return (
        <Page title={shellText.unknownPage}>
          <EmptyState
            art="no-match"
            title={shellText.unknownPage}
            action={
              <ButtonLink href="#/today" variant="primary">
                Go to Today
              </ButtonLink>
            }
          >
            {shellText.unknownPageHint}
          </EmptyState>
        </Page>
      )
  }
}
