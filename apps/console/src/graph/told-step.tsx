import { Link } from 'wouter'
import type { LinkStep, ThingRef } from '../api/graph.ts'
import { strings } from '../strings/index.ts'
import { partialDate } from '../text/dates.ts'
import { Badge } from '../ui/controls.tsx'
import { SafeText } from '../ui/safe-text.tsx'
import { pageOf } from './thing-page.ts'
import styles from './told-step.module.css'

const words = strings.graph

/** A thing by its name, as a link where it has a page. */
export function ThingName({ thing }: { readonly thing: ThingRef }) {
  const page = pageOf(thing)
  const name = <SafeText value={thing.label} />
  return page ? <Link href={page}>{name}</Link> : name
}

/** One link in a sentence, and below it who says so and since when. */
export function ToldStep({
  step,
  designated = false,
  also = [],
}: {
  readonly step: LinkStep
  readonly designated?: boolean
  /** Further links between the same two. */
  readonly also?: readonly LinkStep[]
}) {
  const { from, to, words: does } = step
  return (
    <div className={styles.step}>
      <p>
        <ThingName thing={from} /> <em>{does}</em> <ThingName thing={to} />{' '}
        {designated && <Badge tone="critical">{words.designated}</Badge>}
      </p>
      <Says step={step} />
      {also.map((other) => (
        <Says key={`${other.relation} ${other.source} ${other.record}`} step={other} does={other.words} />
      ))}
    </div>
  )
}

/** Who says it, since when, how surely, and in which words. */
function Says({ step, does }: { readonly step: LinkStep; readonly does?: string }) {
  const { source, since, until, confidence, note } = step
  return (
    <p className={styles.says}>
      {does && `${does}: `}
      {words.says(
        source,
        since === undefined ? undefined : partialDate(since.slice(0, 10)),
        until === undefined ? undefined : partialDate(until.slice(0, 10)),
        confidence,
      )}
      {note && (
        <>
          {': '}
          <SafeText value={note} />
        </>
      )}
    </p>
  )
}
