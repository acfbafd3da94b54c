import { strings } from '../../strings/index.ts'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './records.module.css'
import type { QuotedField, QuotedRecord } from './records-of.ts'

const words = strings.network

/** The quoted records, what met the rule first and marked; the other fields can be opened. */
export function Records({ records }: { readonly records: readonly QuotedRecord[] }) {
  return (
    <ol className={styles.records}>
      {records.map(({ where, said, fields }, index) => {
        const met = fields.filter(({ asked }) => asked.length > 0)
        const others = fields.filter(({ asked }) => asked.length === 0)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two records may stand in one place
          <li key={index}>
            <header>
              <code>
                <SafeText value={where} />
              </code>
              <span>{said}</span>
            </header>
            <dl>
              {met.map((field) => (
                <Field key={field.name} field={field} />
              ))}
            </dl>
            {others.length > 0 && (
              <details open={met.length === 0}>
                <summary>
                  {words.unmatched} ({strings.number(others.length)})
                </summary>
                <dl>
                  {others.map((field) => (
                    <Field key={field.name} field={field} />
                  ))}
                </dl>
              </details>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function Field({ field: { name, value, asked, marks } }: { readonly field: QuotedField }) {
  return (
    <div>
      <dt>
        <SafeText value={name} />
      </dt>
      <dd>
        <code>
          <Marked value={value} marks={marks} />
        </code>
        {asked.map((one) => (
          <small key={one}>
            <SafeText value={one} />
          </small>
        ))}
      </dd>
    </div>
  )
}

function Marked({ value, marks }: Pick<QuotedField, 'value' | 'marks'>) {
  const parts: { text: string; isMarked: boolean; from: number }[] = []
  let at = 0
  for (const [from, to] of marks) {
    if (from > at) parts.push({ text: value.slice(at, from), isMarked: false, from: at })
    parts.push({ text: value.slice(from, to), isMarked: true, from })
    at = to
  }
  if (at < value.length) parts.push({ text: value.slice(at), isMarked: false, from: at })
  return parts.map(({ text, isMarked, from }) =>
    isMarked ? (
      <mark key={from}>
        <SafeText value={text} />
      </mark>
    ) : (
      <SafeText key={from} value={text} />
    ),
  )
}
