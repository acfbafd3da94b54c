import { type ReactNode, useEffect, useRef } from 'react'
import { strings } from '../strings/index.ts'
import { plainText } from '../text/control-characters.ts'
import { classes } from '../ui/classes.ts'
import styles from './page.module.css'

/** Names the page in the browser's title. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${plainText(title)} · ${strings.product}` : strings.product
  }, [title])
}

/** A page: its heading takes the focus when one arrives, so that a screen reader starts reading there. */
export function Page({
  title,
  heading,
  lead,
  aside,
  wide = false,
  children,
}: {
  title: string
  heading?: ReactNode
  lead?: ReactNode
  aside?: ReactNode
  wide?: boolean
  children: ReactNode
}) {
  const h1 = useRef<HTMLHeadingElement>(null)
  useTitle(title)
  useEffect(() => h1.current?.focus({ preventScroll: true }), [])
  return (
    <div className={classes(styles.page, wide && styles.wide)}>
      <header className={styles.head}>
        <div>
          <h1 ref={h1} tabIndex={-1}>
            {heading ?? title}
          </h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {aside}
      </header>
      {children}
    </div>
  )
}
