import { useId } from 'react'
import type { ProfileFault } from '../../api/profile.ts'
import { strings } from '../../strings/index.ts'
import { classes } from '../../ui/classes.ts'
import styles from './profile-page.module.css'

const words = strings.profile

/** What every field is told. */
export interface FieldProps {
  /** Its name in the form: `accounts[0].bic`. */
  readonly name: string
  readonly label: string
  readonly value: string
  readonly fault: ProfileFault | undefined
  readonly onChange: (value: string) => void
  readonly hint?: string
  readonly lines?: number
  readonly choices?: readonly (readonly [string, string])[]
  /** Id of a list of values that are offered. */
  readonly offers?: string
  readonly type?: 'text' | 'time'
}

/** One field with its label, and what is wrong with it. */
export function Field({
  name,
  label,
  value,
  fault,
  onChange,
  hint,
  lines,
  choices,
  offers,
  type,
}: FieldProps) {
  const id = useId()
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  const shared = {
    id,
    value,
    'data-field': name,
    'aria-invalid': fault !== undefined,
    'aria-describedby': described || undefined,
  }
  return (
    <div className={classes(styles.field, fault && styles.wrong)}>
      <label htmlFor={id}>{label}</label>
      {choices ? (
        <select {...shared} onChange={(event) => onChange(event.target.value)}>
          {choices.map(([key, text]) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </select>
      ) : lines ? (
        <textarea
          {...shared}
          rows={lines}
          spellCheck={false}
          dir="auto"
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          {...shared}
          type={type ?? 'text'}
          list={offers}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {hint && (
        <small id={`${id}-hint`} className={styles.hint}>
          {hint}
        </small>
      )}
      {fault && (
        <small id={`${id}-fault`} className={styles.fault}>
          {words.fault(fault.expected, fault.found)}
        </small>
      )}
    </div>
  )
}
