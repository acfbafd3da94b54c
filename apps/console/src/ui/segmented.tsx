import { strings } from '../strings/index.ts'
import styles from './segmented.module.css'

/** A choice of one among few, side by side; beside each may stand how many there are. */
export function Segmented<T extends string>({
  legend,
  name,
  options,
  value,
  labelOf,
  countOf = () => undefined,
  onChange,
}: {
  /** Says to a screen reader what is chosen. */
  readonly legend: string
  /** Of the group, unique on the page. */
  readonly name: string
  readonly options: readonly T[]
  readonly value: T
  labelOf(option: T): string
  countOf?(option: T): number | undefined
  onChange(option: T): void
}) {
  return (
    <fieldset className={styles.segmented}>
      <legend className="visually-hidden">{legend}</legend>
      {options.map((option) => {
        const count = countOf(option)
        return (
          <label key={option}>
            <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
            <span>
              {labelOf(option)}
              {count !== undefined && <small>{strings.number(count)}</small>}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
