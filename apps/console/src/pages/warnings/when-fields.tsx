import { useId } from 'react'
import { strings } from '../../strings/index.ts'
import { Field } from '../people/fields.tsx'
import { type Change, Check, Choice } from './rule-form.tsx'
import type { RuleValues } from './rule-values.ts'
import styles from './warnings-page.module.css'

const form = strings.warnings.form

/** The zones that this browser knows. */
const zones = Intl.supportedValuesOf?.('timeZone') ?? []

/** When a rule sends: at once or gathered, and in which hours not. */
export function WhenFields({ values, change }: { readonly values: RuleValues; readonly change: Change }) {
  const { digest, isQuiet } = values
  const list = useId()
  const hasTimes = digest !== 'once' || isQuiet
  return (
    <>
      <div className={styles.two}>
        <Choice
          label={form.digest}
          value={digest}
          options={(['once', 'hour', 'day'] as const).map((one) => [one, form.digests[one]])}
          onChange={(next) => change({ digest: next })}
        />
        {digest === 'day' && (
          <Field
            label={form.at}
            type="time"
            value={values.at}
            onChange={(event) => change({ at: event.target.value })}
          />
        )}
      </div>
      <Check label={form.quiet} value={isQuiet} onChange={(next) => change({ isQuiet: next })} />
      {isQuiet && (
        <div className={styles.two}>
          <Field
            label={form.quietFrom}
            type="time"
            value={values.quietFrom}
            onChange={(event) => change({ quietFrom: event.target.value })}
          />
          <Field
            label={form.quietTo}
            type="time"
            value={values.quietTo}
            onChange={(event) => change({ quietTo: event.target.value })}
          />
        </div>
      )}
      {hasTimes && (
        <>
          <Field
            label={form.zone}
            list={list}
            value={values.zone}
            spellCheck={false}
            onChange={(event) => change({ zone: event.target.value })}
          />
          <datalist id={list}>
            {['UTC', ...zones].map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <Check
            label={form.critical}
            value={values.criticalAtOnce}
            onChange={(criticalAtOnce) => change({ criticalAtOnce })}
          />
        </>
      )}
    </>
  )
}
