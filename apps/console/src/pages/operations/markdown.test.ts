import { describe, expect, it } from 'vitest'
import { parseInline, parsePage } from './markdown.ts'

const sources = new Set(['baes-2016', 'ians-2016'])

describe('pages of operations', () => {
  it('are headings, paragraphs, lists and tables', () => {
    const page = `# Theft

One line
and its next.

1. first
   goes on
2. second

| when | what |
| --- | --- |
| 4 February | orders |
`
    expect(parsePage(page, sources)).toEqual([
      { is: 'heading', level: 1, inline: [{ is: 'text', text: 'Theft' }] },
      { is: 'paragraph', inline: [{ is: 'text', text: 'One line and its next.' }] },
      {
        is: 'list',
        ordered: true,
        items: [[{ is: 'text', text: 'first goes on' }], [{ is: 'text', text: 'second' }]],
      },
      {
        is: 'table',
        head: [[{ is: 'text', text: 'when' }], [{ is: 'text', text: 'what' }]],
        rows: [[[{ is: 'text', text: '4 February' }], [{ is: 'text', text: 'orders' }]]],
      },
    ])
  })

  it('cite sources, and leave brackets that are none', () => {
    expect(parseInline('So it was [baes-2016, ians-2016], not [so].', sources)).toEqual([
      { is: 'text', text: 'So it was ' },
      { is: 'cites', ids: ['baes-2016', 'ians-2016'] },
      { is: 'text', text: ', not [so].' },
    ])
    expect(parseInline('[baes-2016, from memory]', sources)).toEqual([
      { is: 'cites', ids: ['baes-2016'] },
      { is: 'text', text: ' (from memory)' },
    ])
  })

  it('know strong, emphasis, code and links to the web alone', () => {
    expect(parseInline('**a** *b* `c*d*` [e](https://e.example/x)', sources).map(({ is }) => is)).toEqual([
      'strong',
      'text',
      'em',
      'text',
      'code',
      'text',
      'link',
    ])
    const bad = '[x](javascript:alert(1)) <img src=x onerror=alert(1)> snake_case_name 2*3*4'
    expect(parseInline(bad, sources)).toEqual([{ is: 'text', text: bad }])
  })
})
