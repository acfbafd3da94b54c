import { strings } from '../../strings/index.ts'
import { useStored } from '../../ui/stored.ts'
import styles from './legend.module.css'
import { cssColour, type Palette, shipClasses } from './map/palette.ts'

const words = strings.sea.legend
const told = [1, 2, 3, 0] as const

/** What the colours of the map mean; its symbols stand in the list beside their words. */
export function Legend({
  palette,
  isCrowded,
}: {
  palette: Palette
  /** There is little room: it is closed until it is asked for. */
  isCrowded: boolean
}) {
  const [isOpen, setOpen] = useStored(
    isCrowded ? 'cordon.sea.legend.crowded' : 'cordon.sea.legend',
    !isCrowded && matchMedia('(min-width: 821px)').matches,
  )
  return (
    <details
      className={styles.legend}
      open={isOpen}
      onToggle={(event) => {
        if (event.currentTarget.open !== isOpen) setOpen(event.currentTarget.open)
      }}
    >
      <summary>{words.title}</summary>
      <ul>
        {told.map((kind) => (
          <li key={kind}>
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
              <path d="M6 0.5 10.5 11 6 9 1.5 11Z" fill={cssColour(palette.ships[kind]!)} />
            </svg>
            {strings.sea.classes[shipClasses[kind]]}
          </li>
        ))}
        <li>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <path d="M6 0.5 10.5 11 6 9 1.5 11Z" fill={cssColour(palette.listed)} />
          </svg>
          {words.listed}
        </li>
        <li>
          <i style={{ borderColor: cssColour(palette.watch) }} />
          {words.watch}
        </li>
        <li>
          <i style={{ borderColor: cssColour(palette.lawful) }} />
          {words.lawful}
        </li>
        <li className={styles.note}>{words.silent}</li>
        <li className={styles.note}>{words.ahead}</li>
      </ul>
    </details>
  )
}
