import { useState } from 'react'
import type { Detection, NetworkView } from '../../api/types.ts'
import { strings } from '../../strings/index.ts'
import { classes } from '../../ui/classes.ts'
import styles from './matrix.module.css'
import { countedByTechnique, isUnder } from './narrow.ts'

const words = strings.network

/** Tactics as columns, the techniques that were met below them. A technique narrows the page. */
export function Matrix({
  view,
  detections,
  chosen,
  onChoose,
}: {
  view: NetworkView
  detections: readonly Detection[]
  chosen: string | undefined
  onChoose: (technique: string | undefined) => void
}) {
  const counts = countedByTechnique(detections)
  const most = Math.max(1, ...[...counts.values()].map(({ count }) => count))
  const [groupId, setGroupId] = useState('')
  const group = view.groups?.find(({ id }) => id === groupId)
  const columns = view.matrix
    .map((column) => ({
      ...column,
      techniques: column.techniques.filter((id) => counts.has(id) || (group && uses(group.techniques, id))),
    }))
    .filter(({ techniques }) => techniques.length > 0)
  if (columns.length === 0) return null
  return (
    <div className={styles.block}>
      <header>
        <div>
          <h2 id="matrix">{words.matrix}</h2>
          <p>{group ? seenOf(group, counts) : words.matrixHint}</p>
        </div>
        {view.groups && view.groups.length > 0 && (
          <select
            aria-label={words.group}
            value={groupId}
            onChange={(event) => setGroupId(event.target.value)}
          >
            <option value="">{words.noGroup}</option>
            {view.groups.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section className={styles.scroller} tabIndex={0} aria-label={words.matrix}>
        <ul className={styles.columns}>
          {columns.map(({ id, title, techniques }) => (
            <li key={id}>
              <h3>
                {title || words.otherTactic}
                <small>{id}</small>
              </h3>
              <ul>
                {techniques.map((technique) => {
                  const { count = 0, severity = 'low' } = counts.get(technique) ?? {}
                  const name = view.names?.[technique] ?? ''
                  const isUsed = group !== undefined && uses(group.techniques, technique)
                  return (
                    <li key={technique}>
                      <button
                        type="button"
                        className={classes(styles.cell, styles[severity], isUsed && styles.used)}
                        style={
                          {
                            '--share': `${Math.round(12 + 88 * (Math.log1p(count) / Math.log1p(most)))}%`,
                          } as never
                        }
                        aria-pressed={chosen === technique}
                        title={name || undefined}
                        onClick={() => onChoose(chosen === technique ? undefined : technique)}
                      >
                        <span>
                          {technique}
                          {name && <small>{name}</small>}
                        </span>
                        <b>
                          {strings.number(count)}
                          <span className="visually-hidden">
                            {' '}
                            {words.detectionsOf(count)}
                            {isUsed && `, ${words.groupUses(group.name)}`}
                          </span>
                        </b>
                      </button>
                    </li>
                  )
                })}
              </ul>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

type Group = NonNullable<NetworkView['groups']>[number]

function uses(techniques: readonly string[], id: string): boolean {
  return techniques.some((one) => isUnder(one, id) || isUnder(id, one))
}

function seenOf(group: Group, counts: ReadonlyMap<string, unknown>): string {
  const seen = group.techniques.filter((one) =>
    [...counts.keys()].some((id) => isUnder(id, one) || isUnder(one, id)),
  )
  return words.groupSeen(seen.length, group.techniques.length, group.name)
}
