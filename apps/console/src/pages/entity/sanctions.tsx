import type { Entity } from '../../api/types.ts'
import { strings } from '../../strings/index.ts'
import { partialDate } from '../../text/dates.ts'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './entity-page.module.css'
import { Address } from './fact-value.tsx'

const words = strings.entity.sanction

/** The designations: who, under which programme and law, since when. */
export function Sanctions({ sanctions }: { readonly sanctions: readonly Entity[] }) {
  return (
    <ul className={styles.sanctions}>
      {sanctions.map((sanction) => (
        <li key={sanction.id}>
          <Sanction properties={sanction.properties} />
        </li>
      ))}
    </ul>
  )
}

function Sanction({ properties: all }: { readonly properties: Entity['properties'] }) {
  const values = (...names: string[]) => [...new Set(names.flatMap((name) => all[name] ?? []))]
  const span = [all.startDate?.[0], all.endDate?.[0]]
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [words.programme, values('program', 'programId')],
    [words.basis, values('reason')],
    [words.listed, values('listingDate').map(partialDate)],
    [words.from, inForce(span[0], span[1])],
    [words.measures, values('provisions', 'summary')],
    [words.status, values('status')],
    [words.reference, values('authorityId', 'unscId', 'recordId')],
  ]
  return (
    <article className={styles.sanction}>
      <h3>
        <SafeText value={values('authority', 'publisher').join('; ') || words.authority} />
      </h3>
      <dl>
        {rows
          .filter(([, found]) => found.length > 0)
          .map(([label, found]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {found.map((value) => (
                  <span key={value}>
                    <SafeText value={value} />
                  </span>
                ))}
              </dd>
            </div>
          ))}
        {values('sourceUrl').map((url) => (
          <div key={url}>
            <dt>{words.source}</dt>
            <dd>
              <Address value={url} />
            </dd>
          </div>
        ))}
      </dl>
    </article>
  )
}

function inForce(from: string | undefined, to: string | undefined): string[] {
  if (from && to) return [strings.dates.span(partialDate(from), partialDate(to))]
  if (from) return [strings.dates.since(partialDate(from))]
  return to ? [strings.dates.until(partialDate(to))] : []
}
