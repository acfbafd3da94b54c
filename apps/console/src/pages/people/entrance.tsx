import type { ReactNode } from 'react'
import { Logo } from '../../shell/logo.tsx'
import { useTitle } from '../../shell/page.tsx'
import { strings } from '../../strings/index.ts'
import styles from './entrance.module.css'

/** A page outside the shell: nobody is known yet. */
export function Entrance({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  useTitle(title)
  return (
    <main id="content" className={styles.page}>
      <p className={styles.brand}>
        <Logo />
        {strings.product}
      </p>
      <div className={styles.card}>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  )
}
