import { useId, useState } from 'react'
import styles from './file-drop.module.css'
import { Icon } from './icons.tsx'

/** Where a file is chosen or dropped. */
export function FileDrop({
  label,
  hint,
  onFile,
}: {
  readonly label: string
  readonly hint: string
  onFile(file: File | undefined): void
}) {
  const [isOver, setOver] = useState(false)
  const id = useId()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field inside is the keyboard's way
    <div
      className={styles.drop}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        // The page around it may take files too.
        event.stopPropagation()
        setOver(false)
        onFile(event.dataTransfer.files[0])
      }}
    >
      <Icon name="upload" size={20} />
      <label htmlFor={id}>{label}</label>
      <input id={id} type="file" onChange={(event) => onFile(event.target.files?.[0])} />
      <small>{hint}</small>
    </div>
  )
}
