import { lazy, Suspense } from 'react'
import { Link } from 'wouter'
import type { CaseDetail } from '../../api/cases.ts'
import { thingText } from '../../api/graph.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { Skeleton } from '../../ui/controls.tsx'
import styles from './case-side.module.css'

const LinksPanel = lazy(async () => ({
  default: (await import('../../graph/links-panel.tsx')).LinksPanel,
}))
const words = strings.graph
const mostAsked = 12

/** What a case is about, and what joins it: rules and techniques are left out, since they join everything. */
export function CaseGraphSlot({ found }: { readonly found: CaseDetail }) {
  const asked = found.refs
    .filter(({ kind }) => !['rule', 'place', 'alias'].includes(kind))
    .filter(({ kind, id }) => kind !== 'stix' || !/^(T\d|attack-pattern--)/.test(id))
    .slice(0, mostAsked)
    .map(thingText)
  const [first] = asked
  if (first === undefined) return null
  return (
    <section className={styles.block} aria-label={words.title}>
      <h2>{words.title}</h2>
      <Suspense fallback={<Skeleton lines={6} />}>
        <LinksPanel of={asked} limit={asked.length + 16} narrow />
      </Suspense>
      <Link href={paths.graph(first, asked[1])}>{words.open}</Link>
    </section>
  )
}
