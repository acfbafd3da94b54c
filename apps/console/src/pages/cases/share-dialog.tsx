import { type FormEvent, useState } from 'react'
import {
  type ExportFormat,
  exportFormats,
  type Tlp,
  tlpMarkings,
  useCollections,
  useSharePreview,
  useSharing,
} from '../../api/sharing.ts'
import { strings } from '../../strings/index.ts'
import { Button } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './change-dialog.module.css'
import { useFirstField } from './change-dialog.tsx'
import { CollectionField } from './share-collection.tsx'
import own from './share-dialog.module.css'
import { SharePreviewPart } from './share-preview.tsx'

const words = strings.sharing
const written = new Set<ExportFormat>(['html', 'pdf'])

/** What of a case leaves, how much is held back, and its leaving: as a file, or into a collection. */
export function ShareDialog({
  id,
  onDone,
  onClose,
}: {
  readonly id: number
  readonly onDone: (news: string) => void
  readonly onClose: () => void
}) {
  const [tlp, setTlp] = useState<Tlp>('TLP:AMBER')
  const [to, setTo] = useState<'file' | 'collection'>('file')
  const [format, setFormat] = useState<ExportFormat>('pdf')
  const [language, setLanguage] = useState<'en' | 'ko'>(document.documentElement.lang === 'ko' ? 'ko' : 'en')
  const [facts, setFacts] = useState<Readonly<Record<string, string>>>({})
  const [collection, setCollection] = useState('')
  const preview = useSharePreview(id, tlp)
  const { data } = preview
  const { data: held } = useCollections(to === 'collection')
  const { download, share } = useSharing(id)
  const form = useFirstField()
  const isWorking = download.isPending || share.isPending
  const fits = (held?.collections ?? []).filter(
    (one) => tlpMarkings.indexOf(one.tlp) >= tlpMarkings.indexOf(tlp),
  )
  const chosen = fits.some(({ name }) => name === collection) ? collection : (fits[0]?.name ?? '')
  const isBarred = data !== undefined && !data.mayRelease
  const isReady =
    data !== undefined &&
    !preview.isPlaceholderData &&
    !isBarred &&
    (to === 'file' || (chosen !== '' && data.counts.findings > 0))
  const error = download.error ?? share.error
  const missing = to === 'file' ? (data?.missing[format] ?? []) : []
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady || isWorking) return
    if (to === 'file')
      return onDone(words.downloaded(await download.mutateAsync({ format, tlp, language, facts })))
    const done = await share.mutateAsync({ collection: chosen, tlp })
    onDone(words.shared(done.added, done.withdrawn, done.collection))
  }
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form
        ref={form}
        className={styles.form}
        onSubmit={(event) => void submit(event).catch(() => undefined)}
      >
        <label>
          {words.marking}
          <select value={tlp} onChange={(event) => setTlp(event.target.value as Tlp)}>
            {tlpMarkings.map((one) => (
              <option key={one} value={one}>
                {one}: {words.markings[one]}
              </option>
            ))}
          </select>
        </label>
        <Segmented<'file' | 'collection'>
          legend={words.to}
          name="share-to"
          options={['file', 'collection']}
          value={to}
          labelOf={(one) => (one === 'file' ? words.toFile : words.toCollection)}
          onChange={setTo}
        />
        {to === 'file' && (
          <div className={own.pair}>
            <label>
              {words.format}
              <select value={format} onChange={(event) => setFormat(event.target.value as ExportFormat)}>
                {exportFormats.map((one) => (
                  <option key={one} value={one}>
                    {words.formats[one]}
                  </option>
                ))}
              </select>
            </label>
            {written.has(format) && (
              <label>
                {words.language}
                <select value={language} onChange={(event) => setLanguage(event.target.value as 'en' | 'ko')}>
                  <option value="en">English</option>
                  <option value="ko">한국어</option>
                </select>
              </label>
            )}
          </div>
        )}
        {to === 'collection' && (
          <CollectionField
            id={id}
            tlp={tlp}
            collections={fits}
            value={chosen}
            mayMake={!isBarred}
            onChange={setCollection}
          />
        )}
        <SharePreviewPart preview={data} error={preview.error} isLoading={preview.isFetching} />
        {missing.length > 0 && <MissingFields missing={missing} facts={facts} onChange={setFacts} />}
        {isBarred && <p className={styles.hint}>{words.needsApprover}</p>}
        {error && (
          <p role="alert" className={styles.fault}>
            {error.message}
          </p>
        )}
        <div className={styles.actions}>
          <Button kind="primary" type="submit" disabled={!isReady || isWorking}>
            {isWorking ? words.working : to === 'file' ? words.download : words.share}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** What reports to authorities ask for and no case holds. */
function MissingFields({
  missing,
  facts,
  onChange,
}: {
  readonly missing: readonly string[]
  readonly facts: Readonly<Record<string, string>>
  readonly onChange: (facts: Readonly<Record<string, string>>) => void
}) {
  return (
    <details className={own.missing}>
      <summary>{words.missing(missing.length)}</summary>
      <p className={styles.hint}>{words.missingHint}</p>
      {missing.map((path) => {
        // Of a choice the first way is offered.
        const key = path.split('|')[0]!
        return (
          <label key={path}>
            <code>{path}</code>
            <input
              dir="auto"
              maxLength={4000}
              value={facts[key] ?? ''}
              onChange={(event) => onChange({ ...facts, [key]: event.target.value })}
            />
          </label>
        )
      })}
    </details>
  )
}
