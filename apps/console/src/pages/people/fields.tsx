import { type InputHTMLAttributes, type ReactNode, useId, useState } from 'react'
import { ApiError } from '../../api/client.ts'
import { strings } from '../../strings/index.ts'
import { IconButton } from '../../ui/controls.tsx'
import styles from './fields.module.css'

/** A text field with its label and what helps to fill it in. */
export function Field({
  label,
  hint,
  ...rest
}: { label: string; hint?: ReactNode } & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input id={id} aria-describedby={hint ? `${id}-hint` : undefined} {...rest} />
      {hint && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  )
}

/** A password, which can be shown: long ones are typed better where they can be read (NIST SP 800-63B). */
export function PasswordField({
  label,
  hint,
  ...rest
}: { label: string; hint?: ReactNode } & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId()
  const [isShown, setShown] = useState(false)
  const words = strings.people.signIn
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.secret}>
        <input
          id={id}
          type={isShown ? 'text' : 'password'}
          maxLength={256}
          spellCheck={false}
          aria-describedby={hint ? `${id}-hint` : undefined}
          {...rest}
        />
        <IconButton
          icon="eye"
          label={isShown ? words.hide : words.show}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        />
      </div>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  )
}

/** What went wrong, read out when it appears. */
export function Message({ children }: { readonly children: ReactNode }) {
  return children ? (
    <p role="alert" className={styles.message}>
      {children}
    </p>
  ) : null
}

/** An error in words: what the server said, with what to do. */
export function messageOf(error: unknown): string | undefined {
  if (!error) return undefined
  return error instanceof ApiError || error instanceof Error ? error.message : String(error)
}
