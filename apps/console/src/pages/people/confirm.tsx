import type { ReactNode } from 'react'
import { strings } from '../../strings/index.ts'
import { Button, Command } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Message, messageOf } from './fields.tsx'
import styles from './people-page.module.css'

/** Asks before what can't be undone, or has an effect on someone else. */
export function Confirm({
  title,
  text,
  verb,
  error,
  isBusy,
  onYes,
  onClose,
}: {
  title: string
  text: string
  verb: string
  error?: unknown
  isBusy: boolean
  onYes: () => void
  onClose: () => void
}) {
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={styles.dialog}>
        <p>{text}</p>
        <Message>{messageOf(error)}</Message>
        <div className={styles.line}>
          <Button kind="primary" disabled={isBusy} onClick={onYes}>
            {verb}
          </Button>
          <Button onClick={onClose}>{strings.people.confirm.cancel}</Button>
        </div>
      </div>
    </Dialog>
  )
}

/** Shows a secret this once, to be copied. */
export function OnceShown({
  title,
  text,
  secret,
  verb,
  children,
  onClose,
}: {
  title: string
  text: string
  secret: string
  verb: string
  children?: ReactNode
  onClose: () => void
}) {
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={styles.dialog}>
        <p>{text}</p>
        <Command>{secret}</Command>
        {children}
        <div className={styles.line}>
          <Button kind="primary" onClick={onClose}>
            {verb}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
