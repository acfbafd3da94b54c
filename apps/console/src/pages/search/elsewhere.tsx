import { Fragment } from 'react'
import type { FoundGroup, FoundThing } from '../../api/floor.ts'
import { foundIcon, foundKind } from '../../shell/found.ts'
import { strings } from '../../strings/index.ts'
import { Icon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './elsewhere.module.css'

const words = strings.find

/** A found thing with the room that found it. */
export interface Elsewhere {
  readonly room: string
  readonly thing: FoundThing
}

/** What rooms found, one after the other, as one list for the keyboard. */
export function elsewhereOf(groups: readonly FoundGroup[]): Elsewhere[] {
  return groups.flatMap(({ room, hits }) => hits.map((thing) => ({ room, thing })))
}

/** What the other rooms found, as options of the list of results: `from` is the place of the first of them. */
export function ElsewhereOptions({
  groups,
  list,
  from,
  active,
  onPoint,
  onOpen,
}: {
  groups: readonly FoundGroup[]
  list: string
  from: number
  active: number
  onPoint: (at: number) => void
  onOpen: (found: Elsewhere, inNewTab: boolean) => void
}) {
  let at = from
  return groups.map(({ room, hits, state, more, near }) => {
    if (hits.length === 0 && state === 'answered') return null
    const name = words.rooms[room] ?? room
    const note = state === 'answered' ? (near ? words.near : more ? words.more : '') : words[state]
    return (
      <Fragment key={room}>
        <div role="presentation" className={styles.heading}>
          {name}
          {note && <span>{note}</span>}
        </div>
        {hits.map((thing) => {
          const index = at++
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the input keeps the focus and takes the keys
            <div
              key={thing.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === active}
              className={styles.thing}
              onPointerMove={index === active ? undefined : () => onPoint(index)}
              onClick={(event) => onOpen({ room, thing }, event.ctrlKey || event.metaKey)}
            >
              <Icon name={foundIcon(room, thing)} />
              <span className={styles.title}>
                <SafeText value={thing.title} />
              </span>
              <span className={styles.detail}>
                <SafeText value={[foundKind(room, thing), thing.detail].filter(Boolean).join(' · ')} />
              </span>
            </div>
          )
        })}
      </Fragment>
    )
  })
}
