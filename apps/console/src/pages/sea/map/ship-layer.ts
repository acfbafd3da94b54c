import { Layer, type LayerProps, project32 } from '@deck.gl/core'
import type { Buffer } from '@luma.gl/core'
import { Geometry, Model } from '@luma.gl/engine'
import type { Fleet } from '../track-data.ts'

/** Ships as dots, and where they are large enough as arrows on their course. One draw call for the whole fleet. */
interface ShipLayerProps extends LayerProps {
  readonly fleet: Fleet
  /** Red, green, blue and opacity of each ship. */
  readonly colours: Uint8Array
  /** Changes when the places in the fleet have changed. */
  readonly revision: number
  readonly radius: number
}

const uniforms = `\
layout(std140) uniform shipUniforms {
  float radius;
} ship;
`
const module = { name: 'ship', vs: uniforms, fs: uniforms, uniformTypes: { radius: 'f32' as const } }

const vs = `#version 300 es
#define SHADER_NAME ship-layer-vertex
in vec2 corners;
in vec2 places;
in float courses;
in vec4 colours;
out vec2 vCorner;
out vec4 vColour;
out float vArrow;
void main() {
  float arrow = courses >= 0.0 && ship.radius > 3.0 ? 1.0 : 0.0;
  float size = ship.radius * mix(1.0, 1.75, arrow) + 1.0;
  vCorner = corners * size;
  vColour = colours;
  vArrow = arrow;
  gl_Position = project_position_to_clipspace(vec3(places, 0.0), vec3(0.0), vec3(0.0));
  float turn = radians(courses) * arrow;
  vec2 turned = mat2(cos(turn), -sin(turn), sin(turn), cos(turn)) * vCorner;
  gl_Position.xy += project_pixel_size_to_clipspace(turned);
  if (colours.a < 0.01) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
`
const fs = `#version 300 es
#define SHADER_NAME ship-layer-fragment
precision highp float;
in vec2 vCorner;
in vec4 vColour;
in float vArrow;
out vec4 fragColor;
void main() {
  float edge = length(vCorner) - ship.radius;
  if (vArrow > 0.5) {
    vec2 at = vCorner / (ship.radius * 1.75);
    float sides = abs(at.x) * 0.92 + at.y * 0.38 - 0.38;
    float stern = -0.62 - at.y + abs(at.x) * -0.35 + 0.0;
    edge = max(sides, stern) * ship.radius * 1.75;
  }
  float cover = clamp(0.5 - edge, 0.0, 1.0);
  if (cover <= 0.0) discard;
  fragColor = vec4(vColour.rgb, vColour.a * cover);
}
`

/** Draws a fleet whose places change every frame: three buffers, written whole. */
export class ShipLayer extends Layer<Required<ShipLayerProps>> {
  static override layerName = 'ShipLayer'
  declare state: {
    model: Model
    places: Buffer
    courses: Buffer
    colours: Buffer
    size: number
    revision: number
  }

  override getShaders() {
    return super.getShaders({ vs, fs, modules: [project32, module] })
  }

  /** Deck sets the model's count to this on each update. */
  override getNumInstances(): number {
    return this.props.fleet.courses.length
  }

  override initializeState(): void {
    const { device } = this.context
    const model = new Model(device, {
      ...this.getShaders(),
      id: this.props.id,
      bufferLayout: [
        { name: 'places', format: 'float32x2', stepMode: 'instance' },
        { name: 'courses', format: 'float32', stepMode: 'instance' },
        { name: 'colours', format: 'unorm8x4', stepMode: 'instance' },
      ],
      geometry: new Geometry({
        topology: 'triangle-strip',
        attributes: { corners: { size: 2, value: new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]) } },
      }),
      isInstanced: true,
    })
    this.setState({ model, size: -1, revision: -1 })
  }

  override finalizeState(): void {
    for (const one of [this.state.model, this.state.places, this.state.courses, this.state.colours])
      one?.destroy()
  }

  override draw(): void {
    const { fleet, colours, revision, radius } = this.props
    const ships = fleet.courses.length
    if (ships === 0) return
    this.resize(ships)
    const { model, places, courses, colours: ground } = this.state
    if (this.state.revision !== revision) {
      places.write(fleet.places)
      courses.write(fleet.courses)
      ground.write(colours)
      this.state.revision = revision
    }
    model.shaderInputs.setProps({ ship: { radius } })
    model.draw(this.context.renderPass)
  }

  private resize(ships: number): void {
    if (this.state.size === ships) return
    const { device } = this.context
    for (const one of [this.state.places, this.state.courses, this.state.colours]) one?.destroy()
    const places = device.createBuffer({ byteLength: 8 * ships })
    const courses = device.createBuffer({ byteLength: 4 * ships })
    const colours = device.createBuffer({ byteLength: 4 * ships })
    this.state.model.setAttributes({ places, courses, colours })
    this.state.model.setInstanceCount(ships)
    Object.assign(this.state, { places, courses, colours, size: ships, revision: -1 })
  }
}
