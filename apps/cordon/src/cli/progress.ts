/** Progress of long work on standard error: one line that overwrites itself, at most ten times a second. */
export interface Progress {
  /** Shows how far the work is. */
  update(text: string): void
  /** Clears the line, so that messages start on an empty one. */
  clear(): void
}

const quiet: Progress = { update() {}, clear() {} }

/**
 * Progress for a person: on a terminal, or where it is asked for.
 * @param wanted `--progress` or `--no-progress`; undefined decides by the terminal
 */
export function progressOn(
  wanted: boolean | undefined,
  stream: NodeJS.WriteStream = process.stderr,
): Progress {
  if (wanted === false || (wanted === undefined && !stream.isTTY)) return quiet
  let last = 0
  let shown = false
  return {
    update(text) {
      const now = Date.now()
      if (now - last < 100) return
      last = now
      shown = true
      stream.write(stream.isTTY ? `\r\x1b[2K${text}` : `${text}\n`)
    },
    clear() {
      if (shown && stream.isTTY) stream.write('\r\x1b[2K')
      shown = false
    },
  }
}

/** Bytes as a person reads them: `118.2 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
