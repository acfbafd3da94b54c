import { Link } from 'wouter'
import type { Operation, OperationDoor, OperationRule } from '../../api/operations.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { CopyButton } from '../../ui/controls.tsx'
import styles from './means.module.css'
import { Cite } from './sources.tsx'

const words = strings.operations
const doors: readonly OperationDoor[] = ['network', 'payments', 'sea']

/** Where the findings of a rule stand. */
export function rulePath({ door, id }: OperationRule): string {
  if (door === 'network') return `${paths.network}?rule=${encodeURIComponent(id)}`
  return door === 'payments' ? paths.payments : paths.sea
}

/** Rules of the pack that belong to an operation, by door. */
export function Rules({ rules }: { readonly rules: readonly OperationRule[] }) {
  if (rules.length === 0) return <p>{words.noRules}</p>
  return (
    <div className={styles.rules}>
      {doors
        .map((door) => [door, rules.filter((rule) => rule.door === door)] as const)
        .filter(([, some]) => some.length > 0)
        .map(([door, some]) => (
          <div key={door}>
            <h3>{words.doors[door]}</h3>
            <ul>
              {some.map((rule) => (
                <li key={rule.id}>
                  <Link href={rulePath(rule)}>{rule.title}</Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </div>
  )
}

/** Techniques of ATT&CK, and how they were used here. */
export function Techniques({ operation: { techniques, sources } }: { readonly operation: Operation }) {
  return (
    <ul className={styles.list}>
      {techniques.map(({ id, name, stix, how, source }) => (
        <li key={id}>
          <p className={styles.head}>
            <code translate="no">{id}</code> {stix ? <Link href={paths.threat(stix)}>{name}</Link> : name}
          </p>
          <p>
            {how} <Cite ids={[source]} sources={sources} />
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Programs, hosts, accounts and services that were used. */
export function Means({
  operation: { software, infrastructure, sources },
}: {
  readonly operation: Operation
}) {
  const rows = [
    [words.software, software],
    [words.infrastructure, infrastructure],
  ] as const
  return rows
    .filter(([, things]) => things.length > 0)
    .map(([title, things]) => (
      <div key={title} className={styles.part}>
        <h3>{title}</h3>
        <ul className={styles.list}>
          {things.map((one) => (
            <li key={`${one.name} ${one.what}`}>
              <p className={styles.head}>
                {'stix' in one && one.stix ? <Link href={paths.threat(one.stix)}>{one.name}</Link> : one.name}
              </p>
              <p>
                {one.what} <Cite ids={[one.source]} sources={sources} />
              </p>
            </li>
          ))}
        </ul>
      </div>
    ))
}

/** Patterns that were published. */
export function Indicators({ operation: { indicators, sources } }: { readonly operation: Operation }) {
  if (indicators.length === 0) return null
  return (
    <div className={styles.part}>
      <h3>{words.indicators}</h3>
      <ul className={styles.list}>
        {indicators.map(({ name, pattern, what, source }) => (
          <li key={pattern}>
            <p className={styles.head}>
              {name} <CopyButton value={pattern} what={name} />
            </p>
            <p>
              {what} <Cite ids={[source]} sources={sources} />
            </p>
            <code translate="no" className={styles.pattern}>
              {pattern}
            </code>
          </li>
        ))}
      </ul>
    </div>
  )
}
