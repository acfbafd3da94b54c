import { useRef } from 'react'
import { type CaseDetail, useCaseChanges } from '../../api/cases.ts'
import { strings } from '../../strings/index.ts'
import { plainText } from '../../text/control-characters.ts'
import { Button, IconButton } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './case-side.module.css'

const words = strings.cases.page

/** Files, given out as downloads only, and links to records elsewhere. */
export function CaseFiles({ found, onLink }: { readonly found: CaseDetail; readonly onLink: () => void }) {
  const { id, attachments, links } = found
  const picker = useRef<HTMLInputElement>(null)
  const { attach, unlink, change } = useCaseChanges()
  return (
    <section className={styles.block} aria-label={words.files}>
      <h2>{words.files}</h2>
      {attachments.length + links.length === 0 && <p className={styles.none}>{words.noFiles}</p>}
      <ul className={styles.files}>
        {attachments.map(({ id: file, name, size, sha256, removed }) => (
          <li key={`file ${file}`}>
            {removed ? (
              <s>
                <SafeText value={name} />
              </s>
            ) : (
              <a
                href={`/api/cases/${id}/attachments/${file}`}
                download
                title={words.download(plainText(name))}
              >
                <SafeText value={name} />
              </a>
            )}
            <small title={`SHA-256 ${sha256}`}>{removed ? words.removed : sizeText(size)}</small>
            {!removed && (
              <IconButton
                icon="close"
                label={words.remove(plainText(name))}
                onClick={() =>
                  change.mutate({ id, path: `attachments/${file}/remove`, body: { reason: words.removed } })
                }
              />
            )}
          </li>
        ))}
        {links.map(({ id: link, label, target }) => (
          <li key={`link ${link}`}>
            {/^https?:\/\//i.test(target) ? (
              <a href={target} target="_blank" rel="noreferrer noopener">
                <SafeText value={label} />
              </a>
            ) : (
              <SafeText value={label === target ? label : `${label}: ${target}`} />
            )}
            <IconButton
              icon="close"
              label={words.remove(plainText(label))}
              onClick={() => unlink.mutate({ id, link })}
            />
          </li>
        ))}
      </ul>
      {attach.error && <p role="alert">{attach.error.message}</p>}
      <input
        ref={picker}
        type="file"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) attach.mutate({ id, file })
        }}
      />
      <div className={styles.buttons}>
        <Button onClick={() => picker.current?.click()} disabled={attach.isPending}>
          {attach.isPending ? words.attaching : words.attach}
        </Button>
        <Button onClick={onLink}>{strings.cases.actions.link}</Button>
      </div>
    </section>
  )
}

function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`
}
