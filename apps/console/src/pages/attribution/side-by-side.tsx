import type { AttributionAnswer, Matrix } from '../../api/attribution.ts'
import { strings } from '../../strings/index.ts'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './matrix.module.css'
import { bestSupported, differences, inconsistency } from './matrix-state.ts'
import { hypothesisLabel } from './words.ts'

const words = strings.attribution.both
const { cells } = strings.attribution.matrix
const mostDifferences = 200

/** What the machine says beside what a person says: by hypothesis, and in which cells they differ. */
export function SideBySide({
  data,
  person,
  isSame,
}: {
  readonly data: AttributionAnswer
  readonly person: Matrix
  readonly isSame: boolean
}) {
  const machine = data.matrix
  const hypotheses = [
    ...machine.hypotheses,
    ...person.hypotheses.filter(({ id }) => !machine.hypotheses.some((one) => one.id === id)),
  ]
  const differing = differences(machine, person)
  return (
    <section className={styles.panel} aria-labelledby="both-title">
      <h2 id="both-title">{words.title}</h2>
      <p className={styles.hint}>{isSame ? words.noPerson : agreement(machine, person)}</p>
      <div className={styles.scroll}>
        <table className={styles.both}>
          <thead>
            <tr>
              <th scope="col">{words.hypothesis}</th>
              <th scope="col">{words.probability}</th>
              <th scope="col">{words.machineAgainst}</th>
              <th scope="col">{words.personAgainst}</th>
            </tr>
          </thead>
          <tbody>
            {hypotheses.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <SafeText value={hypothesisLabel(one)} />
                </th>
                <td>{probabilityOf(data, one.id)}</td>
                <td>{against(machine, one.id)}</td>
                <td>{against(person, one.id)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{words.differences}</h3>
      {differing.length === 0 && <p className={styles.hint}>{words.none}</p>}
      <ul className={styles.differences}>
        {differing.slice(0, mostDifferences).map(({ row, hypothesis, machine: mine, person: theirs }) => (
          <li key={`${row} ${hypothesis} ${mine} ${theirs}`}>
            <SafeText value={row} />
            {hypothesis === '' ? (
              <small>{mine ? words.onlyMachine : words.onlyPerson}</small>
            ) : (
              <span>
                <SafeText value={hypothesis} />: {cells[mine!]} → <b>{cells[theirs!]}</b>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function agreement(machine: Matrix, person: Matrix): string {
  const [mine, theirs] = [bestSupported(machine), bestSupported(person)]
  if (mine.length === 1 && theirs.length === 1 && mine[0] === theirs[0]) return words.agree
  return words.differ(front(machine, mine), front(person, theirs))
}

function front({ hypotheses }: Matrix, best: readonly string[]): string {
  const [first, second] = best
  const found = hypotheses.find(({ id }) => id === first)
  return second === undefined && found ? hypothesisLabel(found) : words.tie
}

function probabilityOf({ candidates, someoneElse }: AttributionAnswer, id: string): string {
  const p = id === 'someone-else' ? someoneElse : candidates.find((one) => one.id === id)?.probability
  return p === undefined ? '–' : strings.attribution.percent(p)
}

function against(matrix: Matrix, id: string): string {
  const at = matrix.hypotheses.findIndex((one) => one.id === id)
  return at < 0 ? '–' : inconsistency(matrix)[at]!.toFixed(1)
}
