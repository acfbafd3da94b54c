import { describe, expect, it } from 'vitest'
import { messageOf } from '../screen/testing-messages.ts'
import { displayRows } from './display.ts'
import { mtFieldName } from './field-names.ts'

describe('a message as an operator reads it', () => {
  it('has the fields of an MT message with their names, each in its place', () => {
    const text = messageOf('MT103', { text: 'INVOICE 4711' })
    const rows = displayRows(text)
    expect(rows.filter(({ depth }) => depth === 0).map(({ label, name }) => `${label} ${name}`)).toEqual([
      '{1} Basic header',
      '{2} Application header',
      '{3} User header',
      '{4} Text',
      '{5} Trailer',
    ])
    expect(rows.find(({ label }) => label === '70')).toMatchObject({
      name: 'Remittance information',
      value: 'INVOICE 4711',
      depth: 1,
    })
    for (const { value, from, to } of rows) if (value !== undefined) expect(text.slice(from, to)).toBe(value)
  })

  it('has the elements of XML by depth, without namespaces, with attributes beside them', () => {
    const text =
      '<?xml version="1.0"?><!-- x --><p:Document xmlns:p="urn:u"><p:A><p:Amt Ccy="EUR">5</p:Amt><p:E/>\n<p:T><![CDATA[ a < b ]]></p:T></p:A></p:Document>'
    const rows = displayRows(text)
    expect(rows.map(({ label, depth, value, note }) => [label, depth, value, note])).toEqual([
      ['Document', 0, undefined, undefined],
      ['A', 1, undefined, undefined],
      ['Amt', 2, '5', 'Ccy="EUR"'],
      ['E', 2, undefined, undefined],
      ['T', 2, 'a < b', undefined],
    ])
    for (const { value, from, to } of rows) if (value !== undefined) expect(text.slice(from, to)).toBe(value)
  })

  it('shows a text that is no message whole', () => {
    expect(displayRows('Dear Sirs')).toEqual([{ label: '', depth: 0, value: 'Dear Sirs', from: 0, to: 9 }])
  })

  it('names a field by its tag, else by its number', () => {
    expect([mtFieldName('32A'), mtFieldName('50K'), mtFieldName('99Z')]).toEqual([
      'Value date, currency, amount',
      'Ordering customer',
      undefined,
    ])
  })
})
