import { useEffect, useState } from 'react'
import { useDebounced } from './use-debounced.ts'

/** A field that filters: it tells its text once that stands still, and Escape leaves it. `text` is where it begins. */
export function SearchField({
  label,
  text,
  onSettled,
}: {
  readonly label: string
  readonly text: string
  readonly onSettled: (text: string) => void
}) {
  const [typed, setTyped] = useState(text)
  const settled = useDebounced(typed.trim())
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a text that stands still is told
  useEffect(() => {
    if (settled !== text) onSettled(settled)
  }, [settled])
  return (
    <input
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      dir="auto"
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}
