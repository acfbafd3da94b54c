import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { CordonError } from '@cordon/model'
import { type ListReader, mappedReader, parseMapping } from '@cordon/sources'
import { parse } from 'yaml'

/**
 * The reader that a mapping file describes, in YAML or JSON.
 * @throws CordonError CORDON_NO_FILE, CORDON_MAPPING with the place in the file
 */
export async function readMapping(path: string): Promise<ListReader> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CordonError(
      {
        code: 'CORDON_NO_FILE',
        expected: 'a mapping file',
        found: error.code === 'ENOENT' ? 'no such file' : error.message,
        where: path,
        remedy: 'docs/reference/mapping.md shows one.',
      },
      { cause: error },
    )
  })
  return mappedReader(parseMapping(parsed(text, path), basename(path)))
}

function parsed(text: string, path: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    throw new CordonError(
      {
        code: 'CORDON_MAPPING',
        expected: 'YAML or JSON',
        found: (error as Error).message.split('\n')[0]!,
        where: basename(path),
        remedy: 'docs/reference/mapping.md shows an example.',
      },
      { cause: error },
    )
  }
}
