import { useState } from 'react'
import { strings } from '../../strings/index.ts'
import { Button, IconButton } from '../../ui/controls.tsx'
import { Field, type FieldProps } from './field.tsx'
import styles from './profile-page.module.css'
import type { Editor } from './use-profile-form.ts'

const words = strings.profile
/** Rows that are shown at once; files of thousands come and go as YAML. */
const atOnce = 100

type Row = Readonly<Record<string, string>>
type ListPart = 'accounts' | 'hosts' | 'ships'

/** A list of like things: a row each, fields side by side. */
export function Rows({
  editor,
  part,
  columns,
  empty,
}: {
  editor: Editor
  part: ListPart
  columns: readonly (Pick<FieldProps, 'label' | 'hint' | 'choices' | 'offers'> & { readonly key: string })[]
  empty: Row
}) {
  const rows: readonly Row[] = editor.form[part]
  const [shown, setShown] = useState(atOnce)
  const set = (next: readonly Row[], field?: string) => editor.change(part, next as never, field)
  return (
    <>
      {rows.length === 0 && <p className={styles.none}>{words.nothing}</p>}
      <ul className={styles.rows}>
        {rows.slice(0, shown).map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place while its texts change
          <li key={at} data-part={part}>
            {columns.map(({ key, ...column }) => {
              const name = `${part}[${at}].${key}`
              return (
                <Field
                  key={key}
                  {...column}
                  name={name}
                  value={row[key] ?? ''}
                  fault={editor.faults.get(name)}
                  onChange={(value) => set(rows.with(at, { ...row, [key]: value }), name)}
                />
              )
            })}
            <IconButton
              icon="close"
              label={words.remove(row[columns[0]!.key] || `${at + 1}`)}
              onClick={() => set(rows.toSpliced(at, 1))}
            />
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <Button kind="quiet" onClick={() => setShown(shown + atOnce)}>
          {strings.entity.more(rows.length - shown)}
        </Button>
      )}
      <Button
        onClick={() => {
          setShown(Math.max(shown, rows.length + 1))
          set([...rows, empty])
        }}
      >
        {words.add[part]}
      </Button>
    </>
  )
}
