import { Link } from 'wouter'
import { useSeaDrills } from '../../api/sea-queries.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { Button, Command } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import styles from './empty-sea.module.css'

const words = strings.sea.empty

/** What stands on the map while nothing was heard: three ways to begin. */
export function EmptySea({ onImport }: { readonly onImport: () => void }) {
  const { data: drills = [] } = useSeaDrills()
  return (
    <div className={styles.empty}>
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <Button kind="primary" onClick={onImport}>
        <Icon name="upload" />
        {strings.sea.panel.import}
      </Button>
      <p>{words.byCommand}</p>
      <Command>{words.command}</Command>
      {drills.length > 0 && (
        <>
          <p>{words.drillText}</p>
          <ul className={styles.drills}>
            {drills.map(({ id, title }) => (
              <li key={id}>
                <Link href={paths.drill(id)}>
                  <Icon name="play" />
                  {title}
                </Link>
              </li>
            ))}
          </ul>
          <p className={styles.hint}>
            <code>{words.drillCommand}</code> {words.drillHint}
          </p>
        </>
      )}
    </div>
  )
}
