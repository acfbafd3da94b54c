import { useState } from 'react'
import { type SharedCollection, type Tlp, useSharing } from '../../api/sharing.ts'
import { strings } from '../../strings/index.ts'
import { Button } from '../../ui/controls.tsx'
import styles from './change-dialog.module.css'
import own from './share-dialog.module.css'

const words = strings.sharing

/** Which collection a case goes into, or a new one. */
export function CollectionField({
  id,
  tlp,
  collections,
  value,
  mayMake,
  onChange,
}: {
  readonly id: number
  readonly tlp: Tlp
  readonly collections: readonly SharedCollection[]
  readonly value: string
  readonly mayMake: boolean
  readonly onChange: (name: string) => void
}) {
  const [name, setName] = useState('')
  const [title, setTitle] = useState('')
  const { create } = useSharing(id)
  const isWhole = /^[a-z0-9][a-z0-9-]{0,59}$/.test(name) && title.trim() !== ''
  const make = async () => {
    const made = await create.mutateAsync({ name, title: title.trim(), tlp })
    setName('')
    setTitle('')
    onChange(made.name)
  }
  return (
    <>
      {collections.length > 0 ? (
        <label>
          {words.collection}
          <select value={value} onChange={(event) => onChange(event.target.value)}>
            {collections.map((one) => (
              <option key={one.id} value={one.name}>
                {words.collectionOption(one.title, one.tlp, one.objects)}
              </option>
            ))}
          </select>
          <small>{words.replaces}</small>
        </label>
      ) : (
        <p className={styles.hint}>{words.noCollection}</p>
      )}
      {mayMake && (
        <details className={own.missing} open={collections.length === 0}>
          <summary>{words.newCollection}</summary>
          <div className={own.pair}>
            <label>
              {words.newName}
              <input
                value={name}
                maxLength={60}
                placeholder="partners-green"
                onChange={(event) => setName(event.target.value)}
              />
            </label>
            <label>
              {words.newTitle}
              <input
                dir="auto"
                value={title}
                maxLength={200}
                onChange={(event) => setTitle(event.target.value)}
              />
            </label>
          </div>
          {create.error && (
            <p role="alert" className={styles.fault}>
              {create.error.message}
            </p>
          )}
          <Button disabled={!isWhole || create.isPending} onClick={() => void make().catch(() => undefined)}>
            {words.make}
          </Button>
        </details>
      )}
    </>
  )
}
