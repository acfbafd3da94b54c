import { type ReactNode, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useOpenFindings } from '../api/queries.ts'
import { useFollowLive } from '../api/use-live.ts'
import { strings } from '../strings/index.ts'
import { IconButton, Key } from '../ui/controls.tsx'
import { Icon, type IconName } from '../ui/icons.tsx'
import { AccountMenu } from './account-menu.tsx'
import { CommandPalette } from './command-palette.tsx'
import { useDensity } from './density.ts'
import { useKeys } from './keys.tsx'
import { Logo } from './logo.tsx'
import { OpenBanner } from './open-banner.tsx'
import { paths } from './paths.ts'
import styles from './shell.module.css'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { StatusBar } from './status-bar.tsx'
import { type Theme, useTheme } from './theme.ts'
import { Tour } from './tour/tour.tsx'
import { useTour } from './tour/use-tour.ts'

const pages: readonly {
  path: string
  icon: IconName
  name:
    | 'floor'
    | 'cases'
    | 'findings'
    | 'watched'
    | 'sea'
    | 'network'
    | 'graph'
    | 'attribution'
    | 'lists'
    | 'audit'
    | 'profile'
    | 'payments'
    | 'operations'
    | 'drills'
    | 'warnings'
    | 'pressure'
}[] = [
  { path: paths.search, icon: 'floor', name: 'floor' },
  { path: paths.cases, icon: 'cases', name: 'cases' },
  { path: paths.findings, icon: 'findings', name: 'findings' },
  { path: paths.payments, icon: 'payments', name: 'payments' },
  { path: paths.sea, icon: 'sea', name: 'sea' },
  { path: paths.network, icon: 'network', name: 'network' },
  { path: paths.graphPage, icon: 'links', name: 'graph' },
  { path: paths.operations, icon: 'target', name: 'operations' },
  { path: paths.drills, icon: 'play', name: 'drills' },
  { path: paths.attribution, icon: 'question', name: 'attribution' },
  { path: paths.watched, icon: 'person', name: 'watched' },
  { path: paths.lists, icon: 'lists', name: 'lists' },
  { path: paths.pressure, icon: 'pressure', name: 'pressure' },
  { path: paths.warnings, icon: 'bell', name: 'warnings' },
  { path: paths.profile, icon: 'organisation', name: 'profile' },
  { path: paths.audit, icon: 'audit', name: 'audit' },
]
const themeIcons: Readonly<Record<Theme, IconName>> = { system: 'system', light: 'sun', dark: 'moon' }

/** What stands around every page: navigation, status bar, command palette, shortcuts. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const [, go] = useLocation()
  const [open, setOpen] = useState<'palette' | 'shortcuts'>()
  const { theme, change } = useTheme()
  const tour = useTour()
  useDensity()
  useFollowLive()
  const close = () => setOpen(undefined)
  useKeys({
    'mod+k': () => setOpen(open === 'palette' ? undefined : 'palette'),
    '?': () => setOpen('shortcuts'),
    '/': () => go(paths.search),
    'g s': () => go(paths.search),
    'g h': () => go(paths.search),
    'g i': () => go(paths.profile),
    'g ,': () => go(paths.settings),
    'g k': () => go(paths.knowledge),
    'g l': () => go(paths.lists),
    'g f': () => go(paths.findings),
    'g c': () => go(paths.cases),
    'g a': () => go(paths.audit),
    'g m': () => go(paths.sea),
    'g n': () => go(paths.network),
    'g y': () => go(paths.payments),
    'g w': () => go(paths.watched),
    'g t': () => go(paths.attribution),
    'g r': () => go(paths.graphPage),
    'g o': () => go(paths.operations),
    'g d': () => go(paths.drills),
    'g e': () => go(paths.warnings),
    'g u': () => go(paths.pressure),
    'g p': () => go(paths.people),
  })
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {strings.skip}
      </a>
      <header className={styles.side}>
        <Link href={paths.search} className={styles.brand} aria-label={strings.product}>
          <Logo />
          <span>{strings.product}</span>
        </Link>
        <Navigation onMore={() => setOpen('palette')} />
        <div className={styles.tools}>
          <button type="button" className={styles.palette} onClick={() => setOpen('palette')}>
            <Icon name="search" />
            <span>{strings.shortcuts.palette}</span>
            <Key>Ctrl K</Key>
          </button>
          <IconButton
            icon={themeIcons[theme]}
            label={strings.theme.label(strings.theme[theme])}
            onClick={change}
          />
          <AccountMenu />
          <IconButton icon="keyboard" label={strings.shortcuts.title} onClick={() => setOpen('shortcuts')} />
          <Link
            href={paths.settings}
            className={styles.settings}
            aria-label={strings.nav.settings}
            title={strings.nav.settings}
          >
            <Icon name="settings" />
          </Link>
        </div>
      </header>
      <main id="content" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <div className={styles.foot}>
        <OpenBanner />
        <StatusBar />
      </div>
      {open === 'palette' && (
        <CommandPalette
          onClose={close}
          onTheme={change}
          onShortcuts={() => setOpen('shortcuts')}
          onTour={tour.start}
        />
      )}
      {open === 'shortcuts' && <ShortcutsDialog onClose={close} onTour={tour.start} />}
      {tour.isRunning && <Tour onEnd={tour.end} />}
    </div>
  )
}

function Navigation({ onMore }: { readonly onMore: () => void }) {
  const [location] = useLocation()
  const undecided = useOpenFindings()
  return (
    <nav aria-label={strings.nav.label} className={styles.nav}>
      {pages.map(({ path, icon, name }) => {
        const isCurrent = path === '/' ? location === '/' : location.startsWith(path)
        return (
          <Link
            key={path}
            href={path}
            aria-current={isCurrent ? 'page' : undefined}
            data-tour={`nav-${name}`}
          >
            <Icon name={icon} />
            <span>{strings.nav[name]}</span>
            {name === 'findings' && !!undecided && (
              <span className={styles.count} title={strings.nav.open(undecided)}>
                {undecided > 999 ? '999+' : undecided}
              </span>
            )}
          </Link>
        )
      })}
      <button type="button" className={styles.more} onClick={onMore}>
        <Icon name="more" />
        <span>{strings.nav.more}</span>
      </button>
    </nav>
  )
}
