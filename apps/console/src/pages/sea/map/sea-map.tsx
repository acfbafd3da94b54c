import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { strings } from '../../../strings/index.ts'
import { IconButton } from '../../../ui/controls.tsx'
import { SafeText } from '../../../ui/safe-text.tsx'
import type { SeaClock } from '../clock.ts'
import { positionText } from '../position.ts'
import { cssColour, shipClasses } from './palette.ts'
import type { Pointed, Scene } from './scene.ts'
import { type Camera, SeaEngine } from './sea-engine.ts'
import styles from './sea-map.module.css'

const words = strings.sea.map
const panStep = 120
const start: Camera = { longitude: 121, latitude: 27, zoom: 3.4 }

/** What a page may have the map do. */
export interface MapHandle {
  approach(longitude: number, latitude: number): void
  /** `jumps`: at once, not in flight. */
  fit(bounds: readonly [number, number, number, number], closest?: number, jumps?: boolean): void
}

/** The map. Everything on it stands in a list beside it, too. */
export function SeaMap({
  scene,
  clock,
  handle,
  describe,
  onClick,
  onShown,
}: {
  scene: Scene
  clock: SeaClock
  handle: React.Ref<MapHandle>
  /** A marker in a few words. */
  describe: (id: string) => string | undefined
  onClick: (at: Pointed) => void
  onShown?: ((ships: number) => void) | undefined
}) {
  const box = useRef<HTMLDivElement>(null)
  const engine = useRef<SeaEngine>(undefined)
  const [pointed, setPointed] = useState<Pointed>()
  const [scale, setScale] = useState(10_000)
  const latest = useRef({ onClick, onShown })
  useEffect(() => {
    latest.current = { onClick, onShown }
  })
  useEffect(() => {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    const made = new SeaEngine(
      box.current!,
      start,
      {
        onCamera: (_camera, metres) => setScale(metres),
        onPoint: setPointed,
        onClick: (at) => latest.current.onClick(at),
        onShown: (ships) => latest.current.onShown?.(ships),
      },
      isStill,
    )
    engine.current = made
    const stop = clock.onFrame(() => made.seek(clock.time))
    made.seek(clock.time)
    return () => {
      stop()
      made.destroy()
      engine.current = undefined
    }
  }, [clock])
  useEffect(() => engine.current?.show(scene), [scene])
  useImperativeHandle(handle, () => ({
    approach: (longitude, latitude) => engine.current?.approach(longitude, latitude),
    fit: (bounds, closest, jumps) => engine.current?.fit(bounds, jumps ? 0 : 700, closest),
  }))
  const frame = useRef(0)
  const onPointerMove = ({ nativeEvent, buttons }: PointerEvent<HTMLDivElement>) => {
    cancelAnimationFrame(frame.current)
    if (nativeEvent.pointerType === 'touch') return
    const { left, top } = box.current!.getBoundingClientRect()
    const [x, y] = [nativeEvent.clientX - left, nativeEvent.clientY - top]
    frame.current = requestAnimationFrame(() =>
      buttons === 0 ? engine.current?.point(x, y) : engine.current?.point(),
    )
  }
  return (
    <div className={styles.map} style={{ background: scene.palette.sea }}>
      <div
        ref={box}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
        tabIndex={0}
        aria-label={words.label}
        className={styles.canvas}
        onKeyDown={(event) => onKey(event, engine.current)}
        onPointerMove={onPointerMove}
        onPointerLeave={() => {
          cancelAnimationFrame(frame.current)
          engine.current?.point()
        }}
      />
      <div className={styles.zoom}>
        <IconButton icon="plus" label={words.zoomIn} onClick={() => engine.current?.pan(0, 0, 1)} />
        <IconButton icon="minus" label={words.zoomOut} onClick={() => engine.current?.pan(0, 0, -1)} />
      </div>
      {pointed && <Tip pointed={pointed} scene={scene} describe={describe} />}
      <div className={styles.foot} aria-hidden="true">
        {pointed && <span>{positionText(pointed.lat, pointed.lon)}</span>}
        <ScaleBar metresPerPixel={scale} />
      </div>
    </div>
  )
}

function onKey(event: KeyboardEvent, engine: SeaEngine | undefined): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const [dx, dy, zoom] = moves[event.key] ?? []
  if (dx === undefined) return
  engine?.pan(dx * panStep, dy! * panStep, zoom)
  event.preventDefault()
  event.stopPropagation()
}

const moves: Readonly<Record<string, readonly [number, number, number]>> = {
  ArrowLeft: [-1, 0, 0],
  ArrowRight: [1, 0, 0],
  ArrowUp: [0, -1, 0],
  ArrowDown: [0, 1, 0],
  '+': [0, 0, 1],
  '=': [0, 0, 1],
  '-': [0, 0, -1],
}

function Tip({
  pointed,
  scene,
  describe,
}: {
  pointed: Pointed
  scene: Scene
  describe: (id: string) => string | undefined
}) {
  if (pointed.kind === 'place') return null
  const place = { transform: `translate(${pointed.x + 14}px, ${pointed.y + 12}px)` }
  if (pointed.kind === 'marker')
    return (
      <div className={styles.tip} style={place}>
        <SafeText value={describe(pointed.id)?.slice(0, 160) ?? ''} />
      </div>
    )
  const { data, palette } = scene
  if (!data) return null
  const kind = data.classes[pointed.ship] ?? 0
  return (
    <div className={styles.tip} style={place}>
      <b>
        <SafeText value={(data.names[pointed.ship] ?? '').slice(0, 60) || words.noName} />
      </b>
      <span>
        <i style={{ background: cssColour(palette.ships[kind] ?? palette.ships[0]!) }} />
        {strings.sea.classes[shipClasses[kind] ?? 'other']} · {words.mmsi} {data.mmsi[pointed.ship]}
      </span>
    </div>
  )
}

/** Nautical miles, in a round number that fits. */
function ScaleBar({ metresPerPixel }: { readonly metresPerPixel: number }) {
  const most = (metresPerPixel * 110) / 1852
  const power = 10 ** Math.floor(Math.log10(most))
  const miles = [5, 2, 1].map((one) => one * power).find((one) => one <= most) ?? power
  return (
    <span className={styles.scale}>
      <i style={{ width: (miles * 1852) / metresPerPixel }} />
      {words.miles(miles)}
    </span>
  )
}
