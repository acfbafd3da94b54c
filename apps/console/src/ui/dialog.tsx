import { type ReactNode, useEffect, useId, useRef } from 'react'
import { strings } from '../strings/index.ts'
import { classes } from './classes.ts'
import { IconButton } from './controls.tsx'
import styles from './dialog.module.css'

/** A modal dialog over the page: the browser keeps the focus inside, Esc closes it, the focus returns to where it was. */
export function Dialog({
  title,
  place = 'middle',
  onClose,
  children,
}: {
  title: ReactNode
  place?: 'middle' | 'side' | 'top'
  onClose: () => void
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (!(before instanceof HTMLElement)) return
      // Chrome gives the focus back by itself, but not the caret: it stays where the dialog was, and letters typed are lost.
      if (document.activeElement === before) before.blur()
      before.focus()
    }
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the keyboard's way, and the browser's own
    <dialog
      ref={dialog}
      className={classes(styles.dialog, styles[place])}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className={styles.content}>
        <div className={place === 'top' ? 'visually-hidden' : styles.head}>
          <h2 id={heading}>{title}</h2>
          {place !== 'top' && <IconButton icon="close" label={strings.close} onClick={onClose} />}
        </div>
        {children}
      </div>
    </dialog>
  )
}
