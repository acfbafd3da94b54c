import { type FormEvent, useId, useState } from 'react'
import { strings } from '../../strings/index.ts'
import { Button } from '../../ui/controls.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import styles from './evidence-form.module.css'

const words = strings.attribution
const fields = [
  'software',
  'infrastructure',
  'hashes',
  'wallets',
  'techniques',
  'corridors',
  'countries',
  'sectors',
  'times',
] as const
type Field = (typeof fields)[number]
const nothing = Object.fromEntries(fields.map((field) => [field, ''])) as Record<Field, string>

/** Evidence by hand, one a line, or as a file. */
export function EvidenceForm({ isBusy, onAsk }: { readonly isBusy: boolean; onAsk(evidence: object): void }) {
  const [texts, setTexts] = useState(nothing)
  const [fault, setFault] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAsk(evidenceOf(texts))
  }
  const take = async (file: File | undefined) => {
    if (!file) return
    try {
      const value: unknown = JSON.parse(await file.text())
      if (typeof value !== 'object' || value === null) throw new Error()
      setFault('')
      onAsk(value)
    } catch {
      setFault(words.badFile)
    }
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className={styles.hint}>{words.onePerLine}</p>
      {fields.map((field) => (
        <Lines
          key={field}
          field={field}
          text={texts[field]}
          onText={(text) => setTexts({ ...texts, [field]: text })}
        />
      ))}
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" disabled={isBusy}>
          {words.ask}
        </Button>
        <Button kind="quiet" onClick={() => setTexts(nothing)}>
          {words.clear}
        </Button>
      </div>
      <FileDrop label={words.bundle} hint={words.bundleHint} onFile={(file) => void take(file)} />
      {fault && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
    </form>
  )
}

function Lines({
  field,
  text,
  onText,
}: {
  readonly field: Field
  readonly text: string
  onText(text: string): void
}) {
  const id = useId()
  const lines = text.split('\n').length
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{words.fields[field]}</label>
      <textarea
        id={id}
        rows={Math.min(8, Math.max(field === 'software' || field === 'infrastructure' ? 2 : 1, lines))}
        value={text}
        placeholder={words.hints[field]}
        spellCheck={false}
        autoComplete="off"
        dir="ltr"
        onChange={(event) => onText(event.target.value)}
      />
    </div>
  )
}

/** What the fields say, as the API takes it. */
function evidenceOf(texts: Readonly<Record<Field, string>>): object {
  const { countries, sectors, ...rest } = Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [
      field,
      text
        .split('\n')
        .flatMap((line) => (field === 'software' || field === 'infrastructure' ? [line] : line.split(',')))
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ]),
  )
  return { ...rest, victims: { countries, sectors } }
}
