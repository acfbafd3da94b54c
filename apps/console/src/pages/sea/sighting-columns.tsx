import { strings } from '../../strings/index.ts'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './import-sightings.module.css'

const words = strings.sea.sightings

/** What a sighting can say. */
export type SightingField = keyof typeof words.fields

/** A column of the file, and what it is read as. */
export interface SightingColumn {
  readonly column: string
  readonly field?: SightingField
}

/** The column for each field; an empty one for a field that is not to be read. */
export type ColumnChoice = Readonly<Partial<Record<SightingField, string>>>

const fields = Object.keys(words.fields) as SightingField[]
const needed: readonly SightingField[] = ['time', 'lat', 'lon']
const shownUnread = 12

/** The choice that the server made by the names. */
export function choiceOf(columns: readonly SightingColumn[]): ColumnChoice {
  return Object.fromEntries(columns.flatMap(({ column, field }) => (field ? [[field, column]] : [])))
}

/** Fields without which a sighting is none. */
export function missingIn(choice: ColumnChoice): SightingField[] {
  return needed.filter((field) => !choice[field])
}

/** As the server takes it: `FIELD=COLUMN` of every field, to be added to a query. Nothing where nothing was chosen. */
export function columnQuery(choice: ColumnChoice | undefined): string {
  if (!choice) return ''
  return fields.map((field) => `&column=${encodeURIComponent(`${field}=${choice[field] ?? ''}`)}`).join('')
}

/** For each thing that a sighting says, the column that holds it. */
export function SightingColumns({
  columns,
  choice,
  isBusy,
  onChange,
}: {
  readonly columns: readonly SightingColumn[]
  readonly choice: ColumnChoice
  readonly isBusy: boolean
  readonly onChange: (choice: ColumnChoice) => void
}) {
  const read = new Set(Object.values(choice))
  const unread = columns.filter(({ column }) => !read.has(column)).map(({ column }) => column)
  const change = (field: SightingField, column: string) => {
    // A column says one thing.
    const others = Object.fromEntries(Object.entries(choice).filter(([, one]) => one !== column))
    onChange({ ...others, [field]: column })
  }
  return (
    <fieldset className={styles.columns} disabled={isBusy}>
      <legend>{words.columns}</legend>
      <div className={styles.grid}>
        {fields.map((field) => (
          <label key={field} data-missing={needed.includes(field) && !choice[field]}>
            <span>{words.fields[field]}</span>
            <select value={choice[field] ?? ''} onChange={(event) => change(field, event.target.value)}>
              <option value="">{words.none}</option>
              {columns.map(({ column }) => (
                <option key={column} value={column}>
                  {column.slice(0, 60)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      {unread.length > 0 && (
        <p className={styles.hint}>
          <SafeText
            value={words.unread(
              unread.slice(0, shownUnread).join(', ') + (unread.length > shownUnread ? ' …' : ''),
            )}
          />
        </p>
      )}
    </fieldset>
  )
}
