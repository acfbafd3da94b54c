import { gzipSync } from 'node:zlib'
import { bytesOf, collect } from '@cordon/formats'
import { describe, expect, it } from 'vitest'
import { readThreats } from './testing-items.ts'
import { recogniseThreatFormat } from './threat-readers.ts'

const fetched = Date.parse('2026-01-01T00:00:00Z')
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

describe('lists of indicators', () => {
  it('as CSV, with or without types', async () => {
    const csv = [
      'value,entity_type,description,Confidence,tlp,first_seen',
      'evil[.]example,hostname,C2 server,80,amber,2023-03-30 10:00:00',
      '"d41d8cd98f00b204e9800998ecf8427e,da39a3ee5e6b4b0d3255bfef95601890afd80709",file,Loader,,,',
      '203.0.113.9,,,,,',
      'not a value,hostname,,,,',
      ',hostname,,,,',
    ].join('\n')
    const { format, indicators, rejects } = await readThreats(csv, 'iocs.csv', { source: 'volexity' })
    expect(format).toBe('indicator-csv')
    expect(indicators).toMatchObject([
      {
        kind: 'domain',
        value: 'evil.example',
        source: 'volexity',
        note: 'C2 server',
        confidence: 0.8,
        tlp: 'TLP:AMBER',
        validFrom: Date.parse('2023-03-30T10:00:00Z'),
      },
      { kind: 'md5' },
      { kind: 'sha1', note: 'Loader' },
      { kind: 'ipv4' },
    ])
    expect(rejects.map(({ where, reason }) => [where, reason.split(':')[0]])).toEqual([
      ['line 5', 'CSV_BAD_VALUE'],
      ['line 6', 'CSV_NO_VALUE'],
    ])
  })

  it('as text with references, aliases and notes', async () => {
    const text = [
      '# Aliases: one, two',
      '',
      '# Reference: https://a.example/1',
      '# Reference: https://a.example/2',
      '',
      'http://203.0.113.9',
      '203.0.113.9:8080',
      'evil.example',
      '/only/a/path',
      '',
      '# Reference: https://b.example/',
      'd41d8cd98f00b204e9800998ecf8427e;an empty file',
    ].join('\r\n')
    const { format, indicators, claims, objects, rejects } = await readThreats(text, 'apt_example.txt', {
      source: 'maltrail',
    })
    expect(format).toBe('indicator-text')
    expect(objects).toMatchObject([{ type: 'grouping', name: 'apt_example' }])
    expect(claims.map(({ from }) => from.label)).toEqual(['one', 'two'])
    expect(indicators).toMatchObject([
      { kind: 'ipv4', references: ['https://a.example/1', 'https://a.example/2'] },
      { kind: 'socket' },
      { kind: 'domain', about: [{ label: 'apt_example' }] },
      { kind: 'md5', note: 'an empty file', references: ['https://b.example/'] },
    ])
    expect(rejects).toMatchObject([{ where: 'line 9', reason: expect.stringContaining('TEXT_BAD_VALUE') }])
  })

  it('as OpenIOC, where an item means something by itself', async () => {
    const item = (search: string, content: string, condition = 'is') =>
      `<IndicatorItem condition="${condition}"><Context document="x" search="${search}"/><Content type="string">${content}</Content></IndicatorItem>`
    const xml = `<?xml version="1.0"?><ioc xmlns="http://schemas.mandiant.com/2010/ioc" id="${uuid(30)}" last-modified="2013-04-01T00:00:00">
      <short_description>WIPER</short_description><authored_by>Example CERT</authored_by>
      <definition><Indicator operator="OR">${item('FileItem/Md5sum', 'd41d8cd98f00b204e9800998ecf8427e')}${item('PortItem/remoteIP', '203.0.113.9')}
      ${item('FileItem/FileName', 'jusched', 'contains')}${item('FileItem/Md5sum', 'no hash')}
      <Indicator operator="AND">${item('FileItem/FileName', 'a.exe')}${item('FileItem/SizeInBytes', '3')}</Indicator></Indicator></definition></ioc>`
    const { format, indicators, rejects, report } = await readThreats(xml, 'wiper.ioc')
    expect(format).toBe('openioc')
    expect(indicators).toMatchObject([
      { kind: 'md5', source: 'example_cert', about: [{ label: 'WIPER' }] },
      { kind: 'ipv4', value: '203.0.113.9' },
    ])
    expect(rejects).toHaveLength(1)
    expect(report.unknown).toMatchObject({
      'item that means something only together with others (AND): kept out': { count: 1 },
    })
  })

  it('as YARA rules, whose text is kept', async () => {
    const rules = `import "pe"
/* rule not_one { condition: true } */
rule First : apt lazarus {
  meta:
    description = "a } in a string"
    reference = "https://a.example/"
    date = "2017-12-20"
    hash1 = "${'ab'.repeat(32)}"
  strings:
    $a = { 4D 5A ?? } // }
    $b = /x}{2}/
    $c = "}"
  condition: all of them
}
private rule Second { condition: First }
rule Third { condition: `
    const { format, objects, indicators, rejects } = await readThreats(rules, 'rules.yar')
    expect(format).toBe('yara')
    expect(objects.map(({ name }) => name)).toEqual(['First', 'Second'])
    expect(objects[0]?.body).toMatchObject({ pattern_type: 'yara', labels: ['apt', 'lazarus'] })
    expect(String(objects[0]?.body.pattern)).toMatch(/^rule First[\s\S]*all of them\n}$/)
    expect(indicators).toMatchObject([
      { kind: 'sha256', about: [{ label: 'First' }], validFrom: Date.parse('2017-12-20') },
    ])
    expect(rejects).toMatchObject([
      { where: 'rules.yar line 16', reason: expect.stringContaining('YARA_NO_END') },
    ])
  })

  it('compressed ones too', async () => {
    const reader = recogniseThreatFormat('evil.example\nother.example\n', 'list.txt.gz')!
    const reading = reader.read(
      { name: 'list.txt.gz', open: () => bytesOf(gzipSync('evil.example\nother.example\n')) },
      { fetched },
    )
    expect((await collect(reading)).records).toHaveLength(3)
  })
})
