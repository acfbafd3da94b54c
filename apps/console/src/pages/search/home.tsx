import { strings } from '../../strings/index.ts'
import { Button } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './home.module.css'
import type { useRecent } from './recent.ts'

const words = strings.search
/** A person, an alias of a group, a ship by its IMO number, a wallet: all in the starter pack and in the real lists. */
const examples = ['Park Jin-hyok', 'Hidden Cobra', 'IMO 7937317', '1EfMVkxQQuZfBdocpJu6RUsCJvenQWbQyE']

/** What may be asked next: the last searches, or some to begin with. */
export function Suggestions({
  recent,
  onSearch,
}: {
  readonly recent: ReturnType<typeof useRecent>
  readonly onSearch: (text: string) => void
}) {
  const isNew = recent.searches.length === 0
  return (
    <section className={styles.suggestions}>
      <h2>{isNew ? words.examples : words.recent}</h2>
      <ul className={styles.chips}>
        {(isNew ? examples : recent.searches).map((text) => (
          <li key={text}>
            <button type="button" onClick={() => onSearch(text)}>
              <SafeText value={text} />
            </button>
          </li>
        ))}
      </ul>
      {!isNew && (
        <Button kind="quiet" onClick={recent.forget}>
          {words.forget}
        </Button>
      )}
    </section>
  )
}
