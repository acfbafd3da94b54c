import { SaxesParser } from 'saxes'

/** Reads XML strictly. @returns how many entries or items it holds. @throws where it is not well-formed */
export function saxParse(text: string): number {
  const parser = new SaxesParser()
  let entries = 0
  parser.on('opentag', ({ name }) => {
    if (name === 'entry' || name === 'item') entries++
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(text).close()
  return entries
}
