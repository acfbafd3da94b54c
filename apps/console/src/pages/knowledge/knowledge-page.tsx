import { type FormEvent, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { type KnowledgeSearch, useKnowledge, useKnowledgeSearch } from '../../api/knowledge.ts'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { partialDate } from '../../text/dates.ts'
import { Badge, Button, Command, Empty, Fault, Skeleton } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './knowledge.module.css'
import { kindName, Section, typeName } from './parts.tsx'

const words = strings.knowledge

/** What is known of threats: look-up by any name or indicator, and what was imported. */
export function KnowledgePage() {
  const [search] = useSearchParams()
  const q = search.get('q')?.trim() ?? ''
  const { data, error, refetch } = useKnowledge()
  const found = useKnowledgeSearch(q)
  if (error) return <Fault error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton lines={8} />
  if (data.collections.length === 0)
    return (
      <Page title={words.title}>
        <Empty icon="question" title={words.emptyTitle}>
          <p>{words.emptyText}</p>
          <Command>{words.command}</Command>
        </Empty>
      </Page>
    )
  return (
    <Page
      title={words.title}
      lead={`${words.lead} ${words.kept(data.objects, data.indicators, data.warningLists)}`}
    >
      <SearchForm key={q} q={q} />
      <div className={styles.sections}>
        {q !== '' && found.error && <Fault error={found.error} retry={() => void found.refetch()} />}
        {q !== '' && found.data && <Results found={found.data} />}
        {q !== '' && !found.data && !found.error && <Skeleton lines={4} />}
        <Section name="collections" title={words.collections} count={data.collections.length}>
          <ul className={styles.links}>
            {data.collections.map(({ id, format, imported, items, indicators, rejects }) => (
              <li key={id}>
                <span className={styles.mono}>
                  <SafeText value={id} />
                </span>
                <small>{`${format} · ${words.collection(items, indicators, rejects)} · ${partialDate(imported.slice(0, 10))}`}</small>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </Page>
  )
}

function SearchForm({ q }: { readonly q: string }) {
  const [text, setText] = useState(q)
  const [, go] = useLocation()
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim()) go(paths.knowledgeFor(text.trim()))
  }
  return (
    <search className={styles.search}>
      <form onSubmit={onSubmit}>
        <input
          type="search"
          aria-label={words.searchLabel}
          placeholder={words.searchHint}
          value={text}
          onChange={(event) => setText(event.target.value)}
          maxLength={500}
          spellCheck={false}
        />
        <Button kind="primary" type="submit">
          {words.search}
        </Button>
      </form>
    </search>
  )
}

function Results({ found: { results, indicator } }: { readonly found: KnowledgeSearch }) {
  if (results.length === 0 && !indicator)
    return (
      <Empty icon="question" title={words.nothing}>
        <p>{words.nothingHint}</p>
      </Empty>
    )
  return (
    <Section name="results" title={words.results(results.length)}>
      <ul className={styles.links}>
        {indicator && (
          <li>
            <span className={styles.linked}>
              <Badge>{kindName(indicator.kind)}</Badge>
              <Link href={paths.indicator(indicator.kind, indicator.value)} className={styles.mono}>
                <SafeText value={indicator.value} />
              </Link>
            </span>
            <small>{`${words.anIndicator} · ${indicator.known ? words.isKnown : words.isUnknown}`}</small>
          </li>
        )}
        {results.map(({ id, type, name, code, by }) => (
          <li key={id}>
            <span className={styles.linked}>
              <Badge>{typeName(type)}</Badge>
              {code && <code>{code}</code>}
              <Link href={paths.threat(id)}>
                <SafeText value={name} />
              </Link>
            </span>
            <small>
              {by
                .slice(0, 4)
                .map(({ how, label, source }) => words.calledSo(words.how[how] ?? how, label, source))
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
