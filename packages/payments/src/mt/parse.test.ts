import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMt } from './parse.ts'
import { blockOf, tagOf, writeMt } from './tree.ts'

const mt103 = [
  '{1:F01COBADEFFAXXX0001000042}{2:I103BARCGB22XXXXN}{3:{108:MUR42}{121:174c245f-2682-4291-ad67-2a41e530cd27}}{4:',
  ':20:PAY-42',
  ':23B:CRED',
  ':32A:261102EUR12500,00',
  ':50K:/DE89370400440532013000',
  'HARLAND FOODS GMBH',
  'FRANKFURT',
  ':59:/20325311445566',
  'EVERETT CERAMICS LTD',
  ':70:INVOICE 4711',
  ':71A:SHA',
  '-}{5:{CHK:123456789ABC}}',
].join('\r\n')

function treeOf(text: string) {
  const parsed = parseMt(text)
  if (!parsed.ok)
    throw new Error(`${parsed.fault.expected}, found ${parsed.fault.found} at ${parsed.fault.at}`)
  return parsed.tree
}

describe('an MT message as a tree', () => {
  it('has its blocks, fields and tags, each with its place', () => {
    const tree = treeOf(mt103)
    expect(tree.blocks.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      '1 plain',
      '2 plain',
      '3 tags',
      '4 text',
      '5 tags',
    ])
    expect(tagOf(blockOf(tree, '3'), '108')?.value).toBe('MUR42')
    const fields = blockOf(tree, '4')!.fields!
    expect(fields.map(({ tag }) => tag)).toEqual(['20', '23B', '32A', '50K', '59', '70', '71A'])
    for (const { value, from, to } of fields) expect(mt103.slice(from, to)).toBe(value)
  })

  it.each([
    ['line feeds alone', mt103.replaceAll('\r\n', '\n')],
    ['padding and separators behind it', `${mt103}\r\n$\u0003   \u0000`],
    ['a brace too many', `${mt103}}`],
    [
      'a field glued to the block',
      '{1:F01COBADEFFAXXX0001000042}{2:I199BARCGB22XXXXN}{4::20:A\n:79:TEXT\n-}',
    ],
    [
      'lines that look like no field',
      '{1:F01COBADEFFAXXX0001000042}{2:I999BARCGB22XXXXN}{4:\nFREE\nTEXT: OK\n-}',
    ],
    ['an acknowledgement with its copy', `{1:F21COBADEFFAXXX0001000042}{4:{177:2611021230}{451:0}}${mt103}`],
    ['an interface’s own trailer', `${mt103}{S:{SPD:}{SAC:}{COP:P}}`],
    ['a block 3 that is no list of tags', mt103.replace('{108:MUR42}', 'MUR42{108:X}')],
  ])('is written back character for character: %s', (_, text) => {
    expect(writeMt(treeOf(text))).toBe(text)
  })

  it('is written back whatever the fields hold', () => {
    const line = fc
      .stringMatching(/^[A-Z0-9/?:().,'+ -]{0,35}$/)
      .filter((text) => !/^-}|^:\d\d[A-Z]?:/.test(text))
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.stringMatching(/^\d{2}[A-Z]?$/), fc.array(line, { minLength: 1, maxLength: 4 })),
        ),
        fc.constantFrom('\r\n', '\n'),
        (fields, end) => {
          const body = fields.map(([tag, lines]) => `:${tag}:${lines.join(end)}`).join(end)
          const text = `{1:F01COBADEFFAXXX0001000042}{4:${end}${body}${end}-}`
          const parsed = parseMt(text)
          // A line may begin with "-}", which ends the block: then what follows is no message.
          if (parsed.ok) expect(writeMt(parsed.tree)).toBe(text)
        },
      ),
    )
  })

  it.each([
    ['a block without its end', mt103.slice(0, 200), 'PAYMENTS_MT_BLOCK', 'the end of block 4'],
    ['a tag without its brace', mt103.replace('MUR42}', 'MUR42'), 'PAYMENTS_MT_BLOCK', 'block 3'],
    [
      'a field of 10 MB',
      mt103.replace('INVOICE 4711', 'A'.repeat(10_000_000)),
      'PAYMENTS_TOO_LARGE',
      'at most',
    ],
    ['bytes that are no text', mt103.replace('4711', '47\udce4'), 'PAYMENTS_CHARSET', 'UTF-8'],
    ['no message at all', 'Dear Sirs', 'PAYMENTS_MT_BLOCK', 'a block such as'],
  ])('says what is wrong and where: %s', (_, text, code, expected) => {
    const parsed = parseMt(text)
    expect(parsed.ok).toBe(false)
    if (parsed.ok) return
    expect(parsed.fault).toMatchObject({ code, expected: expect.stringContaining(expected) })
    expect(parsed.fault.at).toBeLessThanOrEqual(text.length)
    expect(parsed.fault.remedy).not.toBe('')
  })
})
