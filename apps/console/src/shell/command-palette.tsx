import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useLocation } from 'wouter'
import { useFind } from '../api/floor.ts'
import { elsewhereOf } from '../pages/search/elsewhere.tsx'
import { useSearch } from '../pages/search/use-search.ts'
import { strings } from '../strings/index.ts'
import { schemaName } from '../text/labels.ts'
import { Key } from '../ui/controls.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon, type IconName, schemaIcon } from '../ui/icons.tsx'
import { SafeText } from '../ui/safe-text.tsx'
import styles from './command-palette.module.css'
import { foundIcon, foundKind, foundPath, otherRooms } from './found.ts'
import { paths } from './paths.ts'

interface Item {
  readonly id: string
  readonly icon: IconName
  readonly label: string
  readonly hint: string
  readonly isKey: boolean
  readonly run: () => void
}

/** Everything by typing a part of its name: pages, commands, entities. */
export function CommandPalette({
  onClose,
  onTheme,
  onShortcuts,
  onTour,
}: {
  onClose: () => void
  onTheme: () => void
  onShortcuts: () => void
  onTour: () => void
}) {
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const [, go] = useLocation()
  const list = useId()
  const { hits, enabled, text: asked } = useSearch(text)
  const { groups } = useFind(asked, enabled, 3, otherRooms)
  const visit = (path: string) => () => {
    onClose()
    go(path)
  }
  const words = strings.shortcuts
  const commands: Item[] = [
    command('floor', words.goFloor, 'g h', visit(paths.search)),
    command('cases', strings.cases.go, 'g c', visit(paths.cases)),
    command('findings', words.goFindings, 'g f', visit(paths.findings)),
    command('sea', words.goSea, 'g m', visit(paths.sea)),
    command('network', strings.network.shortcuts.go, 'g n', visit(paths.network)),
    command('payments', strings.payments.shortcuts.go, 'g y', visit(paths.payments)),
    command('lists', words.goLists, 'g l', visit(paths.lists)),
    command('question', words.goKnowledge, 'g k', visit(paths.knowledge)),
    command('links', strings.graph.goTo, 'g r', visit(paths.graphPage)),
    command('target', strings.operations.go, 'g o', visit(paths.operations)),
    command('play', strings.drills.goTo, 'g d', visit(paths.drills)),
    command('question', strings.attribution.go, 'g t', visit(paths.attribution)),
    command('bell', strings.warnings.go, 'g e', visit(paths.warnings)),
    command('pressure', strings.pressure.go, 'g u', visit(paths.pressure)),
    command('person', words.goWatched, 'g w', visit(paths.watched)),
    command('organisation', strings.people.shortcut, 'g p', visit(paths.people)),
    command('person', strings.people.account.title, '', visit(paths.account)),
    command('audit', words.goAudit, 'g a', visit(paths.audit)),
    command('organisation', words.goProfile, 'g i', visit(paths.profile)),
    command('settings', words.goSettings, 'g ,', visit(paths.settings)),
    command('sun', words.theme, '', onTheme),
    command('tour', words.startTour, '', () => {
      onClose()
      onTour()
    }),
    command('keyboard', words.title, '?', onShortcuts),
  ].filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase()))
  const entities = hits.slice(0, 6).map(
    ({ entity }): Item => ({
      id: entity.id,
      icon: schemaIcon(entity.schema),
      label: entity.caption,
      hint: schemaName(entity.schema),
      isKey: false,
      run: visit(paths.entity(entity.id)),
    }),
  )
  const others = elsewhereOf(enabled ? groups : []).map(
    ({ room, thing }): Item => ({
      id: `${room} ${thing.id}`,
      icon: foundIcon(room, thing),
      label: thing.title,
      hint: foundKind(room, thing),
      isKey: false,
      run: visit(foundPath(room, thing)),
    }),
  )
  const items = text.trim() ? [...entities, ...others, ...commands] : commands
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setActive(Math.min(items.length - 1, active + 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1))
    else if (event.key === 'Enter') items[active]?.run()
    else return
    event.preventDefault()
  }
  useEffect(() => {
    document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active, list])
  return (
    <Dialog title={strings.palette.label} place="top" onClose={onClose}>
      <div className={styles.box}>
        <Icon name="search" />
        <input
          autoFocus
          role="combobox"
          aria-label={strings.palette.label}
          aria-expanded={items.length > 0}
          aria-controls={list}
          aria-activedescendant={items.length > 0 ? `${list}-${active}` : undefined}
          placeholder={strings.find.placeholder}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
        <Key>Esc</Key>
      </div>
      <div role="status" className="visually-hidden">
        {strings.palette.resultCount(items.length)}
      </div>
      <div id={list} role="listbox" aria-label={strings.palette.label} className={styles.list}>
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the input takes the keys
          <div
            key={item.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles.item}
            onPointerMove={() => index !== active && setActive(index)}
            onClick={item.run}
          >
            <Icon name={item.icon} />
            <SafeText value={item.label} />
            <span className={styles.hint}>
              {item.isKey ? item.hint.split(' ').map((key) => <Key key={key}>{key}</Key>) : item.hint}
            </span>
          </div>
        ))}
      </div>
      {items.length === 0 && <p className={styles.nothing}>{strings.palette.nothing}</p>}
    </Dialog>
  )
}

function command(icon: IconName, label: string, hint: string, run: () => void): Item {
  return { id: `command-${label}`, icon, label, hint, isKey: hint !== '', run }
}
