import { useQueryClient } from '@tanstack/react-query'
import { Component, lazy, type ReactNode, Suspense, useEffect } from 'react'
import { Link, Route, Switch, useLocation } from 'wouter'
import { useSession } from './api/people-queries.ts'
import { onSignedOut } from './api/signed-out.ts'
import { SearchPage } from './pages/search/search-page.tsx'
import { KeyProvider } from './shell/keys.tsx'
import { useTitle } from './shell/page.tsx'
import { paths } from './shell/paths.ts'
import { Shell } from './shell/shell.tsx'
import { strings } from './strings/index.ts'
import { Empty, Skeleton } from './ui/controls.tsx'

const EntityPage = lazy(async () => ({
  default: (await import('./pages/entity/entity-page.tsx')).EntityPage,
}))
const ListsPage = lazy(async () => ({ default: (await import('./pages/lists/lists-page.tsx')).ListsPage }))
const FindingsPage = lazy(async () => ({
  default: (await import('./pages/findings/findings-page.tsx')).FindingsPage,
}))
const CasesPage = lazy(async () => ({ default: (await import('./pages/cases/cases-page.tsx')).CasesPage }))
const CasePage = lazy(async () => ({ default: (await import('./pages/cases/case-page.tsx')).CasePage }))
const SeaPage = lazy(async () => ({ default: (await import('./pages/sea/sea-page.tsx')).SeaPage }))
const VesselPage = lazy(async () => ({
  default: (await import('./pages/sea/vessel/vessel-page.tsx')).VesselPage,
}))
const NetworkPage = lazy(async () => ({
  default: (await import('./pages/network/network-page.tsx')).NetworkPage,
}))
const DetectionPage = lazy(async () => ({
  default: (await import('./pages/network/detection-page.tsx')).DetectionPage,
}))
const KnowledgePage = lazy(async () => ({
  default: (await import('./pages/knowledge/knowledge-page.tsx')).KnowledgePage,
}))
const IndicatorPage = lazy(async () => ({
  default: (await import('./pages/knowledge/indicator-page.tsx')).IndicatorPage,
}))
const ThreatPage = lazy(async () => ({
  default: (await import('./pages/knowledge/threat-page.tsx')).ThreatPage,
}))
const PaymentsPage = lazy(async () => ({
  default: (await import('./pages/payments/payments-page.tsx')).PaymentsPage,
}))
const DrillsPage = lazy(async () => ({
  default: (await import('./pages/drills/drills-page.tsx')).DrillsPage,
}))
const DrillPage = lazy(async () => ({ default: (await import('./pages/drills/drill-page.tsx')).DrillPage }))
const GraphPage = lazy(async () => ({
  default: (await import('./pages/graph/graph-page.tsx')).GraphPage,
}))
const OperationsPage = lazy(async () => ({
  default: (await import('./pages/operations/operations-page.tsx')).OperationsPage,
}))
const OperationPage = lazy(async () => ({
  default: (await import('./pages/operations/operation-page.tsx')).OperationPage,
}))
const ChangesPage = lazy(async () => ({
  default: (await import('./pages/changes/changes-page.tsx')).ChangesPage,
}))
const WatchedPage = lazy(async () => ({
  default: (await import('./pages/watched/watched-page.tsx')).WatchedPage,
}))
const ProfilePage = lazy(async () => ({
  default: (await import('./pages/profile/profile-page.tsx')).ProfilePage,
}))
const WarningsPage = lazy(async () => ({
  default: (await import('./pages/warnings/warnings-page.tsx')).WarningsPage,
}))
const PressurePage = lazy(async () => ({
  default: (await import('./pages/pressure/pressure-page.tsx')).PressurePage,
}))
const SettingsPage = lazy(async () => ({
  default: (await import('./pages/settings/settings-page.tsx')).SettingsPage,
}))
const SignInPage = lazy(async () => ({
  default: (await import('./pages/people/sign-in-page.tsx')).SignInPage,
}))
const SetUpPage = lazy(async () => ({ default: (await import('./pages/people/set-up-page.tsx')).SetUpPage }))
const AttributionPage = lazy(async () => ({
  default: (await import('./pages/attribution/attribution-page.tsx')).AttributionPage,
}))
const CaseAttributionPage = lazy(async () => ({
  default: (await import('./pages/attribution/case-attribution-page.tsx')).CaseAttributionPage,
}))
const PeoplePage = lazy(async () => ({
  default: (await import('./pages/people/people-page.tsx')).PeoplePage,
}))
const AccountPage = lazy(async () => ({
  default: (await import('./pages/people/account-page.tsx')).AccountPage,
}))
const AuditPage = lazy(async () => ({ default: (await import('./pages/audit/audit-page.tsx')).AuditPage }))

/** The console: the shell, and in it the page that the address names. */
export function App() {
  return (
    <KeyProvider>
      <SignedOutWatch />
      <Suspense fallback={<Skeleton />}>
        <Switch>
          <Route path="/sign-in">
            <SignInPage />
          </Route>
          <Route path="/set-up/:token">{({ token }) => <SetUpPage token={decoded(token)} />}</Route>
          <Route>
            <Shell>
              <Pages />
            </Shell>
          </Route>
        </Switch>
      </Suspense>
    </KeyProvider>
  )
}

/** Whoever the server no longer knows signs in, and comes back to where they were. */
function SignedOutWatch() {
  const [, go] = useLocation()
  const client = useQueryClient()
  const { data } = useSession()
  const mustSignIn = data !== undefined && data.standing !== 'open' && !data.person
  useEffect(() => {
    const leave = () => {
      const { pathname, search } = window.location
      if (!/^\/(?:sign-in|set-up)(?:\/|$)/.test(pathname))
        go(paths.signIn(pathname + search), { replace: true })
    }
    if (mustSignIn) leave()
    return onSignedOut(() => {
      // Who was known is known no more; the page that signs in asks anew.
      void client.resetQueries({ queryKey: ['session'] })
      leave()
    })
  }, [client, go, mustSignIn])
  return null
}

function Pages() {
  const [location] = useLocation()
  return (
    <Guard key={location.split('/')[1]}>
      <Suspense fallback={<Skeleton />}>
        <Switch>
          <Route path="/">
            <SearchPage />
          </Route>
          <Route path="/entities/:id">{({ id }) => <EntityPage key={id} id={decoded(id)} />}</Route>
          <Route path="/lists">
            <ListsPage />
          </Route>
          <Route path="/lists/:source/changes">
            {({ source }) => <ChangesPage key={source} source={decoded(source)} />}
          </Route>
          <Route path="/graph">
            <GraphPage />
          </Route>
          <Route path="/operations">
            <OperationsPage />
          </Route>
          <Route path="/operations/:id">{({ id }) => <OperationPage key={id} id={decoded(id)} />}</Route>
          <Route path="/watched">
            <WatchedPage />
          </Route>
          <Route path="/cases">
            <CasesPage />
          </Route>
          <Route path="/cases/:id/attribution">
            {({ id }) => <CaseAttributionPage key={id} id={Number(id)} />}
          </Route>
          <Route path="/attribution">
            <AttributionPage />
          </Route>
          <Route path="/cases/:id">{({ id }) => <CasePage key={id} id={Number(id)} />}</Route>
          <Route path="/findings/:id?">{({ id }) => <FindingsPage id={id && decoded(id)} />}</Route>
          <Route path="/sea/vessels/:mmsi">
            {({ mmsi }) => <VesselPage key={mmsi} mmsi={decoded(mmsi)} />}
          </Route>
          <Route path="/sea">
            <SeaPage />
          </Route>
          <Route path="/network">
            <NetworkPage />
          </Route>
          <Route path="/network/indicators">
            <KnowledgePage />
          </Route>
          <Route path="/network/indicators/:kind">
            {({ kind }) => <IndicatorPage kind={decoded(kind)} />}
          </Route>
          <Route path="/network/threats/:id">{({ id }) => <ThreatPage key={id} id={decoded(id)} />}</Route>
          <Route path="/network/:id">{({ id }) => <DetectionPage key={id} id={decoded(id)} />}</Route>
          <Route path="/payments/:id?">{({ id }) => <PaymentsPage id={id && decoded(id)} />}</Route>
          <Route path="/drills">
            <DrillsPage />
          </Route>
          <Route path="/drills/:id">{({ id }) => <DrillPage key={id} id={decoded(id)} />}</Route>
          <Route path="/people">
            <PeoplePage />
          </Route>
          <Route path="/account">
            <AccountPage />
          </Route>
          <Route path="/audit">
            <AuditPage />
          </Route>
          <Route path="/profile">
            <ProfilePage />
          </Route>
          <Route path="/warnings">
            <WarningsPage />
          </Route>
          <Route path="/pressure">
            <PressurePage />
          </Route>
          <Route path="/settings">
            <SettingsPage />
          </Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Suspense>
    </Guard>
  )
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function NotFound() {
  useTitle(strings.fault.notFound)
  return (
    <Empty icon="question" level="h1" title={strings.fault.notFound}>
      <p>{strings.fault.notFoundHint}</p>
      <Link href={paths.search}>{strings.fault.home}</Link>
    </Empty>
  )
}

/** Keeps the navigation alive when a page breaks. */
class Guard extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <div role="alert">
        <Empty icon="warning" level="h1" title={strings.fault.crashed}>
          <p>{strings.fault.crashedHint}</p>
          <a href={paths.search}>{strings.fault.home}</a>
        </Empty>
      </div>
    )
  }
}
