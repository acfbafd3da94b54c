import { Link } from 'wouter'
import { useCaseAttribution } from '../../api/attribution.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { Command } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './case-side.module.css'

const words = strings.attribution

/** Who may be behind a case, in short: the verdict or why there is none, the first groups, and the ways to more. */
export function CaseAttributionBlock({ id }: { readonly id: number }) {
  const { data } = useCaseAttribution(id)
  if (!data) return null
  const { named, confidence, candidates, abstention, someoneElse } = data
  const p = words.percent(candidates[0]?.probability ?? 0)
  return (
    <section className={styles.block} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>
        <b>
          <SafeText
            value={
              named === undefined
                ? words.abstains
                : confidence === 'likely'
                  ? words.likely(named.name, p)
                  : words.possible(named.name, p)
            }
          />
        </b>
      </p>
      {abstention && <p className={styles.none}>{words.abstention[abstention]}</p>}
      {abstention === 'no-knowledge' && <Command>{words.importCommand}</Command>}
      {someoneElse !== undefined && (
        <p className={styles.none}>
          {candidates.slice(0, 3).map((one) => (
            <span key={one.id}>
              <SafeText value={one.name} /> {words.percent(one.probability ?? 0)},{' '}
            </span>
          ))}
          {words.someoneElse} {words.percent(someoneElse)}
        </p>
      )}
      <p>
        <Link href={paths.caseAttribution(id)}>{words.open}</Link>
        {' · '}
        <Link href={`${paths.caseAttribution(id)}#person`}>{words.openMatrix}</Link>
      </p>
    </section>
  )
}
