import { type FormEvent, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { ApiError } from '../../api/client.ts'
import { useExposure, usePicture, useWays } from '../../api/graph.ts'
import { LinksPanel } from '../../graph/links-panel.tsx'
import { ThingName, ToldStep } from '../../graph/told-step.tsx'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { Button, Empty, Fault, Skeleton } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './graph-page.module.css'

const words = strings.graph
const examples = ['ofac-27307', 'Park Jin Hyok', 'Reconnaissance General Bureau'] as const

/** How things are linked: around one, or between two. */
export function GraphPage() {
  const query = new URLSearchParams(useSearch())
  const [of, to] = [query.get('of') ?? '', query.get('to') ?? '']
  return (
    <Page wide title={words.title} lead={words.lead}>
      <Question key={`${of} ${to}`} of={of} to={to} />
      {of === '' ? <Begin /> : <Answer key={`${of} ${to}`} of={of} to={to} />}
    </Page>
  )
}

function Question({ of, to }: { readonly of: string; readonly to: string }) {
  const [first, setFirst] = useState(of)
  const [second, setSecond] = useState(to)
  const [, go] = useLocation()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (first.trim() !== '') go(paths.graph(first.trim(), second.trim()))
  }
  const field = (label: string, value: string, set: (text: string) => void) => (
    <label>
      <span>{label}</span>
      <input
        value={value}
        placeholder={words.fromHint}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  )
  return (
    <form className={styles.question} onSubmit={submit}>
      {field(words.from, first, setFirst)}
      {field(words.to, second, setSecond)}
      <Button kind="primary" type="submit">
        {words.show}
      </Button>
    </form>
  )
}

function Begin() {
  return (
    <Empty icon="links" title={words.emptyTitle}>
      <p>{words.emptyText}</p>
      <p>
        {words.examples}:{' '}
        {examples.map((example, at) => (
          <span key={example}>
            {at > 0 && ', '}
            <Link href={paths.graph(example)}>{example}</Link>
          </span>
        ))}
      </p>
    </Empty>
  )
}

function Answer({ of, to }: { readonly of: string; readonly to: string }) {
  const [, go] = useLocation()
  const { data, error } = usePicture(to === '' ? [of] : [of, to], 40)
  if (error) return <Fault error={error} />
  if (!data) return <Skeleton lines={10} />
  if (data.missing.includes(of)) return <Unknown thing={of} />
  if (to !== '' && data.missing.includes(to)) return <Unknown thing={to} />
  return (
    <>
      {to !== '' && <Ways from={of} to={to} />}
      <LinksPanel of={to === '' ? [of] : [of, to]} onBegin={(thing) => go(paths.graph(thing))} />
      {to === '' && <Exposures of={of} />}
    </>
  )
}

/** What the API says of a thing that it does not find: none of that name, or several. */
function Unknown({ thing }: { readonly thing: string }) {
  const { error } = useExposure(thing)
  return (
    <Empty icon="question" title={words.unknownTitle}>
      <p>
        <SafeText value={thing} />
      </p>
      <p>{error instanceof ApiError ? `${error.message} ${error.remedy ?? ''}` : words.unknownText}</p>
    </Empty>
  )
}

function Ways({ from, to }: { readonly from: string; readonly to: string }) {
  const { data, error } = useWays(from, to)
  if (error) return <Fault error={error} />
  if (!data) return <Skeleton lines={4} />
  return (
    <section className={styles.ways} aria-labelledby="ways">
      <h2 id="ways">{words.ways}</h2>
      {data.hops === undefined ? (
        <p>{words.noWay}</p>
      ) : (
        <>
          <p className={styles.note}>{words.wayCount(data.hops, data.compared)}</p>
          <ol>
            {data.paths.map((way, at) => (
              <li key={JSON.stringify(way.steps.map(({ to, record }) => [to.kind, to.id, record]))}>
                <h3>{words.way(at + 1, way.carry)}</h3>
                <ol className={styles.steps}>
                  {way.steps.map((step) => (
                    <li key={`${step.from.id} ${step.to.id} ${step.record}`}>
                      <ToldStep step={step} also={step.also} />
                    </li>
                  ))}
                </ol>
                {way.shared.map(({ thing, links }) => (
                  <p key={thing.id} className={styles.note}>
                    <SafeText value={words.shared(thing.label, links)} />
                  </p>
                ))}
              </li>
            ))}
          </ol>
        </>
      )}
      {data.cut > 0 && <p className={styles.note}>{words.cut(data.cut)}</p>}
    </section>
  )
}

function Exposures({ of }: { readonly of: string }) {
  const { data, error } = useExposure(of)
  if (error) return null
  if (!data) return <Skeleton lines={4} />
  return (
    <section className={styles.ways} aria-labelledby="exposure">
      <h2 id="exposure">{words.exposure}</h2>
      <p className={styles.note}>{words.exposureHint}</p>
      {data.exposures.length === 0 && <p>{words.noExposure(data.reached)}</p>}
      <ol className={styles.exposures}>
        {data.exposures.map(({ to, share, steps }) => (
          <li key={`${to.kind} ${to.id}`}>
            <details>
              <summary>
                <span className={styles.share}>{share.toFixed(2)}</span> <SafeText value={to.label} />
              </summary>
              <ol className={styles.steps}>
                {steps.map((step) => (
                  <li key={`${step.from.id} ${step.to.id} ${step.record}`}>
                    <ToldStep step={step} />
                  </li>
                ))}
              </ol>
              <ThingName thing={to} />
            </details>
          </li>
        ))}
      </ol>
      {data.cut > 0 && <p className={styles.note}>{words.cut(data.cut)}</p>}
    </section>
  )
}
