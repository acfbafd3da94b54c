import { useRef } from 'react'
import { Button } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'

/** A button that asks for a file and gives its text. */
export function FileButton({
  label,
  accept,
  onText,
}: {
  readonly label: string
  readonly accept: string
  readonly onText: (text: string) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button onClick={() => input.current?.click()}>
        <Icon name="upload" />
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={async (event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) onText(await file.text())
        }}
      />
    </>
  )
}
