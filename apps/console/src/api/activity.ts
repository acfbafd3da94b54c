let lastActed = Date.now()

/** Notes each key, press and wheel of the person, so that requests can say how long ago the last one was. */
export function watchActivity(): void {
  const acted = () => {
    lastActed = Date.now()
  }
  for (const kind of ['keydown', 'pointerdown', 'wheel', 'touchstart'])
    window.addEventListener(kind, acted, { passive: true, capture: true })
}

/** Whole seconds since the person last did something: a page that asks by itself keeps no session alive. */
export function secondsIdle(): number {
  return Math.floor((Date.now() - lastActed) / 1_000)
}
