import { Deck, FlyToInterpolator, type Layer, MapView, WebMercatorViewport } from '@deck.gl/core'
import { type Fleet, fleetAt, newFleet } from '../track-data.ts'
import { type Basemap, loadBasemap, partOf } from './basemap.ts'
import {
  areaLayers,
  basemapLayers,
  chosenLayers,
  markerLayers,
  nameLayers,
  type PlacedMarker,
  pinLayers,
  placeMarkers,
} from './layers.ts'
import { legsOf } from './legs.ts'
import { near, pointedAt } from './pointing.ts'
import { drawsInSoftware } from './renderer.ts'
import type { Pointed, Scene } from './scene.ts'
import { ShipLayer } from './ship-layer.ts'
import { type Legs, TrackLayer } from './track-layer.ts'

/** Where the map looks. */
export interface Camera {
  readonly longitude: number
  readonly latitude: number
  readonly zoom: number
}

/** What the map tells. */
export interface EngineEvents {
  /** The camera moved. `metresPerPixel` is at the middle. */
  onCamera(camera: Camera, metresPerPixel: number): void
  onPoint(at: Pointed | undefined): void
  onClick(at: Pointed): void
  /** How many ships are shown; told when it changes, at most some times a second. */
  onShown(ships: number): void
}

const view = new MapView({
  id: 'sea',
  repeat: true,
  controller: { dragRotate: false, touchRotate: false, keyboard: false, inertia: 200 },
})
const zooms = { minZoom: 1, maxZoom: 14 }
/** From this zoom on the fine coast is drawn, as far as it is near: before, the coarse one looks the same. */
const fineFrom = 3.8

/** The ground and the ships come first; then, a frame each, what takes a program of the graphics card to be made ready. */
const stages = ['ships', 'areas', 'markers', 'names'] as const
/** Milliseconds after which the rest is drawn although no ship has come. */
const patience = 3000

/** The map itself: a canvas of its own, drawn when something changed. React tells it what is there, the clock what time it is. */
export class SeaEngine {
  private readonly deck: Deck<MapView>
  private readonly parent: HTMLDivElement
  private readonly events: EngineEvents
  private readonly still: boolean
  private scene: Scene | undefined
  private basemap: Basemap | undefined
  private fine: Basemap | undefined
  /** The box that the fine land was chosen for; undefined while the coarse one is drawn. */
  private dressed: readonly [number, number, number, number] | undefined
  private ground: Layer[] = []
  private names: Layer[] = []
  private areas: Layer[] = []
  private legs: Legs = noLegs
  private markers: PlacedMarker[] = []
  private fleet: Fleet = newFleet(0)
  private colours = new Uint8Array(0)
  private camera: Camera
  private now = 0
  private revision = 0
  private nameStep = -1
  private shown = -1
  private stage = 0
  private hasPainted = false
  private isReady = false
  private isGone = false
  private readonly ready: Promise<void>
  private beReady: () => void = () => undefined

  constructor(parent: HTMLDivElement, camera: Camera, events: EngineEvents, reducedMotion: boolean) {
    this.parent = parent
    this.events = events
    this.still = reducedMotion
    this.camera = camera
    this.ready = new Promise((done) => {
      this.beReady = done
    })
    setTimeout(() => this.goOn(), patience)
    this.deck = new Deck({
      parent,
      views: view,
      initialViewState: { ...camera, ...zooms },
      layers: [],
      useDevicePixels: Math.min(2, globalThis.devicePixelRatio || 1),
      ...(drawsInSoftware() && { deviceProps: { type: 'webgl', webgl: { antialias: false } } }),
      getCursor: ({ isDragging }) => (isDragging ? 'grabbing' : 'default'),
      onViewStateChange: ({ viewState }) => this.moved(viewState as Camera),
      onClick: ({ x, y }) => {
        const at = this.pointed(x, y)
        if (at) this.events.onClick(at)
      },
      onAfterRender: () => {
        if (this.shown > 0 && this.ground.length > 0) this.painted()
        if (this.isReady && this.stage < stages.length - 1) this.goOn()
      },
    }) as Deck<MapView>
    void this.loadBasemap()
  }

  /** Ships stand on the map. */
  private painted(): void {
    if (this.hasPainted) return
    this.hasPainted = true
    this.isReady = true
    if (performance.getEntriesByName('sea-painted').length === 0) performance.mark('sea-painted')
  }

  /** Adds to what is drawn, once this frame is out. */
  private goOn(): void {
    this.isReady = true
    requestAnimationFrame(() => {
      if (this.isGone || this.stage >= stages.length - 1) return
      this.stage++
      if (this.stage === stages.length - 1) this.beReady()
      this.draw()
    })
  }

  private async loadBasemap(): Promise<void> {
    for (const detail of ['coarse', 'fine'] as const) {
      if (detail === 'fine') await this.ready
      const basemap = await loadBasemap(detail)
      if (this.isGone) return
      if (detail === 'coarse') this.basemap = basemap
      else this.fine = basemap
      this.dress()
    }
  }

  /** Shows another scene. What did not change is not made again. */
  show(scene: Scene): void {
    const before = this.scene
    this.scene = scene
    if (scene.data !== before?.data) this.fleet = newFleet(scene.data?.ships ?? 0)
    const recolour = scene.data !== before?.data || scene.listedShips !== before?.listedShips
    if (recolour || scene.palette !== before?.palette) this.colour()
    if (scene.data && (scene.data !== before?.data || scene.tracks !== before?.tracks))
      this.legs = legsOf(scene.data, scene.tracks)
    if (scene.areas !== before?.areas || scene.palette !== before?.palette) this.areas = areaLayers(scene)
    if (scene.markers !== before?.markers) this.markers = placeMarkers(scene.markers)
    if (scene.palette !== before?.palette || scene.ports !== before?.ports) this.dress()
    this.draw()
  }

  private dress(): void {
    if (!this.basemap || !this.scene) return
    const box = this.fine && this.camera.zoom >= fineFrom ? this.around(2.5) : undefined
    this.dressed = box
    const land = this.fine && box ? partOf(this.fine, box) : this.basemap
    this.ground = basemapLayers(land, this.scene.palette)
    this.nameStep = -1
    this.drawLayers()
  }

  /** Degrees around the camera, so many times what is in sight. */
  private around(times: number): readonly [number, number, number, number] {
    const { longitude, latitude, zoom } = this.camera
    const { width = 1200, height = 800 } = this.viewport() ?? {}
    const perPixel = 360 / (512 * 2 ** zoom)
    const [lon, lat] = [(times * width * perPixel) / 2, (times * height * perPixel) / 2]
    return [longitude - lon, latitude - lat, longitude + lon, latitude + lat]
  }

  /** Whether what is in sight has left the land that is drawn. */
  private hasLeft(): boolean {
    if (!this.fine) return false
    if (this.camera.zoom < fineFrom) return this.dressed !== undefined
    if (!this.dressed) return true
    const [west, south, east, north] = this.around(1)
    return (
      west < this.dressed[0] || south < this.dressed[1] || east > this.dressed[2] || north > this.dressed[3]
    )
  }

  private colour(): void {
    const { data, palette, listedShips } = this.scene!
    this.colours = new Uint8Array(4 * (data?.ships ?? 0))
    for (let ship = 0; ship < (data?.ships ?? 0); ship++)
      this.colours.set(
        listedShips.has(ship) ? palette.listed : (palette.ships[data!.classes[ship]!] ?? palette.ships[0]!),
        4 * ship,
      )
  }

  /** Moves the time, UTC milliseconds. */
  seek(time: number): void {
    this.now = time
    this.draw()
  }

  /** Puts the ships where they are at the time, and draws. */
  private draw(): void {
    const { scene, fleet } = this
    if (!scene || this.isGone) return
    const { data } = scene
    if (data) {
      const shown = fleetAt(data, this.now / 1000 - data.base, fleet)
      for (let ship = 0; ship < data.ships; ship++) this.colours[4 * ship + 3] = fleet.alphas[ship]!
      this.revision++
      if (shown !== this.shown) this.events.onShown(shown)
      this.shown = shown
    }
    this.drawLayers()
  }

  private drawLayers(): void {
    const { scene, fleet, basemap, stage } = this
    if (!scene || this.isGone) return
    const { data } = scene
    const seconds = data ? this.now / 1000 - data.base : 0
    const step = Math.floor(this.camera.zoom * 2)
    if (basemap && step !== this.nameStep && stage >= stages.indexOf('names')) {
      this.nameStep = step
      this.names = nameLayers(basemap, scene, step)
    }
    const from = (name: (typeof stages)[number]) => stage >= stages.indexOf(name)
    const begun = this.markers.reduce((sum, { start }) => sum + (start <= this.now ? 1 : 0), 0)
    this.deck.setProps({
      layers: [
        this.ground,
        from('areas') && this.areas,
        from('names') && this.names,
        data &&
          from('areas') &&
          new TrackLayer({
            id: 'tracks',
            legs: this.legs,
            now: seconds,
            silence: Math.max(5400, 2.5 * data.step),
          }),
        data &&
          new ShipLayer({
            id: 'ships',
            fleet,
            colours: this.colours,
            revision: this.revision,
            radius: radiusAt(this.camera.zoom, data.ships),
          }),
        from('names') && chosenLayers(scene, fleet, this.revision),
        from('markers') && markerLayers(this.markers, scene, this.now, begun),
        pinLayers(scene),
      ],
    })
  }

  private moved(camera: Camera): void {
    const hasZoomed = camera.zoom !== this.camera.zoom
    this.camera = camera
    this.tellCamera()
    if (this.hasLeft()) this.dress()
    // Deck moves what is drawn; the ships are where they were.
    else if (hasZoomed) this.drawLayers()
  }

  private tellCamera(): void {
    const { latitude, zoom } = this.camera
    // A world of 512 pixels at zoom 0; WGS 84's equator.
    this.events.onCamera(
      this.camera,
      (40_075_016.7 * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom),
    )
  }

  private viewport(): WebMercatorViewport | undefined {
    return this.deck.isInitialized
      ? (this.deck.getViewports()[0] as WebMercatorViewport | undefined)
      : undefined
  }

  /** What is at a place of the canvas. */
  pointed(x: number, y: number): Pointed | undefined {
    const viewport = this.viewport()
    return viewport && pointedAt(viewport, x, y, this.markers, this.fleet)
  }

  /** Tells what is at a place of the canvas, or that the pointer has left. */
  point(x?: number, y?: number): void {
    this.events.onPoint(x === undefined || y === undefined ? undefined : this.pointed(x, y))
  }

  /** Moves by pixels, or nearer and further. */
  pan(dx: number, dy: number, dZoom = 0): void {
    const viewport = this.viewport()
    if (!viewport) return
    const { width, height } = viewport
    const [longitude = 0, latitude = 0] = viewport.unproject([width / 2 + dx, height / 2 + dy])
    this.fly({ longitude, latitude, zoom: this.camera.zoom + dZoom }, 160)
  }

  /** Goes to a place. */
  fly({ longitude, latitude, zoom }: Camera, duration = 700): void {
    const to = {
      longitude,
      latitude: Math.max(-84, Math.min(84, latitude)),
      zoom: Math.max(zooms.minZoom, Math.min(zooms.maxZoom, zoom)),
    }
    const isStill = this.still || duration === 0
    this.deck.setProps({
      initialViewState: {
        ...to,
        ...zooms,
        ...(!isStill && {
          transitionDuration: duration,
          transitionInterpolator: new FlyToInterpolator({ speed: 2 }),
        }),
      },
    })
    if (isStill) this.moved(to)
  }

  /** Has a place in sight, near enough to see what was there; does not move where it is. */
  approach(longitude: number, latitude: number): void {
    const viewport = this.viewport()
    const { zoom } = this.camera
    if (viewport) {
      const [x = 0, y = 0] = viewport.project([near(longitude, this.camera.longitude), latitude])
      const { width, height } = viewport
      const isInside = x > 0.12 * width && x < 0.88 * width && y > 0.15 * height && y < 0.85 * height
      if (isInside && zoom >= 6 && zoom <= 9) return
    }
    this.fly({ longitude, latitude, zoom: Math.max(6.3, Math.min(7.5, zoom)) })
  }

  /** Goes to where all of these degrees are in sight: west, south, east, north. */
  fit(
    [west, south, east, north]: readonly [number, number, number, number],
    duration = 700,
    closest = 9,
  ): void {
    const { clientWidth, clientHeight } = this.parent
    const { width = clientWidth, height = clientHeight } = this.viewport() ?? {}
    const padding = Math.max(8, Math.min(64, width / 6, height / 6))
    const clear = 1e-3
    const { longitude, latitude, zoom } = new WebMercatorViewport({
      width: Math.max(width, 40),
      height: Math.max(height, 40),
    }).fitBounds(
      [
        [west - clear, Math.max(-80, south) - clear],
        [east + clear, Math.min(80, north) + clear],
      ],
      // What is found hangs above its place.
      {
        padding: { left: padding, right: padding, bottom: padding, top: Math.min(height / 3, padding + 30) },
      },
    )
    this.fly({ longitude, latitude, zoom: Math.min(closest, zoom) }, duration)
  }

  /** Ends it. */
  destroy(): void {
    this.isGone = true
    this.deck.finalize()
  }
}

const noLegs: Legs = {
  length: 0,
  places: new Float32Array(0),
  times: new Float32Array(0),
  colours: new Uint8Array(0),
  widths: new Float32Array(0),
}

/** Pixels: many ships from afar are fine dust, few from near are arrows. */
function radiusAt(zoom: number, ships: number): number {
  const crowd = ships > 5000 ? 0 : 1.4
  return Math.min(6.5, Math.max(1.15 + crowd, 0.62 * zoom + crowd - 0.4))
}
