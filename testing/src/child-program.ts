import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A program of the repository as a process of its own, which a test can kill. */
export interface ChildProgram {
  readonly process: ChildProcess
  /** Lines of its standard output as they come. */
  readonly lines: AsyncIterable<string>
  /** Waits for its end; gives exit code or signal. */
  readonly ended: Promise<number | NodeJS.Signals>
  /** SIGKILL, and waits until it is gone. */
  kill(): Promise<void>
}

const loader = new URL('./typescript-loader.mjs', import.meta.url).href

/**
 * Starts a TypeScript file in a plain Node, from the sources: no build can be stale. Its standard error goes to ours.
 * @param file a file URL or path
 */
export function startProgram(file: string | URL, args: readonly string[] = []): ChildProgram {
  const path = typeof file === 'string' ? file : fileURLToPath(file)
  const child = spawn(
    process.execPath,
    ['--conditions', 'cordon-source', '--import', loader, path, ...args],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ended = once(child, 'exit').then(([code, signal]) => signal ?? code)
  return {
    process: child,
    lines: createInterface({ input: child.stdout! }),
    ended,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
