import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react'
import { readStored } from '../ui/stored.ts'

/** What a key does. Keys are written as `j`, `Enter`, `Escape`, `mod+k` (Ctrl or Cmd), `g l` (one after the other). */
export type Bindings = Readonly<Record<string, (event: KeyboardEvent) => void>>

/** Where the person's choice to switch single keys off is kept (WCAG 2.2, 2.1.4). */
export const singleKeysKey = 'cordon.single-keys'

interface Layers {
  add(bindings: () => Bindings): () => void
}

const Context = createContext<Layers | undefined>(undefined)
const sequenceTime = 1_000

/** One listener for the whole window, so that `g f` goes to findings and never also decides "false" there. */
export function KeyProvider({ children }: { readonly children: ReactNode }) {
  const layers = useRef<(() => Bindings)[]>([])
  useEffect(() => {
    let prefix = ''
    let timer: ReturnType<typeof setTimeout>
    const find = (keys: string) => {
      for (const layer of layers.current.toReversed()) {
        const action = layer()[keys]
        if (action) return action
      }
      return undefined
    }
    const begins = (keys: string) =>
      layers.current.some((layer) => Object.keys(layer()).some((bound) => bound.startsWith(`${keys} `)))
    const onKeyDown = (event: KeyboardEvent) => {
      const key = nameOf(event)
      if (event.defaultPrevented || event.isComposing || !mayAct(event, key)) return
      const keys = prefix ? `${prefix} ${key}` : key
      const isSecond = prefix !== ''
      prefix = ''
      clearTimeout(timer)
      const action = find(keys)
      if (action) {
        event.preventDefault()
        action(event)
      } else if (!isSecond && begins(keys)) {
        prefix = keys
        timer = setTimeout(() => {
          prefix = ''
        }, sequenceTime)
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [])
  const value = useMemo<Layers>(
    () => ({
      add(bindings) {
        layers.current.push(bindings)
        return () => {
          layers.current = layers.current.filter((layer) => layer !== bindings)
        }
      },
    }),
    [],
  )
  return <Context value={value}>{children}</Context>
}

/** Binds keys while the component is shown; a later binding of the same key wins. */
export function useKeys(bindings: Bindings): void {
  const layers = useContext(Context)
  const latest = useRef(bindings)
  useEffect(() => {
    latest.current = bindings
  })
  useEffect(() => layers?.add(() => latest.current), [layers])
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key
}

function mayAct(event: KeyboardEvent, key: string): boolean {
  if (event.altKey) return false
  if (key.startsWith('mod+')) return true
  if (document.querySelector('dialog[open]')) return false
  if (isEditable(event.target)) return false
  // Enter and the space bar belong to the button or link that has the focus.
  if (
    (key === 'Enter' || key === ' ') &&
    event.target instanceof Element &&
    event.target.closest('a, button, summary, select')
  )
    return false
  return key.length > 1 || readStored(singleKeysKey, true)
}

function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
