/** Progress of long work on standard error: one line that overwrites itself, at most ten times a second. */
export interface Progress {
  /** Shows how far the work is; `always` even where something was shown a moment ago. */
  update(text: string, always?: boolean): void
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
    update(text, always = false) {
      const now = Date.now()
      if (!always && now - last < 100) return
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

/** Tells a person that a thread of the work failed: the others go on, slower. */
export function lostThread(progress: Progress): (why: unknown) => void {
  return (why) => {
    progress.clear()
    const reason = why instanceof Error ? why.message : String(why)
    process.stderr.write(`note: a thread was lost (${reason}); the others do its work\n`)
  }
}

/** Bytes as a person reads them: `118.2 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

/** Work of a known or unknown length, as a person follows it: how fast it is, and how long it still takes. */
export class Pace {
  private readonly began = performance.now()
  private readonly whole: number | undefined
  private part = 0

  /** @param whole length of the input in bytes; undefined where it is not known */
  constructor(whole: number | undefined) {
    this.whole = whole
  }

  /** Milliseconds since it began. */
  get elapsed(): number {
    return performance.now() - this.began
  }

  /** The bytes as they pass, counted. */
  async *count(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of bytes) {
      this.part += chunk.length
      yield chunk
    }
  }

  /** Milliseconds that the rest takes at the pace so far; undefined where the length is not known. */
  get left(): number | undefined {
    if (!this.whole || this.part === 0) return undefined
    return (this.elapsed * Math.max(0, this.whole - this.part)) / this.part
  }

  /** `7,500 a second, about 2 min left`. */
  text(done: number): string {
    const rate = Math.round((1000 * done) / Math.max(1, this.elapsed)).toLocaleString('en-US')
    const { left } = this
    return `${rate} a second${left === undefined ? '' : `, about ${duration(left)} left`}`
  }
}

/** Milliseconds as a person reads them: `40 s`, `12 min`, `3 h`. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000
  if (seconds < 90) return `${Math.round(seconds)} s`
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`
}
