import { type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { strings } from '../../strings/index.ts'
import { Button, IconButton } from '../../ui/controls.tsx'
import { paths } from '../paths.ts'
import styles from './tour.module.css'

const words = strings.tour

interface Step {
  readonly id: keyof typeof words.steps
  readonly path: string
  /** What of the page it points at. */
  readonly target: string
}

/** A person of the starter pack who is on the real lists under the same id. */
const example = 'ofac-24918'
const firstDrill = 'sea-2018-01-20-yuk-tung'

const steps: readonly Step[] = [
  { id: 'search', path: paths.search, target: '[data-tour="search"]' },
  { id: 'doors', path: paths.search, target: '[data-tour="doors"]' },
  { id: 'entity', path: paths.entity(example), target: 'main h1' },
  { id: 'findings', path: paths.findings, target: 'main h1, main h2' },
  { id: 'sea', path: paths.sea, target: 'main h1, main h2' },
  { id: 'lists', path: paths.lists, target: 'main h1' },
  { id: 'drills', path: paths.lists, target: '[data-tour="nav-sea"]' },
]

/**
 * The guided tour: a card beside what it speaks of, page by page. The card has the focus; what it points at is
 * outlined, and can be used meanwhile.
 */
export function Tour({ onEnd }: { readonly onEnd: () => void }) {
  const [at, setAt] = useState(0)
  const [, go] = useLocation()
  const card = useRef<HTMLDivElement>(null)
  const heading = useId()
  const before = useRef<Element | null>(null)
  const step = steps[at]!
  const box = useTarget(step.target, at)
  const isLast = at === steps.length - 1
  useHeldFocus(card, at)
  useEffect(() => {
    before.current = document.activeElement
    return () => {
      if (before.current instanceof HTMLElement) before.current.focus()
    }
  }, [])
  useEffect(() => {
    go(steps[at]!.path)
    card.current?.focus()
  }, [at, go])
  const move = (by: number) => {
    if (at + by >= steps.length) onEnd()
    else setAt(Math.max(0, at + by))
  }
  return (
    <>
      {box && <div className={styles.ring} style={ringOf(box)} aria-hidden="true" />}
      <div
        ref={card}
        role="dialog"
        aria-modal="false"
        aria-labelledby={heading}
        tabIndex={-1}
        className={styles.card}
        style={cardPlace(box)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onEnd()
          else if (event.key === 'ArrowRight') move(1)
          else if (event.key === 'ArrowLeft') move(-1)
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      >
        <div className={styles.head}>
          <span role="status">{words.step(at + 1, steps.length)}</span>
          <IconButton icon="close" label={words.skip} onClick={onEnd} />
        </div>
        <h2 id={heading}>{words.steps[step.id].title}</h2>
        <p>{words.steps[step.id].text}</p>
        <div className={styles.foot}>
          <small>{words.keys}</small>
          {at > 0 && (
            <Button kind="quiet" onClick={() => move(-1)}>
              {words.back}
            </Button>
          )}
          {isLast && (
            <Button
              onClick={() => {
                onEnd()
                go(paths.drill(firstDrill))
              }}
            >
              {words.openDrill}
            </Button>
          )}
          <Button kind="primary" onClick={() => move(1)}>
            {isLast ? words.finish : words.next}
          </Button>
        </div>
      </div>
    </>
  )
}

/**
 * Holds the focus in the card while a step begins: a page takes it to its heading or field when it arrives, however late.
 * Once a person does something outside of the card, it is theirs.
 */
function useHeldFocus(card: RefObject<HTMLDivElement | null>, step: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins anew
  useEffect(() => {
    let isTheirs = false
    const own = (event: Event) => event.target instanceof Node && card.current?.contains(event.target)
    const onAct = (event: Event) => {
      // Tab may lead out of the card: that is the person's way, too.
      if (!own(event) || (event instanceof KeyboardEvent && event.key === 'Tab')) isTheirs = true
    }
    const onFocus = (event: Event) => {
      if (!isTheirs && !own(event)) card.current?.focus()
    }
    document.addEventListener('pointerdown', onAct, true)
    document.addEventListener('keydown', onAct, true)
    document.addEventListener('focusin', onFocus)
    return () => {
      document.removeEventListener('pointerdown', onAct, true)
      document.removeEventListener('keydown', onAct, true)
      document.removeEventListener('focusin', onFocus)
    }
  }, [card, step])
}

interface Box {
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
}

/** Where the target stands, while it stands there: pages load, scroll and turn. */
function useTarget(selector: string, step: number): Box | undefined {
  const [box, setBox] = useState<Box>()
  useLayoutEffect(() => {
    let shown = ''
    let scrolled = -1
    const look = () => {
      const found = [...document.querySelectorAll(selector)].find((one) => one.getClientRects().length > 0)
      if (found && scrolled !== step) {
        scrolled = step
        found.scrollIntoView({ block: 'nearest' })
      }
      const { top, left, width, height } = found?.getBoundingClientRect() ?? {
        top: 0,
        left: 0,
        width: 0,
        height: 0,
      }
      const next = `${top} ${left} ${width} ${height}`
      if (next === shown) return
      shown = next
      setBox(width > 0 ? { top, left, width, height } : undefined)
    }
    look()
    const timer = setInterval(look, 120)
    return () => clearInterval(timer)
  }, [selector, step])
  return box
}

const around = 6

function ringOf({ top, left, width, height }: Box) {
  return { top: top - around, left: left - around, width: width + 2 * around, height: height + 2 * around }
}

const cardWidth = 340
const cardHeight = 210

/** Below what it points at, or above where there is no room, or in the middle of what is too large. */
function cardPlace(box: Box | undefined) {
  if (window.innerWidth < 600) {
    const isLow = box && box.top > window.innerHeight / 2
    return { left: 12, right: 12, ...(isLow ? { top: 12 } : { bottom: 70 }) }
  }
  if (!box) return { right: 24, bottom: 48, width: cardWidth }
  const left = Math.max(16, Math.min(window.innerWidth - cardWidth - 16, box.left))
  const below = box.top + box.height + 16
  if (below + cardHeight < window.innerHeight) return { left, top: below, width: cardWidth }
  if (box.top - cardHeight - 16 > 0) return { left, top: box.top - cardHeight - 16, width: cardWidth }
  return { right: 24, bottom: 48, width: cardWidth }
}
