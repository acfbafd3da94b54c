import { strings } from '../strings/index.ts'
import { Button, Key } from '../ui/controls.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useStored } from '../ui/stored.ts'
import { singleKeysKey } from './keys.tsx'
import styles from './shortcuts-dialog.module.css'

const words = strings.shortcuts
const groups: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    words.everywhere,
    [
      ['/', words.focusSearch],
      ['Ctrl K', words.palette],
      ['g h', words.goFloor],
      ['g c', strings.cases.go],
      ['g f', words.goFindings],
      ['g m', words.goSea],
      ['g n', strings.network.shortcuts.go],
      ['g y', strings.payments.shortcuts.go],
      ['g d', strings.drills.goTo],
      ['g l', words.goLists],
      ['g a', words.goAudit],
      ['g w', words.goWatched],
      ['g k', words.goKnowledge],
      ['g i', words.goProfile],
      ['g ,', words.goSettings],
      ['g r', strings.graph.goTo],
      ['g o', strings.operations.go],
      ['g t', strings.attribution.go],
      ['g e', strings.warnings.go],
      ['g u', strings.pressure.go],
      ['g p', strings.people.shortcut],
      ['?', words.help],
    ],
  ],
  [
    words.inSearch,
    [
      ['↓ ↑', words.move],
      ['Enter', words.openHit],
      ['Ctrl Enter', words.openHitTab],
      ['Esc', words.clear],
    ],
  ],
  [
    words.inFindings,
    [
      ['j k', `${words.next}, ${words.previous.toLowerCase()}`],
      ['t', words.decideTrue],
      ['f', words.decideFalse],
      ['u', words.decideUnsure],
      ['Enter', words.save],
      ['z', words.undo],
      ['o', words.openMatch],
    ],
  ],
  [
    strings.cases.shortcuts.group,
    [
      ['j k', strings.cases.shortcuts.move],
      ['Enter', strings.cases.shortcuts.open],
      ['x', strings.cases.shortcuts.select],
      [
        'a s d',
        strings.cases.shortcuts.assign +
          ', ' +
          strings.cases.shortcuts.state.toLowerCase() +
          ', ' +
          strings.cases.shortcuts.due.toLowerCase(),
      ],
      ['n', strings.cases.shortcuts.note],
      ['t f u', strings.cases.shortcuts.decide],
      ['z', strings.cases.shortcuts.undo],
    ],
  ],
  [
    words.inSea,
    [
      ['j k', words.seaMove],
      ['Space', words.seaPlay],
      [', .', words.seaStep],
      ['[ ]', words.seaSpeed],
      ['n', words.seaSighting],
      ['← → ↑ ↓ + -', words.seaMap],
    ],
  ],
  [
    strings.payments.shortcuts.group,
    [
      ['j k', strings.payments.shortcuts.next],
      ['r', strings.payments.actions.propose],
      ['c', strings.payments.actions.confirm],
      ['d', strings.payments.actions.decline],
      ['b', strings.payments.actions.block],
      ['z', strings.payments.actions.reopen],
      ['o', strings.payments.shortcuts.open],
      ['i', strings.payments.shortcuts.importFile],
    ],
  ],
  [
    strings.attribution.matrix.shortcutGroup,
    [
      ['← → ↑ ↓ c i n a', strings.attribution.matrix.shortcutText],
      ['z', strings.attribution.matrix.undo],
    ],
  ],
  [
    strings.network.shortcuts.group,
    [
      ['j k', `${strings.network.shortcuts.next}, ${strings.network.shortcuts.previous.toLowerCase()}`],
      ['Enter', strings.network.shortcuts.open],
      ['Esc', strings.network.shortcuts.back],
    ],
  ],
]

/** All shortcuts, and the switch for those of a single key. */
export function ShortcutsDialog({
  onClose,
  onTour,
}: {
  readonly onClose: () => void
  readonly onTour: () => void
}) {
  const [enabled, setEnabled] = useStored(singleKeysKey, true)
  return (
    <Dialog title={words.title} onClose={onClose}>
      <div className={styles.groups}>
        {groups.map(([title, keys]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([key, what]) => (
                <div key={key}>
                  <dt>
                    {key.split(' ').map((part) => (
                      <Key key={part}>{part}</Key>
                    ))}
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Button
        onClick={() => {
          onClose()
          onTour()
        }}
      >
        {words.startTour}
      </Button>
      <label className={styles.option}>
        <input type="checkbox" checked={enabled} onChange={(event) => setEnabled(event.target.checked)} />
        <span>
          {words.singleKeys}
          <small>{words.singleKeysHint}</small>
        </span>
      </label>
    </Dialog>
  )
}
