let isSoftware: boolean | undefined

/**
 * Whether the browser draws WebGL without a graphics card, as in many virtual desktops. Smoothing edges then costs several
 * times what the rest of a frame does, so that the map does without.
 */
export function drawsInSoftware(): boolean {
  if (isSoftware === undefined) {
    const context = document
      .createElement('canvas')
      .getContext('webgl2', { failIfMajorPerformanceCaveat: true })
    isSoftware = context === null
    context?.getExtension('WEBGL_lose_context')?.loseContext()
  }
  return isSoftware
}
