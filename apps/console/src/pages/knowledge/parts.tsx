import type { ReactNode } from 'react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { LinkedThreat } from '../../api/knowledge.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { Button } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './knowledge.module.css'

const words = strings.knowledge

/** A titled part of a page. */
export function Section({
  name,
  title,
  count,
  hint,
  children,
}: {
  readonly name: string
  readonly title: string
  readonly count?: number
  readonly hint?: string
  readonly children: ReactNode
}) {
  return (
    <section id={name} aria-labelledby={`${name}-title`} className={styles.section}>
      <h2 id={`${name}-title`}>
        {title}
        {!!count && <span className={styles.number}>{strings.number(count)}</span>}
      </h2>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children}
    </section>
  )
}

const shownFirst = 12

/** Things that are linked, each once, with all sources that say so; the first dozen until more are wanted. */
export function LinkedList({ links }: { readonly links: readonly LinkedThreat[] }) {
  const [all, setAll] = useState(false)
  const rows = grouped(links)
  const shown = all ? rows : rows.slice(0, shownFirst)
  return (
    <>
      <ul className={styles.links}>
        {shown.map(({ link, sources }) => (
          <li key={`${link.id} ${link.via?.id ?? ''}`}>
            <span className={styles.linked}>
              {link.code && <code>{link.code}</code>}
              <Link href={paths.threat(link.id)}>
                <SafeText value={link.name} />
              </Link>
            </span>
            <small>
              {[
                words.sources(sources),
                ...(link.confidence === undefined ? [] : [words.confidence(link.confidence)]),
                ...(link.via ? [words.via(link.via.label)] : []),
              ].join(' · ')}
            </small>
          </li>
        ))}
      </ul>
      {!all && rows.length > shownFirst && (
        <Button onClick={() => setAll(true)}>{words.more(rows.length)}</Button>
      )}
    </>
  )
}

function grouped(links: readonly LinkedThreat[]): { link: LinkedThreat; sources: string[] }[] {
  const rows = new Map<string, { link: LinkedThreat; sources: string[] }>()
  for (const link of links) {
    const key = `${link.id} ${link.via?.id ?? ''}`
    const row = rows.get(key)
    if (!row) rows.set(key, { link, sources: [link.source] })
    else if (!row.sources.includes(link.source)) row.sources.push(link.source)
  }
  return [...rows.values()]
}

/** What a thing is, in a word. */
export const typeName = (type: string) => words.types[type] ?? type

/** What kind an indicator is of, in a word. */
export const kindName = (kind: string) => words.indicator.kinds[kind] ?? kind
