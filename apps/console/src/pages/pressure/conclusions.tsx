import type { Pressure } from '../../api/pressure.ts'
import { strings } from '../../strings/index.ts'
import styles from './pressure-page.module.css'
import { chance, figure } from './words.ts'

const words = strings.pressure

/** What the data say and what they can't, with intervals. */
export function Conclusions({ data }: { readonly data: Pressure }) {
  const { report, verdict } = data
  const { verified, all, lags, hawkes, undated } = report
  const { counts, power } = verified
  const rows = [
    ratioRow(words.sets.verified, verified.ratio, counts.pShifted),
    ratioRow(words.sets.all, all.ratio, all.counts.pShifted),
    ratioRow(words.sets.amounts, factorOf(verified.amounts.difference), verified.amounts.pShifted),
  ]
  const isCompared = counts.events.length > 0
  return (
    <section className={styles.panel} aria-labelledby="says">
      <h2 id="says">{words.says}</h2>
      <p className={styles.verdict}>{words.verdicts[verdict.verified]}</p>
      {verdict.verified !== 'nothing' && <p>{words.causes}</p>}
      {isCompared && (
        <>
          <h3>{words.ratio}</h3>
          <p className={styles.hint}>{words.ratioHint}</p>
          <ul className={styles.ratios}>
            {rows.map((row) => (
              <li key={row.label}>
                <span>{row.label}</span>
                <IntervalBar {...row} />
                <span className={styles.figures}>
                  {words.ratioOf(figure(row.value), figure(row.low), figure(row.high))}{' '}
                  <small>{words.chance(chance(row.p))}</small>
                </span>
              </li>
            ))}
          </ul>
          <p className={styles.hint}>
            {words.permutation(counts.shifts, chance(counts.pShifted), chance(counts.pScattered))}
          </p>
        </>
      )}
      <ul className={styles.sentences}>
        {isCompared && (
          <li>
            {words.power(verified.incidents, power.smallestRatio?.toFixed(1), power.greatestFall?.toFixed(2))}
          </li>
        )}
        <li>{words.lagOf(lags.best.rho.toFixed(2), lags.best.lag, chance(lags.p))}</li>
        <li>
          {hawkes.fitted
            ? words.hawkes(
                hawkes.gain.value.toFixed(1),
                hawkes.gain.low.toFixed(1),
                hawkes.gain.high.toFixed(1),
              )
            : words.hawkesNone(hawkes.incidents, hawkes.needed)}
        </li>
        <li>{words.missing(undated)}</li>
      </ul>
    </section>
  )
}

interface Row {
  readonly label: string
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly p: number
}

function ratioRow(label: string, { value, low, high }: Omit<Row, 'label' | 'p'>, p: number): Row {
  return { label, value, low, high, p }
}

/** A difference of logarithms as a ratio. */
function factorOf({ value, low, high }: Omit<Row, 'label' | 'p'>) {
  const factor = (log: number | null) => (log === null ? null : 10 ** log)
  return { value: factor(value), low: factor(low), high: factor(high) }
}

/** Ratios from a tenth to ten times, on a scale of logarithms; one is in the middle. */
const place = (ratio: number | null) => {
  if (ratio === null) return 100
  return ratio <= 0 ? 0 : Math.min(100, Math.max(0, (Math.log10(ratio) + 1) * 50))
}

function IntervalBar({ value, low, high }: Row) {
  return (
    <svg className={styles.interval} viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
      <line x1={50} x2={50} y1={0} y2={16} className={styles.one} />
      <line x1={place(low)} x2={place(high)} y1={8} y2={8} className={styles.reach} />
      <line x1={place(value)} x2={place(value)} y1={3} y2={13} className={styles.value} />
    </svg>
  )
}
