import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { UsageError } from './failure.ts'

/**
 * Asks for a secret on the terminal, twice and without showing it; from a pipe it reads the first line.
 * @throws UsageError where the two differ, or nothing comes
 */
export async function readSecret(what: string): Promise<string> {
  if (!process.stdin.isTTY) {
    for await (const line of createInterface({ input: process.stdin })) return line
    throw new UsageError(`No ${what} came on standard input.`)
  }
  const first = await askHidden(`${what}: `)
  if ((await askHidden(`${what} again: `)) !== first) throw new UsageError('The two differ.')
  return first
}

async function askHidden(question: string): Promise<string> {
  process.stderr.write(question)
  // What is typed is not echoed: readline writes it to a stream that drops it.
  const output = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output, terminal: true })
  try {
    return await new Promise<string>((answer, refuse) => {
      lines.question('', answer)
      lines.once('SIGINT', () => refuse(new UsageError('Stopped.')))
    })
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}
