import { Layer, type LayerProps, project32 } from '@deck.gl/core'
import type { Buffer } from '@luma.gl/core'
import { Geometry, Model } from '@luma.gl/engine'

/** Legs of tracks: each from one position to the next, with the times of both. */
export interface Legs {
  readonly length: number
  /** Longitude and latitude of both ends. */
  readonly places: Float32Array
  /** Seconds of both ends. */
  readonly times: Float32Array
  readonly colours: Uint8Array
  /** Pixels. */
  readonly widths: Float32Array
}

interface TrackLayerProps extends LayerProps {
  readonly legs: Legs
  /** Seconds: what is behind it is bright, what is ahead pale. */
  readonly now: number
  /** Seconds between positions from which on a leg is a silence, drawn dotted. */
  readonly silence: number
}

const uniforms = `\
layout(std140) uniform trackUniforms {
  float now;
  float silence;
} track;
`
const module = {
  name: 'track',
  vs: uniforms,
  fs: uniforms,
  uniformTypes: { now: 'f32' as const, silence: 'f32' as const },
}

const vs = `#version 300 es
#define SHADER_NAME track-layer-vertex
in vec2 corners;
in vec4 places;
in vec2 times;
in vec4 colours;
in float widths;
out vec4 vColour;
out float vTime;
out float vSilent;
out float vAlong;
void main() {
  vec4 from = project_position_to_clipspace(vec3(places.xy, 0.0), vec3(0.0), vec3(0.0));
  vec4 to = project_position_to_clipspace(vec3(places.zw, 0.0), vec3(0.0), vec3(0.0));
  vec2 pixels = (to.xy / to.w - from.xy / from.w) / project_pixel_size_to_clipspace(vec2(1.0));
  float size = max(length(pixels), 0.001);
  vec2 way = pixels / size;
  float end = corners.x;
  gl_Position = mix(from, to, end);
  vec2 off = vec2(-way.y, way.x) * corners.y * widths * 0.5;
  gl_Position.xy += project_pixel_size_to_clipspace(off) * gl_Position.w;
  vColour = colours;
  vTime = mix(times.x, times.y, end);
  vSilent = times.y - times.x > track.silence ? 1.0 : 0.0;
  vAlong = size * end;
}
`
const fs = `#version 300 es
#define SHADER_NAME track-layer-fragment
precision highp float;
in vec4 vColour;
in float vTime;
in float vSilent;
in float vAlong;
out vec4 fragColor;
void main() {
  float alpha = vColour.a;
  if (vTime > track.now) alpha *= 0.28;
  else alpha *= mix(0.6, 1.0, smoothstep(21600.0, 0.0, track.now - vTime));
  if (vSilent > 0.5) {
    if (mod(vAlong, 8.0) > 3.0) discard;
    alpha *= 0.75;
  }
  fragColor = vec4(vColour.rgb, alpha);
}
`

/** Draws tracks with what is ahead of the clock paler; moving the clock writes no buffer. */
export class TrackLayer extends Layer<Required<TrackLayerProps>> {
  static override layerName = 'TrackLayer'
  declare state: { model: Model; buffers: Buffer[]; legs: Legs | undefined }

  override getShaders() {
    return super.getShaders({ vs, fs, modules: [project32, module] })
  }

  /** Deck sets the model's count to this on each update. */
  override getNumInstances(): number {
    return this.props.legs.length
  }

  override initializeState(): void {
    const model = new Model(this.context.device, {
      ...this.getShaders(),
      id: this.props.id,
      bufferLayout: [
        { name: 'places', format: 'float32x4', stepMode: 'instance' },
        { name: 'times', format: 'float32x2', stepMode: 'instance' },
        { name: 'colours', format: 'unorm8x4', stepMode: 'instance' },
        { name: 'widths', format: 'float32', stepMode: 'instance' },
      ],
      geometry: new Geometry({
        topology: 'triangle-strip',
        attributes: { corners: { size: 2, value: new Float32Array([0, -1, 0, 1, 1, -1, 1, 1]) } },
      }),
      isInstanced: true,
    })
    this.setState({ model, buffers: [], legs: undefined })
  }

  override finalizeState(): void {
    this.state.model?.destroy()
    for (const buffer of this.state.buffers ?? []) buffer.destroy()
  }

  override draw(): void {
    const { legs, now, silence } = this.props
    if (legs.length === 0) return
    const { model } = this.state
    if (this.state.legs !== legs) {
      for (const buffer of this.state.buffers) buffer.destroy()
      const buffers = [legs.places, legs.times, legs.colours, legs.widths].map((data) =>
        this.context.device.createBuffer({ data }),
      )
      const [places, times, colours, widths] = buffers as [Buffer, Buffer, Buffer, Buffer]
      model.setAttributes({ places, times, colours, widths })
      model.setInstanceCount(legs.length)
      Object.assign(this.state, { buffers, legs })
    }
    model.shaderInputs.setProps({ track: { now, silence } })
    model.draw(this.context.renderPass)
  }
}
